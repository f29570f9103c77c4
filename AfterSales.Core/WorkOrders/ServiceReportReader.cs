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
        var assetId = view.Machine?.Id;
        var components = await db.Components.AsNoTracking().Where(c => c.AssetId == assetId).OrderBy(c => c.Id).ToListAsync(stop);
        var mounted = MountedPart.Of(components);
        var meter = await Meter(db, assetId, book, stop);
        return
        [
            .. Sheets(view, reports).Select(s => new ServiceReportView(
                view, s.Order, s.Report, s.Report?.NoSignatureApprovedById is { } by ? names.GetValueOrDefault(by) : null,
                view.Machine?.Warranty, Pays(view, s, book), book, clock.Now) { Meter = meter(s.Report?.CompletedAt ?? clock.Now), Inner = Inner(s.Order, s.Report, components, mounted) }),
        ];
    }

    /// <summary>Only a job on an order takes parts out of the machine's file: on the day on which its last visit ended.</summary>
    private Dictionary<long, InnerFate> Inner(OrderView? order, ServiceReport? report, IReadOnlyList<Component> components, IReadOnlyList<MountedPart> mounted)
    {
        var day = order?.Visits.LastOrDefault(v => v.Ending == VisitEnding.Finished)?.LeftAt is { } left ? clock.DayOf(left) : (DateOnly?)null;
        InnerFate? Fate(ReportPart part) => report!.CompletedAt is null ? InnerFate.Of(mounted, part) : day is { } done ? InnerFate.Done(components, part, done) : null;
        return (from part in order is null ? [] : report?.Parts ?? [] let fate = Fate(part) where fate is not null select (part.Id, fate)).ToDictionary();
    }

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
    private static WhoPays? Pays(CaseView view, (OrderView? Order, ServiceReport? Report) sheet, ListBook book) => view.Machine is not { } machine ? sheet.Order is null ? view.Pays : null
        : book.Pays(WhoPays.Guidance(view.Head.Mode, sent: sheet.Order is not null, solved: true), machine.Warranty.Cover, machine.NoPapers, sheet.Report?.Cause, machine.Dealer is not null, view.Head.OpenedAt) with
        {
            Decision = view.Pays?.Decision,
        };
}
