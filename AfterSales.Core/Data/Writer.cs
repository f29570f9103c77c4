using System.Text.Json;
using AfterSales.Core.Identity;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Data;

/// <summary>One unit of work under way: its context, its instant, the company's zone, who does it.</summary>
public sealed record Write(AfterSalesDb Db, DateTimeOffset Now, TimeZoneInfo Zone, Actor Actor, CancellationToken Stop)
{
    private readonly HashSet<string> topics = [];

    /// <summary>Wakes the runner of scheduled actions after the commit.</summary>
    public ActionAlarm Alarm { get; init; } = new();

    /// <summary>What open pages are told after the commit.</summary>
    public IReadOnlyCollection<string> Topics => topics;

    /// <summary>Work to do after the commit, outside the transaction (waking the scheduler, say).</summary>
    public List<Action> AfterCommit { get; } = [];

    /// <summary>Tells open pages of the topic after the commit.</summary>
    public void Touch(string topic) => topics.Add(topic);
}

/// <summary>
/// Carries out every write: queued, in one IMMEDIATE transaction, once per request id. A refusal rolls back; of two who save
/// the same row the second is refused with <c>Shared.ChangedMeanwhile</c>, of two who take the same number the second looks
/// again and finds it taken.
/// </summary>
public sealed class Writer(IDbContextFactory<AfterSalesDb> factory, BusinessClock clock, WriteGate gate, ChangeFeed feed, ActionAlarm alarm, Actor actor)
{
    /// <summary>The lock that all writers share on PostgreSQL.</summary>
    private const int Together = 7_300_001;

    /// <summary>What PostgreSQL ended for another's sake (the same rows in another order, the same number) is done so many times.</summary>
    private const int Tries = 3;

    /// <summary>
    /// Does <paramref name="work"/> once for <paramref name="request"/>; the same id again gets the first answer, another
    /// person's id is refused with <c>Shared.AnothersRequest</c>. The work may be begun several times and keeps nothing outside its <see cref="Write"/>.
    /// </summary>
    public async Task<Result<T>> Run<T>(Guid request, Func<Write, Task<Result<T>>> work, CancellationToken stop = default)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                return await Once(request, work, left == 1, stop);
            }
            catch (Exception e) when (left > 1 && Clash.IsPassing(e))
            {
                await Task.Delay(Random.Shared.Next(5, 50), stop);
            }
        }
    }

    private async Task<Result<T>> Once<T>(Guid request, Func<Write, Task<Result<T>>> work, bool last, CancellationToken stop)
    {
        Write write;
        Result<T> result;
        await using var db = await factory.CreateDbContextAsync(stop);
        using (await gate.Enter(stop))
        {
            (db.Actor, db.Now) = (actor, clock.Now);
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            await OneAtATime(db, request, stop);
            if (await db.WriteRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request, stop) is { } earlier)
            {
                return earlier.PersonId == actor.Id ? JsonSerializer.Deserialize<T>(earlier.Answer)! : new Problem("Shared.AnothersRequest");
            }

            write = new Write(db, db.Now, clock.Zone, actor, stop) { Alarm = alarm };
            try
            {
                result = await work(write);
                if (!result.Ok)
                {
                    return result;
                }

                await db.Drafts.Where(d => d.Id == request && d.PersonId == actor.Id).ExecuteDeleteAsync(stop);
                db.WriteRequests.Add(new WriteRequest { Id = request, At = db.Now, PersonId = actor.Id, Answer = JsonSerializer.Serialize(result.Value) });
                await db.SaveChangesAsync(stop);
                await transaction.CommitAsync(stop);
            }
            catch (RefusedException e)
            {
                return e.Problem;
            }
            catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || (Clash.IsTaken(e) && (last || !Clash.IsPassing(e))))
            {
                return new Problem("Shared.ChangedMeanwhile");
            }
        }

        feed.Publish(write.Topics);
        write.AfterCommit.ForEach(act => act());
        return result;
    }

    /// <summary>The same for work without an answer.</summary>
    public async Task<Result> Run(Guid request, Func<Write, Task<Result>> work, CancellationToken stop = default) =>
        await Run<bool>(request, async write => await work(write) is { Ok: false } refused ? Result<bool>.Refused(refused.Problems) : true, stop);

    /// <summary>
    /// A small write whose repetition does no harm, so that no request id is kept: a draft, "read". One at a time for
    /// <paramref name="subject"/>.
    /// </summary>
    public async Task Aside(Guid subject, Func<Write, Task> work, CancellationToken stop = default)
    {
        await using var db = await factory.CreateDbContextAsync(stop);
        using var turn = await gate.Enter(stop);
        (db.Actor, db.Now) = (actor, clock.Now);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await OneAtATime(db, subject, stop);
        await work(new Write(db, db.Now, clock.Zone, actor, stop) { Alarm = alarm });
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>
    /// PostgreSQL lets writers run side by side: the same request id waits for its first sending to end, and all of them for
    /// one who is <see cref="Alone"/>.
    /// </summary>
    private static async Task OneAtATime(AfterSalesDb db, Guid request, CancellationToken stop)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({BitConverter.ToInt64(request.ToByteArray())}), pg_advisory_xact_lock_shared({Together})", stop);
        }
    }

    /// <summary>
    /// For work that moves rows others may be adding to at this moment: waits until every writer under way is done and keeps
    /// new ones waiting until this one is. SQLite has one writer anyway.
    /// </summary>
    public static async Task Alone(Write write)
    {
        if (write.Db.Database.IsNpgsql())
        {
            await write.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Together})", write.Stop);
        }
    }
}
