using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
using AfterSales.Core.Shared;

namespace AfterSales.Core.WorkOrders;

/// <summary>What the supervisor decides about field work: exemptions, back-entered arrivals, missing signatures, R32's call.</summary>
public sealed class Approvals(Writer writer, Actor actor)
{
    private long Me => actor.Id ?? throw new ForbiddenException("A person decides.");

    /// <summary>豁免 approved, and the promise counts apart (K6); refused, and the request is forgotten.</summary>
    public Task<Result> DecideExemption(string number, bool approved, Guid request, CancellationToken stop = default) => Change(number, request, (_, file) =>
    {
        if (file.Case.PromiseOf(PromiseKind.Arrival) is not { ExemptionReason: { } reason, ExemptionApprovedById: null } promise)
        {
            return new Problem("WorkOrders.NothingToDecide");
        }

        if (!promise.MayBeExempt)
        {
            return new Problem("WorkOrders.NothingToExempt");
        }

        promise.DecideExemption(approved, Me);
        file.Tell(CaseEventKind.ExemptionDecided, null, null, ("reason", reason), ("approved", approved ? "1" : null));
        return Result.Done;
    }, stop);

    /// <summary>补录 confirmed, or set right: <paramref name="corrected"/> takes the place of the time entered.</summary>
    public Task<Result> ConfirmArrival(string number, int visit, DateTimeOffset? corrected, Guid request, CancellationToken stop = default) => Change(number, request, (write, file) =>
    {
        if (file.Order.Visits.SingleOrDefault(v => v.Ordinal == visit) is not { AwaitsConfirmation: true, ArrivedAt: { } entered } found)
        {
            return new Problem("WorkOrders.NothingToDecide");
        }

        var at = StepTime.Of(corrected ?? entered, file.Case.OpenedAt, found.LeftAt ?? write.Now);
        if (!at.Ok)
        {
            return Result.Refused(at.Problems);
        }

        if (file.Case.ArrivedAt == entered)
        {
            file.Case.CorrectArrival(at.Value);
        }

        (found.ArrivedAt, found.ArrivalConfirmedById) = (at.Value, Me);
        file.Tell(CaseEventKind.TimeConfirmed, null, at.Value, ("visit", TextRule.Invariant(visit)), ("corrected", at.Value == entered ? null : "1"));
        return Result.Done;
    }, stop);

    /// <summary>R31: nobody signed. Approved, the job may be completed; refused, reason and picture go and a signature is due.</summary>
    public Task<Result> DecideNoSignature(string number, bool approved, Guid request, CancellationToken stop = default) => Change(number, request, async (write, file) =>
    {
        var report = await file.Report();
        if (report is not { NoSignatureReason: { } reason, NoSignatureApprovedById: null })
        {
            return new Problem("WorkOrders.NothingToDecide");
        }

        if (approved)
        {
            report.NoSignatureApprovedById = Me;
        }
        else
        {
            (report.NoSignatureReason, report.NoSignaturePicture) = (null, null);
        }

        file.Tell(CaseEventKind.NoSignatureApproved, null, null, ("reason", reason), ("approved", approved ? "1" : null));
        return Result.Done;
    }, stop);

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

    private Task<Result> Change(string number, Guid request, Func<Write, OrderFile, Result> change, CancellationToken stop) =>
        Change(number, request, (write, file) => Task.FromResult(change(write, file)), stop);

    private Task<Result> Change(string number, Guid request, Func<Write, OrderFile, Task<Result>> change, CancellationToken stop)
    {
        actor.Must(Permission.Dispatch);
        return OrderFile.Change(writer, OrderFile.Open, number, request, change, stop);
    }
}
