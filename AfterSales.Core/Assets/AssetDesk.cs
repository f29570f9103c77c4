using AfterSales.Core.Audit;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Search;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Assets;

/// <summary>A machine in a list.</summary>
public sealed record AssetRow(long Id, string SerialNo, string ProductLine, string Model, string CustomerCode, string CustomerName, string? Address, WarrantyState Warranty, DateOnly? ServiceDueOn);

/// <summary>A page of machines and the serial after which the next one begins.</summary>
public sealed record AssetPage(IReadOnlyList<AssetRow> Rows, int Count, string? Next);

/// <summary>A list of machines as its address says it.</summary>
public sealed record AssetFilter
{
    /// <summary>A serial or its tail, a customer's name.</summary>
    public string? Text { get; init; }

    /// <summary>Code of the product line.</summary>
    public string? Line { get; init; }

    /// <summary>Only those whose maintenance is due by today.</summary>
    public bool Due { get; init; }

    /// <summary>The serial after which the page begins.</summary>
    public string? After { get; init; }

    /// <summary>Rows of a page.</summary>
    public int Size { get; init; } = 50;
}

/// <summary>A machine's page.</summary>
public sealed record AssetView(
    long Id, AssetForm Form, string CustomerCode, string CustomerName, string? Dealer, WarrantyState Warranty, IReadOnlyList<CallerSite> Sites, IReadOnlyList<CallerCase> Cases, int CaseCount, MaintenanceDue Service);

/// <summary>设备档案: lists, pages, changes.</summary>
public sealed class AssetDesk(IDbContextFactory<AfterSalesDb> factory, Writer writer, Lists lists, BusinessClock clock, Actor actor)
{
    /// <summary>One page in the order of serial numbers.</summary>
    public async Task<AssetPage> Find(AssetFilter filter, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await factory.CreateDbContextAsync(stop);
        var found = db.Assets.AsNoTracking();
        found = filter.Line is { } line ? found.Where(a => a.ProductLine == line) : found;
        var today = clock.Today;
        found = filter.Due ? found.Where(a => a.ServiceDueOn <= today) : found;
        if (TextRule.Kept(filter.Text) is { } text)
        {
            var hits = SearchService.All(db, text);
            var ids = hits.Where(h => h.Subject == SearchSubject.Asset).Select(h => h.SubjectId);
            var owners = hits.Where(h => h.Subject != SearchSubject.Asset).Select(h => h.CustomerId);
            found = found.Where(a => ids.Contains(a.Id) || owners.Contains(a.CustomerId));
        }

        var book = await lists.Book(stop);
#pragma warning disable CA1309 // Translated to SQL, where both databases compare ordinally.
        var paged = filter.After is { } after ? found.Where(a => string.Compare(a.SerialNo, after) > 0) : found;
#pragma warning restore CA1309
        var page = await paged.OrderBy(a => a.SerialNo).Take(filter.Size)
            .Select(a => new { Asset = a, Customer = db.Customers.Where(c => c.Id == a.CustomerId).Select(c => new { c.Code, c.Name }).First(), Address = db.Sites.Where(s => s.Id == a.SiteId).Select(s => s.Address).FirstOrDefault() }).ToListAsync(stop);
        var rows = page.Select(p => new AssetRow(p.Asset.Id, p.Asset.SerialNo, p.Asset.ProductLine, p.Asset.Model, p.Customer.Code, p.Customer.Name, p.Address, book.Warranty(p.Asset, clock.Today, clock.Zone), p.Asset.ServiceDueOn)).ToList();
        return new AssetPage(rows, await found.Select(a => a.Id).Take(Page<AssetRow>.CountCap + 1).CountAsync(stop), rows.Count == filter.Size ? rows[^1].SerialNo : null);
    }

    /// <summary>The machine's page.</summary>
    public async Task<AssetView> Read(string serial, CancellationToken stop = default)
    {
        actor.Must(Permission.ReadAll);
        await using var db = await factory.CreateDbContextAsync(stop);
        var a = await db.Assets.AsNoTracking().SingleOrDefaultAsync(x => x.SerialNo == serial, stop) ?? throw new MissingException($"machine {serial}");
        var owner = await db.Customers.Where(c => c.Id == a.CustomerId).Select(c => new { c.Code, c.Name }).SingleAsync(stop);
        var dealer = await db.Customers.Where(c => c.Id == a.DealerId).Select(c => new { c.Code, c.Name }).SingleOrDefaultAsync(stop);
        var sites = await db.Sites.Where(s => s.CustomerId == a.CustomerId).OrderBy(s => s.Id).Select(s => new CallerSite(s.Id, s.Address, s.Area, s.DistanceKm)).ToListAsync(stop);
        var (cases, count) = await CaseHistory.Counted(db, db.Cases.Where(c => c.AssetId == a.Id), CustomerReader.Most, stop);
        var book = await lists.Book(stop);
        return new AssetView(a.Id, AssetForm.Of(a, dealer?.Code), owner.Code, owner.Name, dealer?.Name, book.Warranty(a, clock.Today, clock.Zone), sites,
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
            var asset = await write.Db.Assets.SingleOrDefaultAsync(x => x.SerialNo == serial, write.Stop) ?? throw new MissingException($"machine {serial}");
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
            var customer = await write.Db.Customers.SingleOrDefaultAsync(c => c.Code == customerCode, write.Stop) ?? throw new MissingException($"customer {customerCode}");
            write.Touch("assets");
            var added = await AssetFile.Add(write, customer.Id, form, book);
            return added.Ok ? added.Value.SerialNo : Result<string>.Refused(added.Problems);
        }, stop);
    }
}
