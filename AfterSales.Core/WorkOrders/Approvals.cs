using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Promises;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.WorkOrders;

/// <summary>
/// What the supervisor decides about field work: exemptions, back-entered arrivals, missing signatures, R32's call. The
/// engineer is told; a refusal says why.
/// </summary>
public sealed class Approvals(Writer writer, Actor actor)
{
    private long Me => actor.Id ?? throw new ForbiddenException("A person decides.");

    /// <summary>豁免 approved: the promise counts apart (K6).</summary>
    public Task<Result> ApproveExemption(string number, Guid request, CancellationToken stop = default) => Change(number, request, async (_, file) =>
    {
        var asked = Exemption(file);
        if (!asked.Ok)
        {
            return asked;
        }

        asked.Value.DecideExemption(true, Me);
        file.Tell(CaseEventKind.ExemptionDecided, null, null, ("reason", asked.Value.ExemptionReason), ("approved", "1"));
        await TellEngineer(file, Asker(file, ApprovalKind.Exemption, 0), ApprovalKind.Exemption);
        return Result.Done;
    }, stop);

    /// <summary>补录 confirmed, or set right: <paramref name="corrected"/> takes the place of the time entered. From now on it counts as it happened.</summary>
    public Task<Result> ConfirmArrival(string number, int visit, DateTimeOffset? corrected, Guid request, CancellationToken stop = default) => Change(number, request, async (write, file) =>
    {
        if (Awaiting(file, visit) is not { ArrivedAt: { } entered } found)
        {
            return new Problem("WorkOrders.NothingToDecide");
        }

        var at = StepTime.Of(corrected ?? entered, file.Earliest(visit), found.LeftAt ?? write.Now, write.Zone);
        if (!at.Ok)
        {
            return at;
        }

        Arrived(file, found, at.Value);
        file.Tell(CaseEventKind.TimeConfirmed, null, at.Value, ("visit", TextRule.Invariant(visit)), ("corrected", at.Value == entered ? null : "1"));
        await TellEngineer(file, found.EngineerId, ApprovalKind.Arrival);
        return Result.Done;
    }, stop);

    /// <summary>R31: nobody signed; the job may be completed.</summary>
    public Task<Result> ApproveNoSignature(string number, Guid request, CancellationToken stop = default) => Change(number, request, async (_, file) =>
    {
        if (await file.Report() is not { NoSignatureReason: { } reason, NoSignatureApprovedById: null } report)
        {
            return new Problem("WorkOrders.NothingToDecide");
        }

        report.NoSignatureApprovedById = Me;
        file.Tell(CaseEventKind.NoSignatureApproved, null, null, ("reason", reason), ("approved", "1"));
        await TellEngineer(file, file.Order.EngineerId, ApprovalKind.Signature);
        return Result.Done;
    }, stop);

    /// <summary>
    /// Refused, with the reason that the engineer reads: the request for an exemption is forgotten, a back-entered arrival
    /// counts as of its entry for good, a missing signature is due again.
    /// </summary>
    public async Task<Result> Refuse(ApprovalKind kind, string number, int visit, string? reason, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.Dispatch);
        var faults = new Checks().Text("Reason", reason, CaseLimits.Note, required: true).Problems;
        return faults.Count > 0 ? Result.Refused(faults) : await Change(number, request, async (_, file) =>
        {
            var (why, asker) = (TextRule.Kept(reason)!, Asker(file, kind, visit));
            var refused = kind switch
            {
                ApprovalKind.Exemption => RefuseExemption(file, why),
                ApprovalKind.Arrival => RefuseArrival(file, visit, why),
                ApprovalKind.Signature => RefuseNoSignature(file, await file.Report(), why),
                _ => new Problem("WorkOrders.NothingToDecide"),
            };
            if (refused.Ok)
            {
                await TellEngineer(file, asker, kind, why);
            }

            return refused;
        }, stop);
    }

    /// <summary>R32: headquarters (客服 or supervisor) confirms that the engineer phoned before leaving.</summary>
    public async Task<Result> ConfirmHeadquarters(string number, Guid request, CancellationToken stop = default)
    {
        actor.MustAny(Permission.Dispatch, Permission.HandleCases);
        return await OrderFile.Change(writer, OrderFile.Open, number, request, (_, file) =>
        {
            if (file.Order is not { HeadquartersCalledAt: not null, HeadquartersConfirmedById: null })
            {
                return new Problem("WorkOrders.NothingToDecide");
            }

            file.Order.HeadquartersConfirmedById = Me;
            file.Tell(CaseEventKind.HeadquartersCalled, null, null, ("confirmed", "1"));
            return Result.Done;
        }, stop);
    }

    private Result RefuseExemption(OrderFile file, string why)
    {
        var asked = Exemption(file);
        if (asked.Ok)
        {
            file.Tell(CaseEventKind.ExemptionDecided, why, null, ("reason", asked.Value.ExemptionReason));
            asked.Value.DecideExemption(false, Me);
        }

        return asked;
    }

    private Result RefuseArrival(OrderFile file, int visit, string why)
    {
        if (Awaiting(file, visit) is not { ArrivalEnteredAt: { } entered } found)
        {
            return new Problem("WorkOrders.NothingToDecide");
        }

        Arrived(file, found, found.LeftAt < entered ? found.LeftAt.Value : entered);
        file.Tell(CaseEventKind.TimeConfirmed, why, found.ArrivedAt, ("visit", TextRule.Invariant(visit)), ("refused", "1"));
        return Result.Done;
    }

    private static Result RefuseNoSignature(OrderFile file, ServiceReport report, string why)
    {
        if (report is not { NoSignatureReason: { } reason, NoSignatureApprovedById: null })
        {
            return new Problem("WorkOrders.NothingToDecide");
        }

        (report.NoSignatureReason, report.NoSignaturePicture) = (null, null);
        file.Tell(CaseEventKind.NoSignatureApproved, why, null, ("reason", reason));
        return Result.Done;
    }

    /// <summary>The promise whose exemption is asked for, while there is something to waive.</summary>
    private static Result<Promise> Exemption(OrderFile file) => file.Case.PromiseOf(PromiseKind.Arrival) switch
    {
        not { ExemptionReason: not null, ExemptionApprovedById: null } => new Problem("WorkOrders.NothingToDecide"),
        { MayBeExempt: true } promise => promise,
        _ => new Problem("WorkOrders.NothingToExempt"),
    };

    private static Visit? Awaiting(OrderFile file, int visit) => file.Order.Visits.SingleOrDefault(v => v.Ordinal == visit && v.AwaitsConfirmation);

    /// <summary>The case's first arrival moves with the visit that it was.</summary>
    private void Arrived(OrderFile file, Visit visit, DateTimeOffset at)
    {
        if (file.Case.ArrivedAt == visit.ArrivalCounts)
        {
            file.Case.CorrectArrival(at);
        }

        visit.Arrive(at);
        visit.ArrivalConfirmedById = Me;
    }

    /// <summary>Whose request it is: the order may have gone on to another engineer.</summary>
    private static long Asker(OrderFile file, ApprovalKind kind, int visit) => kind switch
    {
        ApprovalKind.Exemption => file.Case.PromiseOf(PromiseKind.Arrival)?.ExemptionById,
        ApprovalKind.Arrival => file.Order.Visits.SingleOrDefault(v => v.Ordinal == visit)?.EngineerId,
        _ => null,
    } ?? file.Order.EngineerId;

    private static Task TellEngineer(OrderFile file, long engineerId, ApprovalKind kind, string? why = null) =>
        file.TellEngineer(engineerId, NoticeKind.ApprovalDecided, ("what", kind.ToString()), ("reason", why));

    /// <summary>Takes the order's row first: of two who decide at once, the second finds it decided.</summary>
    private Task<Result> Change(string number, Guid request, Func<Write, OrderFile, Task<Result>> change, CancellationToken stop)
    {
        actor.Must(Permission.Dispatch);
        return OrderFile.Change(writer, async (write, order) =>
        {
            await write.Db.WorkOrders.Where(o => o.Number == order).ExecuteUpdateAsync(set => set.SetProperty(o => o.Version, o => o.Version), write.Stop);
            return await OrderFile.Open(write, order);
        }, number, request, change, stop);
    }
}
