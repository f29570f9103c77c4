using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.WorkOrders;

/// <summary>A work order opened for writing together with its case: how dispatch and field work change either.</summary>
internal sealed class OrderFile
{
    private readonly Write write;

    private OrderFile(Write write, WorkOrder order, CaseFile file) => (this.write, Order, File) = (write, order, file);

    /// <summary>The order with its visits.</summary>
    public WorkOrder Order { get; }

    /// <summary>Its case.</summary>
    public CaseFile File { get; }

    /// <inheritdoc cref="CaseFile.Case"/>
    public ServiceCase Case => File.Case;

    /// <summary>Opens an order by its number; throws <see cref="MissingException"/> when there is none.</summary>
    public static async Task<OrderFile> Open(Write write, string number)
    {
        var order = await write.Db.WorkOrders.Include(o => o.Visits).SingleOrDefaultAsync(o => o.Number == number, write.Stop)
            ?? throw new MissingException($"work order {number}");
        return new OrderFile(write, order, await CaseFile.Open(write, order.CaseId));
    }

    /// <summary>The same for the engineer whose order it is; another's order is not there.</summary>
    public static async Task<OrderFile> Mine(Write write, string number)
    {
        var file = await Open(write, number);
        return file.Order.EngineerId == write.Actor.Id ? file : throw new MissingException($"work order {number}");
    }

    /// <summary>One step on an order: opened by <paramref name="open"/>, changed, settled when nothing was refused.</summary>
    public static Task<Result> Change(
        Writer writer, Func<Write, string, Task<OrderFile>> open, string number, Guid request, Func<Write, OrderFile, Task<Result>> change, CancellationToken stop) =>
        writer.Run(request, async write =>
        {
            var file = await open(write, number);
            var done = await change(write, file);
            if (done.Ok)
            {
                await file.Settle();
            }

            return done;
        }, stop);

    /// <summary>The same for a step that waits for nothing.</summary>
    public static Task<Result> Change(
        Writer writer, Func<Write, string, Task<OrderFile>> open, string number, Guid request, Func<Write, OrderFile, Result> change, CancellationToken stop) =>
        Change(writer, open, number, request, (write, file) => Task.FromResult(change(write, file)), stop);

    /// <summary>Promises, facts and open pages follow: the case's and the engineer's.</summary>
    public async Task Settle()
    {
        // A visit is a part of its order: who saves over a moved one must see it, so the order's version goes on with it.
        if (Order.Visits.Any(v => write.Db.Entry(v).State != EntityState.Unchanged))
        {
            write.Db.Entry(Order).Property(o => o.Version).IsModified = true;
        }

        await write.Db.SaveChangesAsync(write.Stop);
        await File.Settle();
        Touch(Order.EngineerId);
    }

    /// <summary>Tells an engineer's open pages.</summary>
    public void Touch(long engineerId) => write.Touch($"person/{TextRule.Invariant(engineerId)}");

    /// <summary>Before this no step of the current visit can have happened: the end of the visit before it, else the intake.</summary>
    public DateTimeOffset Earliest() => Earliest(Order.Current?.Ordinal ?? 0);

    /// <summary>The same for any visit.</summary>
    public DateTimeOffset Earliest(int visit) => Order.Visits.Where(v => v.Ordinal < visit).Max(v => v.LeftAt) ?? Case.OpenedAt;

    /// <summary>A line of the case's timeline that names the order.</summary>
    public void Tell(CaseEventKind kind, string? text = null, DateTimeOffset? happenedAt = null, params (string Name, string? Value)[] facts) =>
        Case.Tell(kind, write.Actor, write.Now, text, happenedAt, [("order", Order.Number), .. facts]);

    /// <summary>Work on a held case ends the hold: whoever goes there has found the way free.</summary>
    public async Task EndHold()
    {
        if (Case.Holds.SingleOrDefault(h => h.EndedAt is null) is not { } hold)
        {
            return;
        }

        await write.CancelPlanned(hold.Id, ActionKind.HoldEnds);
        Case.Resume(write.Actor, write.Now);
    }

    /// <summary>The order's report, begun where there is none yet.</summary>
    public async Task<ServiceReport> Report()
    {
        var report = await write.Db.ServiceReports.Include(r => r.Parts).Include(r => r.Checks).AsSplitQuery()
            .SingleOrDefaultAsync(r => r.WorkOrderId == Order.Id, write.Stop);
        if (report is null)
        {
            // From 1: a form that was loaded while there was no report (0) must not pass for this one's.
            report = new ServiceReport { CaseId = Case.Id, WorkOrderId = Order.Id, Version = 1 };
            write.Db.ServiceReports.Add(report);
        }

        return report;
    }

    /// <summary>Something waits for the supervisors of the case's area.</summary>
    public async Task AskSupervisors(string what, string cause) => await write.Notify(
        await Audience.Supervisors(write, Case.Id), NoticeKind.ApprovalAsked, $"{what}/{cause}", Case.Id, ("number", Case.Number), ("order", Order.Number), ("what", what));

    /// <summary>The engineer is told that the order's appointment, or the order itself, changed, or what was decided about it.</summary>
    public Task TellEngineer(long engineerId, NoticeKind kind, params (string Name, string? Value)[] facts) => write.Notify(
        engineerId, kind, $"{Order.Number}/{write.Now.ToUnixTimeMilliseconds()}", Case.Id, [("number", Case.Number), ("order", Order.Number), .. facts]);
}
