namespace AfterSales.Core.Promises;

/// <summary>A stretch in which a clock does not count; open while <paramref name="To"/> is null.</summary>
/// <param name="From">First instant not counted.</param>
/// <param name="To">First instant counted again.</param>
/// <param name="Reason">Code of the reason, for the explanation.</param>
public sealed record Pause(DateTimeOffset From, DateTimeOffset? To, string Reason)
{
    /// <summary>R11: the reason of the wait for the customer's word on the quote; no hold has it.</summary>
    public const string Quote = "";
}

/// <summary>One counted or uncounted stretch of a clock's explanation.</summary>
public sealed record Stretch(DateTimeOffset From, DateTimeOffset To, bool Counted, string? Reason)
{
    /// <summary>How long it is.</summary>
    public TimeSpan Length => To - From;
}

/// <summary>
/// The arithmetic of a promise over all hours: counting stops in pauses. A pure function of its arguments; service
/// calendars will take the place of "all hours" here and nowhere else.
/// </summary>
public static class PromiseClock
{
    /// <summary>
    /// The instant at which <paramref name="target"/> has been counted from <paramref name="start"/>; null while an open
    /// pause stands before it.
    /// </summary>
    public static DateTimeOffset? Reach(DateTimeOffset start, TimeSpan target, IEnumerable<Pause> pauses)
    {
        var at = start;
        var left = target;
        foreach (var pause in Merged(pauses, start))
        {
            if (at + left <= pause.From)
            {
                break;
            }

            left -= pause.From - at;
            if (pause.To is not { } end)
            {
                return null;
            }

            at = end;
        }

        return at + left;
    }

    /// <summary>The time counted in [start, end).</summary>
    public static TimeSpan Counted(DateTimeOffset start, DateTimeOffset end, IEnumerable<Pause> pauses) =>
        Stretches(start, end, pauses).Where(s => s.Counted).Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Length);

    /// <summary>Every stretch of [start, end) in order, without gaps; their lengths sum up to end − start.</summary>
    public static IReadOnlyList<Stretch> Stretches(DateTimeOffset start, DateTimeOffset end, IEnumerable<Pause> pauses)
    {
        var stretches = new List<Stretch>();
        var at = start;
        foreach (var pause in Merged(pauses, start))
        {
            if (pause.From >= end)
            {
                break;
            }

            if (pause.From > at)
            {
                stretches.Add(new(at, pause.From, true, null));
            }

            at = pause.To is { } to && to < end ? to : end;
            stretches.Add(new(pause.From, at, false, pause.Reason));
        }

        if (at < end)
        {
            stretches.Add(new(at, end, true, null));
        }

        return stretches;
    }

    /// <summary>The pauses from <paramref name="start"/> on, in order and without overlap.</summary>
    private static IEnumerable<Pause> Merged(IEnumerable<Pause> pauses, DateTimeOffset start)
    {
        var reached = start;
        foreach (var pause in pauses.OrderBy(p => p.From))
        {
            if (pause.To <= reached || pause.To <= pause.From)
            {
                continue;
            }

            var from = pause.From < reached ? reached : pause.From;
            yield return pause with { From = from };
            if (pause.To is not { } to)
            {
                yield break;
            }

            reached = to;
        }
    }
}
