using AfterSales.Core.Audit;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Assets;

/// <summary>A machine's page.</summary>
public sealed record AssetView(
    long Id, AssetForm Form, string CustomerCode, string CustomerName, string? Dealer, WarrantyReading Meter, IReadOnlyList<CallerSite> Sites, IReadOnlyList<CallerCase> Cases, int CaseCount, MaintenanceDue Service)
{
    /// <summary>The whole machine.</summary>
    public WarrantyState Warranty => Meter.Machine;
}

/// <summary>设备档案: pages and changes.</summary>
public sealed class AssetDesk(Sight sight, Writer writer, Lists lists, BusinessClock clock, Actor actor)
{
    /// <summary>The machine's page.</summary>
    public async Task<AssetView> Read(string serial, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await sight.Open(stop);
        var a = await db.Assets.AsNoTracking().SingleOrDefaultAsync(x => x.SerialNo == serial, stop) ?? throw new MissingException($"machine {serial}");
        var owner = await db.Customers.Where(c => c.Id == a.CustomerId).Select(c => new { c.Code, c.Name }).SingleAsync(stop);
        var dealer = await db.Customers.Where(c => c.Id == a.DealerId).Select(c => new { c.Code, c.Name }).SingleOrDefaultAsync(stop);
        var sites = await db.Sites.Where(s => s.CustomerId == a.CustomerId).OrderBy(s => s.Id).Select(s => new CallerSite(s.Id, s.Address, s.Area, s.DistanceKm)).ToListAsync(stop);
        var (cases, count) = await CaseHistory.Counted(db, db.Cases.Where(c => c.AssetId == a.Id), CustomerReader.Most, stop);
        var book = await lists.Book(stop);
        return new AssetView(a.Id, AssetForm.Of(a, dealer?.Code), owner.Code, owner.Name, dealer?.Name, await db.Meter(book, a, clock.Today, clock.Zone, stop), sites,
            cases, count, await MaintenanceFile.Of(db, a, book.LineOf(a.ProductLine), clock.Zone, stop));
    }

    /// <summary>Saves the machine; what somebody else changed meanwhile is told field by field.</summary>
    public async Task<Result> Edit(string serial, AssetForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.EditCustomers);
        var book = await lists.Book(stop);
        var faults = form.Check(book, clock.Today);
        return faults.Count > 0 ? Result.Refused(faults) : await writer.Run(request, async write =>
        {
            var asset = await AssetFile.Held(write, serial);
            var dealer = await write.Db.Customers.Where(c => c.Id == asset.DealerId).Select(c => c.Code).SingleOrDefaultAsync(write.Stop);
            var stored = AssetForm.Of(asset, dealer);
            var place = await write.Db.Sites.Where(s => s.Id == stored.SiteId).Select(s => s.Address).SingleOrDefaultAsync(write.Stop);
            var conflicts = form.Conflicts(stored, await write.Db.LastChangedBy(nameof(Asset), serial, write.Stop), (field, value) => field == nameof(form.SiteId) ? place : book.Told(field, value));
            if (conflicts.Count > 0)
            {
                return Result.Refused(conflicts);
            }

            if (asset.SiteId != form.SiteId)
            {
                AssetMoving.Note(write, asset, asset.CustomerId, form.SiteId, write.Zone.DayOf(write.Now), null);
            }

            write.Touch("assets");
            var filled = await AssetFile.Fill(write, asset, form, book);
            if (filled.Ok)
            {
                await MaintenanceFile.Renew(write, asset.Id);
            }

            return filled;
        }, stop);
    }

    /// <summary>A new machine of a customer.</summary>
    public async Task<Result<string>> Add(string customerCode, AssetForm form, Guid request, CancellationToken stop = default)
    {
        actor.Must(Permission.EditCustomers);
        var book = await lists.Book(stop);
        var faults = form.Check(book, clock.Today);
        return faults.Count > 0 ? Result<string>.Refused(faults) : await writer.Run(request, async write =>
        {
            var customer = await Survivor.ToChange(write, customerCode);
            write.Touch("assets");
            var added = await AssetFile.Add(write, customer.Id, form, book);
            return added.Ok ? added.Value.SerialNo : Result<string>.Refused(added.Problems);
        }, stop);
    }
}
