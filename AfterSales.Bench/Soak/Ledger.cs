namespace AfterSales.Bench.Soak;

/// <summary>What the writers told over all their lives: begun, acknowledged, refused, gone wrong.</summary>
internal sealed class Ledger
{
    private readonly Lock turn = new();
    private readonly Dictionary<Guid, Step> open = [];
    private readonly Dictionary<Guid, Step> done = [];
    private readonly Dictionary<Guid, Step> refused = [];
    private readonly List<string> faults = [];

    /// <summary>Acknowledged steps.</summary>
    public IReadOnlyList<Step> Done => Copy(done);

    /// <summary>Refused steps.</summary>
    public IReadOnlyList<Step> Refused => Copy(refused);

    /// <summary>Begun, and the answer never came.</summary>
    public IReadOnlyList<Step> Open => Copy(open);

    /// <summary>Exceptions inside the writers.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (turn)
            {
                return [.. faults];
            }
        }
    }

    /// <summary>Takes one line of the pipe.</summary>
    public void Take(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
        {
            return;
        }

        var step = Step.Parse(line[(space + 1)..]);
        lock (turn)
        {
            open.Remove(step.Request);
            switch (line[..space])
            {
                case "try":
                    open[step.Request] = step;
                    break;
                case "done":
                    done[step.Request] = step;
                    break;
                case "refused":
                    refused[step.Request] = step;
                    break;
                default:
                    faults.Add(line);
                    break;
            }
        }
    }

    private List<Step> Copy(Dictionary<Guid, Step> from)
    {
        lock (turn)
        {
            return [.. from.Values];
        }
    }
}
