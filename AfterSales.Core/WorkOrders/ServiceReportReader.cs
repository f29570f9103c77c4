using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.WorkOrders;

/// <summary>Reads a case's service reports for print. Who may see the case may print them: an engineer those of own jobs.</summary>
public sealed class ServiceReportReader(Sight sight, CaseReader cases, Lists lists, BusinessClock clock)
{
    /// <summary>
    /// One sheet for each work order and each report by phone, in order; a cancelled or declined order on which nothing
    /// was written has none, so a case may have none. <see cref="MissingException"/> when there is no such case for this person.
    /// </summary>
    public async Task<IReadOnlyList<ServiceReportView>> Read(string number, CancellationToken stop = default)
    {
        var view = await cases.Read(number, stop);
        await using var db = await sight.Open(stop);
        var reports = await db.ServiceReports.AsNoTracking().Include(r => r.Parts).Include(r => r.Checks).AsSplitQuery()
            .Where(r => r.CaseId == view.Head.Id).OrderBy(r => r.Id).ToListAsync(stop);
        var approvers = reports.Select(r => r.NoSignatureApprovedById).OfType<long>().ToList();
        var names = await db.Users.Where(p => approvers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        var book = await lists.Book(stop);
        var (assetId, caseId) = (view.Machine?.Id, view.Head.Id);
        var components = await db.Components.AsNoTracking().Where(c => c.AssetId == assetId).OrderBy(c => c.Id).ToListAsync(stop);
        var meter = await Meter(db, view.Machine?.Id, book, stop);
        return
        [
            .. Sheets(view, reports).Select(s => new ServiceReportView(
                view, s.Order, s.Report, s.Report?.NoSignatureApprovedById is { } by ? names.GetValueOrDefault(by) : null,
                view.Machine?.Warranty, Pays(view, s, book), book, clock.Now) { Meter = meter(s.Report?.CompletedAt ?? clock.Now), TakenOut = TakenOut(s.Report, components, caseId) }),
        ];
    }

    private static IReadOnlyDictionary<long, IReadOnlyList<string>> TakenOut(ServiceReport? report, IReadOnlyList<Component> components, long caseId) => (report?.Parts ?? []).Where(p => !p.KeepsInner)
        .ToDictionary(p => p.Id, p => report!.CompletedAt is null ? MountedPart.Meant(MountedPart.Of(components), p)?.Inner ?? [] : MountedPart.Gone(components, p, caseId));

    /// <summary>The 三包 meter of a machine on a day.</summary>
    private async Task<Func<DateTimeOffset, WarrantyReading?>> Meter(AfterSalesDb db, long? assetId, ListBook book, CancellationToken stop)
    {
        if (await db.Assets.AsNoTracking().SingleOrDefaultAsync(a => a.Id == assetId, stop) is not { } asset || book.PolicyOf(asset, clock.Zone) is not { } policy || (policy.Rights.Count == 0 && policy.MachineMeter is null))
        {
            return _ => null;
        }

        var facts = (await db.Facts(book, [asset], clock.Zone, stop))[asset.Id];
        return at => SanBao.Read(policy, facts, clock.DayOf(at));
    }

    private static IEnumerable<(OrderView? Order, ServiceReport? Report)> Sheets(CaseView view, List<ServiceReport> reports)
    {
        var byOrder = reports.Where(r => r.WorkOrderId is not null).ToDictionary(r => r.WorkOrderId!.Value);
        foreach (var report in reports.Where(r => r.WorkOrderId is null))
        {
            yield return (null, report);
        }

        foreach (var order in view.Orders)
        {
            var report = byOrder.GetValueOrDefault(order.Id);
            if (report is not null || order.Status is not (WorkOrderStatus.Cancelled or WorkOrderStatus.Declined))
            {
                yield return (order, report);
            }
        }
    }

    /// <summary>By the sheet's own cause; a person's decision is the case's.</summary>
    private static WhoPays? Pays(CaseView view, (OrderView? Order, ServiceReport? Report) sheet, ListBook book) => view.Machine is not { } machine ? null
        : book.Pays(WhoPays.Guidance(view.Head.Mode, sent: sheet.Order is not null, solved: true), machine.Warranty.Cover, machine.NoPapers, sheet.Report?.Cause, machine.Dealer is not null, view.Head.OpenedAt) with
        {
            Decision = view.Pays?.Decision,
        };
}
