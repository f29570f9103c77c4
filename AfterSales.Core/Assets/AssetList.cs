using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Search;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Assets;

/// <summary>A list of machines as its address says it.</summary>
public sealed record AssetFilter : ListFilter
{
    /// <summary>A serial or its tail, a customer's name.</summary>
    [Word("q")]
    public string? Text { get; init; }

    /// <summary>Code of the product line.</summary>
    [Word]
    public string? Line { get; init; }

    /// <summary>Only those whose maintenance is due by today.</summary>
    [Word]
    public bool Due { get; init; }
}

/// <summary>A machine in a list.</summary>
public sealed record AssetRow(long Id, string SerialNo, string ProductLine, string Model, string CustomerCode, string CustomerName, string? Address, WarrantyState Warranty, DateOnly? ServiceDueOn) : IListRow;

/// <summary>设备档案 as a list, in the order of serial numbers; of those due for maintenance in that of their days.</summary>
public sealed class AssetList(Sight sight, Lists lists, BusinessClock clock, Actor actor) : Listing<AssetFilter, AssetRow>(sight, actor)
{
    /// <inheritdoc/>
    public override string Name => "assets";

    /// <inheritdoc/>
    public override string Title => "Assets.Title";

    /// <inheritdoc/>
    public override Columns<AssetRow> Columns { get; } = new Columns<AssetRow>()
        .Text("Assets.SerialNo", r => r.SerialNo, 20, "serial")
        .Text("Assets.Model", r => r.Model, 18, "model").Words("Assets.Line", (r, w) => w.Line(r.ProductLine), under: true)
        .Text("Assets.Customer", r => r.CustomerName, 30).Text("Customers.Code", r => r.CustomerCode, under: true)
        .Text("Assets.Site", r => r.Address, 34)
        .Words("Assets.Warranty", (r, w) => w.Of<WarrantyCover>(r.Warranty.Cover), 12).Day("Assets.WarrantyEnds", r => r.Warranty.LastDay, under: true)
        .Day("Assets.ServiceDueOn", r => r.ServiceDueOn, "due");

    /// <inheritdoc/>
    protected override void Permit() => Actor.Must(Permission.ReadAll);

    /// <inheritdoc/>
    private protected override Task<TypedText?> Typed(AfterSalesDb db, AssetFilter f, CancellationToken stop) => TypedText.Of(db, f.Text, Few, stop);

    /// <inheritdoc/>
    private protected override Finding Found(AfterSalesDb db, AssetFilter f, TypedText? text)
    {
        var found = db.Assets.AsNoTracking();
        found = f.Line is { } line ? found.Where(a => a.ProductLine == line) : found;
        var today = clock.Today;
        found = f.Due ? found.Where(a => a.ServiceDueOn <= today) : found;
        found = text?.In(found) ?? found;
        return f.Due ? Finding.In(found).By("due", a => a.ServiceDueOn!.Value).By("serial", a => a.SerialNo).By("model", a => a.Model) : Finding.In(found).By("serial", a => a.SerialNo).By("model", a => a.Model).By("due", a => a.ServiceDueOn);
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<AssetRow>> Rows(AfterSalesDb db, IReadOnlyList<long> keys, CancellationToken stop)
    {
        var book = await lists.Book(stop);
        var rows = await db.Assets.AsNoTracking().Where(a => keys.Contains(a.Id))
            .Join(db.Customers, a => a.CustomerId, c => c.Id, (a, c) => new { Asset = a, c.Code, c.Name, Address = db.Sites.Where(s => s.Id == a.SiteId).Select(s => s.Address).FirstOrDefault() })
            .ToListAsync(stop);
        var warranties = await db.Warranties(book, [.. rows.Select(r => r.Asset)], clock.Today, clock.Zone, stop);
        return [.. rows.Select(r => new AssetRow(r.Asset.Id, r.Asset.SerialNo, r.Asset.ProductLine, r.Asset.Model, r.Code, r.Name, r.Address, warranties[r.Asset.Id], r.Asset.ServiceDueOn))];
    }
}
