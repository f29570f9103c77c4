using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AfterSales.Core.Promises;

/// <summary>
/// Tells each stage that a promise's clock has reached (warning, breach, escalation) exactly once: on the timeline and
/// to the people concerned. The claim, the line and the notification commit together.
/// </summary>
public sealed class BreachCheck(IDbContextFactory<AfterSalesDb> factory, Writer writer, BusinessClock clock, ILogger<BreachCheck> log)
{
    private const int Batch = 50;

    /// <summary>Tells whatever is due; answers how many stages were told.</summary>
    public async Task<int> Run(CancellationToken stop = default)
    {
        var told = 0;
        foreach (var batch in (await Due(stop)).Chunk(Batch))
        {
            told += await Together(batch, stop);
        }

        return told;
    }

    private async Task<List<Reached>> Due(CancellationToken stop)
    {
        var now = clock.Now;
        await using var db = await factory.CreateDbContextAsync(stop);
        return await db.Promises.Where(p => p.NextStageAt != null && p.NextStageAt <= now).OrderBy(p => p.NextStageAt).ThenBy(p => p.Id)
            .Select(p => new Reached(p.Id, p.CaseId)).ToListAsync(stop);
    }

    /// <summary>A batch in one transaction; if one promise fails, the others are told one by one.</summary>
    private async Task<int> Together(Reached[] batch, CancellationToken stop)
    {
        try
        {
            return (await writer.Run<int>(Guid.NewGuid(), write => Tell(write, batch), stop)).Value;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (batch.Length == 1)
            {
                log.LogError(e, "The stage of promise {Promise} of case {Case} could not be told", batch[0].PromiseId, batch[0].CaseId);
                return 0;
            }
        }

        var told = 0;
        foreach (var one in batch)
        {
            told += await Together([one], stop);
        }

        return told;
    }

    private static async Task<Result<int>> Tell(Write write, Reached[] batch)
    {
        var mine = await Claim(write, batch);
        var cases = mine.Select(r => r.CaseId).ToHashSet();
        var promises = mine.Select(r => r.PromiseId).ToHashSet();
        var loaded = await write.Db.Cases.Include(c => c.Promises).Include(c => c.Holds).AsSplitQuery().Where(c => cases.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(write.Stop);
        var policies = await write.Db.ServicePolicies.AsNoTracking().ToDictionaryAsync(p => p.Id, write.Stop);
        var told = 0;
        foreach (var c in loaded)
        {
            foreach (var promise in c.Promises.Where(p => promises.Contains(p.Id)))
            {
                told += await TellStages(write, c, promise, policies[c.PolicyId]);
            }
        }

        return told;
    }

    /// <summary>
    /// Those that another node has not told meanwhile: the update changes nothing but takes the row, and whoever waited for
    /// it finds the condition false.
    /// </summary>
    private static async Task<List<Reached>> Claim(Write write, Reached[] batch)
    {
        var mine = new List<Reached>();
        foreach (var reached in batch)
        {
            var taken = await write.Db.Promises.Where(p => p.Id == reached.PromiseId && p.NextStageAt != null && p.NextStageAt <= write.Now)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.NextStage, p => p.NextStage), write.Stop);
            if (taken == 1)
            {
                mine.Add(reached);
            }
        }

        return mine;
    }

    /// <summary>A late check tells the stages that passed meanwhile, each with the instant at which it was reached.</summary>
    private static async Task<int> TellStages(Write write, ServiceCase c, Promise promise, ServicePolicy policy)
    {
        var told = 0;
        while (promise.NextStageAt is { } at && at <= write.Now)
        {
            var stage = promise.Tell(c.PausesOf(promise.Kind), policy);
            var due = TextRule.Invariant(promise.DueAt.ToUnixTimeMilliseconds());
            c.Tell(EventOf(stage), write.Actor, write.Now, null, at, ("promise", promise.Kind.ToString()), ("rule", promise.Rule), ("due", due));
            await write.Notify(
                await Concerned(write, c, stage), NoticeOf(stage), $"{TextRule.Invariant(promise.Id)}/{TextRule.Invariant(at.ToUnixTimeMilliseconds())}", c.Id,
                ("promise", promise.Kind.ToString()), ("due", due));
            told++;
        }

        write.Touch("cases");
        write.Touch($"case/{TextRule.Invariant(c.Id)}");
        return told;
    }

    /// <summary>Warning: the owner; breach: the area's supervisor too; escalation: the managers.</summary>
    private static async Task<IEnumerable<long>> Concerned(Write write, ServiceCase c, PromiseStage stage)
    {
        if (stage == PromiseStage.Escalation)
        {
            return await Audience.Of(write, Role.Manager);
        }

        var owner = await Audience.Of(write, c.OwnerId);
        return stage == PromiseStage.Breach || owner.Count == 0 ? [.. owner, .. await Audience.Supervisors(write, c.Id)] : owner;
    }

    private static CaseEventKind EventOf(PromiseStage stage) => stage switch
    {
        PromiseStage.Warning => CaseEventKind.PromiseWarned,
        PromiseStage.Breach => CaseEventKind.PromiseBroken,
        _ => CaseEventKind.PromiseEscalated,
    };

    private static NoticeKind NoticeOf(PromiseStage stage) => stage switch
    {
        PromiseStage.Warning => NoticeKind.PromiseAtRisk,
        PromiseStage.Breach => NoticeKind.PromiseBroken,
        _ => NoticeKind.PromiseEscalated,
    };

    private sealed record Reached(long PromiseId, long CaseId);
}
