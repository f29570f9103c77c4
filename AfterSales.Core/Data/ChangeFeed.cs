namespace AfterSales.Core.Data;

/// <summary>Tells open pages, after the commit, that something they show has changed ("cases", "people/7").</summary>
public sealed class ChangeFeed
{
    private event Action<string>? Heard;

    /// <summary>Listens to every topic until the answer is disposed.</summary>
    public IDisposable Listen(Action<string> hear)
    {
        Heard += hear;
        return new Ending(() => Heard -= hear);
    }

    /// <summary>Tells the listeners; a listener that fails doesn't keep the others from hearing.</summary>
    public void Publish(IEnumerable<string> topics)
    {
        foreach (var topic in topics)
        {
            Heard?.Invoke(topic);
        }
    }

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
