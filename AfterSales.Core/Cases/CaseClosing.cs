using AfterSales.Core.Callbacks;
using AfterSales.Core.Data;
using AfterSales.Core.HandOffs;
using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Cases;

/// <summary>How a case ends, and begins again: resolve, close, reopen, cancel.</summary>
public sealed class CaseClosing(Writer writer, Lists lists, Actor actor)
{
    private static readonly WorkOrderStatus[] OpenOrders = [WorkOrderStatus.Assigned, WorkOrderStatus.Accepted, WorkOrderStatus.Declined, WorkOrderStatus.InProgress];

    /// <summary>解决 without a visit: by phone or in writing. Refused while a work order is open, since somebody is on the way, while a department owes an answer (R7), and for a complaint, which has steps of its own.</summary>
    public async Task<Result> Resolve(string number, ResolveForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.HandleCases);
        var book = await lists.Book(stop);
        return await writer.Run(request, async write =>
        {
            var file = await CaseFile.Open(write, number);
            if (file.Complaint is not null)
            {
                return new Problem("Cases.ComplaintHasSteps");
            }

            IReadOnlyList<Problem> problems = [.. form.Check(book, await NeedsReport(write, file.Case)), .. await Orders(write, file.Case), .. await HandOffWatch.Against(write.Db, file.Case.Id, write.Stop)];
            return problems.Count > 0 ? Result.Refused(problems) : await Resolve(write, file, form, onSpot: false);
        }, stop);
    }

    /// <summary>
    /// Resolves in the caller's transaction: service work without a visit gets its report (R31), and the first follow-up is
    /// planned (R40). Settles the case.
    /// </summary>
    public static async Task<Result> Resolve(Write write, CaseFile file, ResolveForm form, bool onSpot)
    {
        var c = file.Case;
        var text = TextRule.Kept(form.Resolution)!;
        var resolved = c.Resolve(text, onSpot, write.Actor, write.Now, write.Now);
        if (!resolved.Ok)
        {
            return resolved;
        }

        if (await NeedsReport(write, c))
        {
            write.Db.ServiceReports.Add(Report(c, form, text, write.Now));
        }

        await FollowUps.Open(write, c, file.Policy);
        await file.Settle();
        return Result.Done;
    }

    /// <summary>关闭: each thing that stands against it is told: an open promise, an open work order, a missing report.</summary>
    public Task<Result> Close(string number, string? text, Guid request, CancellationToken stop = default) =>
        Change(number, request, TextFault(text, required: false), async (write, file) =>
        {
            var against = await Against(write, file.Case);
            return against.Count > 0 ? Result.Refused(against) : file.Case.Close(actor, write.Now, TextRule.Kept(text));
        }, stop);

    /// <summary>What keeps a case from being closed.</summary>
    public static async Task<IReadOnlyList<Problem>> Against(Write write, ServiceCase c) =>
    [
        .. c.Promises.Where(p => p.State == PromiseState.Open).Select(p => new Problem("Cases.PromiseOpen", null, p.Kind)),
        .. await Orders(write, c),
        .. await HandOffWatch.Against(write.Db, c.Id, write.Stop),
        .. await NeedsReport(write, c) ? [new Problem("Cases.ReportMissing")] : Array.Empty<Problem>(),
    ];

    /// <summary>重开: unresolved again; planned follow-ups are dropped.</summary>
    public Task<Result> Reopen(string number, string? reason, Guid request, CancellationToken stop = default) =>
        Change(number, request, TextFault(reason), async (write, file) =>
        {
            await FollowUps.Drop(write, file.Case.Id);
            return file.Case.Reopen(TextRule.Kept(reason)!, actor, write.Now);
        }, stop);

    /// <summary>取消 with a reason: counts nowhere. Refused while a work order or a hand-off is open.</summary>
    public Task<Result> Cancel(string number, string? reason, Guid request, CancellationToken stop = default) =>
        Change(number, request, TextFault(reason), async (write, file) =>
        {
            IReadOnlyList<Problem> open = [.. await Orders(write, file.Case), .. await HandOffWatch.Against(write.Db, file.Case.Id, write.Stop)];
            if (open.Count > 0)
            {
                return Result.Refused(open);
            }

            foreach (var hold in file.Case.Holds.Where(h => h.EndedAt is null))
            {
                await write.CancelPlanned(hold.Id, ActionKind.HoldEnds);
            }

            await FollowUps.Drop(write, file.Case.Id);
            return file.Case.Cancel(TextRule.Kept(reason)!, actor, write.Now);
        }, stop);

    private async Task<Result> Change(string number, Guid request, IReadOnlyList<Problem> faults, Func<Write, CaseFile, Task<Result>> change, CancellationToken stop)
    {
        actor.Must(Permission.HandleCases);
        return faults.Count > 0 ? Result.Refused(faults) : await CaseDesk.Change(writer, number, request, change, stop);
    }

    private static IReadOnlyList<Problem> TextFault(string? text, bool required = true) =>
        new Checks().Text("Text", text, CaseLimits.Description, required).Problems;

    private static async Task<IReadOnlyList<Problem>> Orders(Write write, ServiceCase c) =>
        await write.Db.WorkOrders.Where(o => o.CaseId == c.Id && OpenOrders.Contains(o.Status)).Select(o => new Problem("Cases.OrderOpen", null, o.Number)).ToListAsync(write.Stop);

    private static async Task<bool> NeedsReport(Write write, ServiceCase c) =>
        c.Type.IsService() && !await write.Db.ServiceReports.AnyAsync(r => r.CaseId == c.Id && r.CompletedAt != null, write.Stop);

    private static ServiceReport Report(ServiceCase c, ResolveForm form, string remedy, DateTimeOffset now) => new()
    {
        CaseId = c.Id,
        ConfirmedSymptom = c.Symptom,
        ConfirmedSymptomText = c.SymptomText,
        Cause = form.Cause,
        CauseText = TextRule.Kept(form.CauseText),
        Remedy = remedy,
        UserName = TextRule.Kept(form.UserName),
        CompletedAt = now,
    };
}
