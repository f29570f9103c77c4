using Microsoft.Extensions.Logging;

namespace AfterSales.Core.Data;

/// <summary>Tells open pages, after the commit, that something they show has changed ("cases", "people/7").</summary>
public sealed class ChangeFeed(ILogger<ChangeFeed>? log = null)
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
            foreach (var hear in Heard?.GetInvocationList().Cast<Action<string>>() ?? [])
            {
                Tell(hear, topic);
            }
        }
    }

    /// <summary>The change is committed; a page that fails to hear of it must not make it look undone.</summary>
    private void Tell(Action<string> hear, string topic)
    {
        try
        {
            hear(topic);
        }
        catch (Exception e)
        {
            log?.LogWarning(e, "A listener failed on {Topic}", topic);
        }
    }

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
