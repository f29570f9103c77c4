using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AfterSales.Core.Scheduling;

/// <summary>
/// Makes due actions happen. Each is claimed by a conditional update; its effect and its "done" commit together, so that
/// running twice, late, on another node or after a kill has one effect.
/// </summary>
public sealed class ActionRunner(IDbContextFactory<AfterSalesDb> factory, Writer writer, WriteGate gate, ActionAlarm alarm, BusinessClock clock, ILogger<ActionRunner> log)
{
    /// <summary>How long a claim lasts: a node that died in the middle loses it then.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>How long an action rests after its first, second … failure; after the last it is given up.</summary>
    public static readonly IReadOnlyList<TimeSpan> Rests = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)];

    private const int Batch = 200;

    /// <summary>Runs whatever is due and sets the alarm for what is due soon; answers how many were done.</summary>
    public async Task<int> RunDue(CancellationToken stop = default)
    {
        var done = 0;
        while (await Due(stop) is { Count: > 0 } due)
        {
            foreach (var action in due)
            {
                done += await Claim(action.Id, stop) is { } attempt && await Carry(action, attempt, stop) ? 1 : 0;
            }
        }

        await SetAlarm(stop);
        return done;
    }

    /// <summary>At the start of the only node (SQLite): claims of the process that was here before are void.</summary>
    public async Task ReleaseLeases(CancellationToken stop = default)
    {
        using var turn = await gate.Enter(stop);
        await using var db = await factory.CreateDbContextAsync(stop);
        await db.ScheduledActions.Where(a => a.State == ActionState.Pending && a.LeasedUntil != null && a.LastError == null)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.LeasedUntil, (DateTimeOffset?)null), stop);
    }

    private async Task<List<Claimable>> Due(CancellationToken stop)
    {
        var now = clock.Now;
        await using var db = await factory.CreateDbContextAsync(stop);
        return await db.ScheduledActions
            .Where(a => a.State == ActionState.Pending && a.DueAt <= now && (a.LeasedUntil == null || a.LeasedUntil <= now))
            .OrderBy(a => a.DueAt).Take(Batch).Select(a => new Claimable(a.Id, a.Kind, a.SubjectId)).ToListAsync(stop);
    }

    /// <summary>The attempt's number, or null where another node was faster.</summary>
    private async Task<int?> Claim(long id, CancellationToken stop)
    {
        var now = clock.Now;
        using var turn = await gate.Enter(stop);
        await using var db = await factory.CreateDbContextAsync(stop);
        var claimed = await db.ScheduledActions
            .Where(a => a.Id == id && a.State == ActionState.Pending && (a.LeasedUntil == null || a.LeasedUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.LeasedUntil, now + Lease).SetProperty(a => a.Attempts, a => a.Attempts + 1), stop);
        return claimed == 0 ? null : await db.ScheduledActions.Where(a => a.Id == id).Select(a => a.Attempts).SingleAsync(stop);
    }

    private async Task<bool> Carry(Claimable action, int attempt, CancellationToken stop)
    {
        try
        {
            var result = await writer.Run<bool>(Guid.NewGuid(), write => Happen(write, action, attempt), stop);
            return result.Ok ? result.Value : await Fail(action, attempt, result.Problems[0].Code, stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var reference = Guid.NewGuid().ToString("N")[..8];
            log.LogError(e, "Action {Id} ({Kind} {Subject}) failed at attempt {Attempt}, reference {Reference}", action.Id, action.Kind, action.SubjectId, attempt, reference);
            return await Fail(action, attempt, reference, stop);
        }
    }

    /// <summary>Done and effect in one transaction; the attempt's number fences off a claim that has run out.</summary>
    private static async Task<Result<bool>> Happen(Write write, Claimable action, int attempt)
    {
        var mine = await write.Db.ScheduledActions
            .Where(a => a.Id == action.Id && a.State == ActionState.Pending && a.Attempts == attempt)
            .ExecuteUpdateAsync(
                set => set.SetProperty(a => a.State, ActionState.Done).SetProperty(a => a.DoneAt, write.Now).SetProperty(a => a.LeasedUntil, (DateTimeOffset?)null),
                write.Stop);
        if (mine == 0)
        {
            return false;
        }

        await ActionEffects.Happen(write, action.Kind, action.SubjectId);
        return true;
    }

    private async Task<bool> Fail(Claimable action, int attempt, string reference, CancellationToken stop)
    {
        var givenUp = attempt > Rests.Count;
        DateTimeOffset? rest = givenUp ? null : clock.Now + Rests[attempt - 1];
        using var turn = await gate.Enter(stop);
        await using var db = await factory.CreateDbContextAsync(stop);
        await db.ScheduledActions.Where(a => a.Id == action.Id && a.State == ActionState.Pending && a.Attempts == attempt)
            .ExecuteUpdateAsync(
                set => set.SetProperty(a => a.State, givenUp ? ActionState.Failed : ActionState.Pending).SetProperty(a => a.LeasedUntil, rest).SetProperty(a => a.LastError, reference),
                stop);
        return false;
    }

    /// <summary>Actions due within the horizon get a wake-up at their time.</summary>
    private async Task SetAlarm(CancellationToken stop)
    {
        var (from, to) = (clock.Now, clock.Now + ActionAlarm.Horizon);
        await using var db = await factory.CreateDbContextAsync(stop);
        var soon = await db.ScheduledActions.Where(a => a.State == ActionState.Pending && a.DueAt > from && a.DueAt <= to)
            .Select(a => a.DueAt).Distinct().OrderBy(d => d).Take(Batch).ToListAsync(stop);
        soon.ForEach(alarm.Set);
    }

    private sealed record Claimable(long Id, ActionKind Kind, long SubjectId);
}
