namespace AfterSales.Core.Scheduling;

/// <summary>
/// Wakes the runner at an instant, outside any transaction. The web room hangs Hangfire's delayed job on it; without
/// one it is silent, and the sweep finds what is due.
/// </summary>
public sealed class ActionAlarm
{
    /// <summary>Actions due within this time are given a wake-up of their own; the sweep sees to the others.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromMinutes(10);

    private Action<DateTimeOffset>? ring;

    /// <summary>Who is woken; set once at start-up.</summary>
    public void Connect(Action<DateTimeOffset> wake) => ring = wake;

    /// <summary>Wake at the instant (now, if it has passed).</summary>
    public void Set(DateTimeOffset dueAt) => ring?.Invoke(dueAt);
}
