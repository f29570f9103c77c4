using System.Globalization;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Bench.Soak;

/// <summary>What a writer does next: mostly what moves a case on, chosen at random among what can be done now.</summary>
internal sealed class Choice(IDbContextFactory<AfterSalesDb> factory, Random dice)
{
    private const int Candidates = 30;

    /// <summary>The next step.</summary>
    public async Task<Step> Next()
    {
        await using var db = await factory.CreateDbContextAsync();
        var found = dice.Next(100) switch
        {
            < 20 => null,
            < 38 => Of(StepKind.Reply, await Open(db).Where(c => c.RepliedAt == null).Select(c => c.Number).Take(Candidates).ToListAsync()),
            < 42 => Of(StepKind.Chase, await Open(db).Select(c => c.Number).Take(Candidates).ToListAsync()),
            < 45 => Of(StepKind.Hold, await Open(db).Where(c => c.Status != CaseStatus.OnHold && c.EngineerId == null).Select(c => c.Number).Take(Candidates).ToListAsync()),
            < 58 => Of(StepKind.Assign, await Open(db).Where(c => c.EngineerId == null && c.Type == CaseType.Repair).Select(c => c.Number).Take(Candidates).ToListAsync()),
            < 70 => Of(StepKind.Call, await Due(db)),
            _ => await Visit(db),
        };
        return found ?? new Step(StepKind.Intake, Guid.NewGuid(), await Machine(db));
    }

    private static IQueryable<ServiceCase> Open(AfterSalesDb db) =>
        db.Cases.Where(c => c.Status != CaseStatus.Resolved && c.Status != CaseStatus.Closed && c.Status != CaseStatus.Cancelled).OrderByDescending(c => c.Id);

    private static async Task<List<string>> Due(AfterSalesDb db) =>
        [.. (await db.Callbacks.Where(k => k.State == CallbackState.Due).OrderBy(k => k.Id).Select(k => k.Id).Take(Candidates).ToListAsync()).Select(id => id.ToString(CultureInfo.InvariantCulture))];

    /// <summary>An open order's next step.</summary>
    private async Task<Step?> Visit(AfterSalesDb db)
    {
        var open = await db.WorkOrders.AsNoTracking().Include(o => o.Visits).Where(WorkOrder.IsOpen).OrderByDescending(o => o.Id).Take(Candidates).ToListAsync();
        if (open.Count == 0)
        {
            return null;
        }

        var order = open[dice.Next(open.Count)];
        var report = await db.ServiceReports.AsNoTracking().Include(r => r.Checks).SingleOrDefaultAsync(r => r.WorkOrderId == order.Id);
        var kind = order.Status == WorkOrderStatus.Assigned ? StepKind.Accept
            : order.Current?.ArrivedAt is null ? StepKind.Arrive
            : report?.Remedy is null ? StepKind.Report
            : report.Checks.Count == 0 ? StepKind.Checks
            : report.Score is null ? StepKind.Score
            : report.Signature is null ? StepKind.Sign
            : StepKind.Complete;
        return new Step(kind, Guid.NewGuid(), order.Number);
    }

    private async Task<string> Machine(AfterSalesDb db)
    {
        var known = dice.Next(3) == 0 ? [] : await db.Assets.OrderByDescending(a => a.Id).Select(a => new { a.CustomerId, a.Id }).Take(Candidates).ToListAsync();
        return known.Count == 0 ? "new" : known[dice.Next(known.Count)] is var one ? string.Create(CultureInfo.InvariantCulture, $"{one.CustomerId}/{one.Id}") : "";
    }

    private Step? Of(StepKind kind, List<string> targets) =>
        targets.Count == 0 ? null : new Step(kind, Guid.NewGuid(), targets[dice.Next(targets.Count)]);
}
