using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Search;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Customers;

/// <summary>A list of customers as its address says it.</summary>
public sealed record CustomerFilter : ListFilter
{
    /// <summary>A name, number, phone or serial.</summary>
    [Word("q")]
    public string? Text { get; init; }

    /// <summary>Code of the area.</summary>
    [Word]
    public string? Area { get; init; }

    /// <summary>客户类别.</summary>
    [Word]
    public CustomerKind? Kind { get; init; }

    /// <summary>客户等级.</summary>
    [Word]
    public CustomerTier? Tier { get; init; }

    /// <summary>R5: of known first contact and not filed yet; the file due first comes first.</summary>
    [Word]
    public bool Unfiled { get; init; }

    /// <summary>匿名化: asked for and not decided; who was asked for first comes first.</summary>
    [Word]
    public bool Anonymity { get; init; }
}

/// <summary>A customer in a list; <paramref name="FileDueOn"/> is R5's last day where the file is still missing.</summary>
public sealed record CustomerRow(
    long Id, string Code, string Name, CustomerKind Kind, CustomerTier Tier, bool Vip, string? Area, DateOnly? FirstContactOn, DateOnly? FiledOn, DateOnly? FileDueOn, int Machines, DateTimeOffset? LastCaseAt) : IListRow;

/// <summary>客户档案 as a list: in the order of names, of unfiled ones in the order in which their files are due, of those to be made anonymous as it was asked for.</summary>
public sealed class CustomerList(Sight sight, BusinessClock clock, Actor actor) : Listing<CustomerFilter, CustomerRow>(sight, actor)
{
    /// <inheritdoc/>
    public override string Name => "customers";

    /// <inheritdoc/>
    public override string Title => "Customers.Title";

    /// <inheritdoc/>
    public override Columns<CustomerRow> Columns { get; } = new Columns<CustomerRow>()
        .Text("Customers.Name", r => r.Name, 34, "name").Text("Customers.Code", r => r.Code, under: true)
        .Words("Customers.Tier", (r, w) => w.Of<CustomerTier>(r.Tier), 10, under: true).Yes("Customers.Vip", r => r.Vip, under: true)
        .Words("Customers.Kind", (r, w) => w.Of<CustomerKind>(r.Kind)).Words("Customers.Area", (r, w) => w.Area(r.Area)).Number("Customers.Machines", r => r.Machines)
        .At("Customers.LastCase", r => r.LastCaseAt)
        .Day("Customers.FileDueOn", r => r.FileDueOn, "contact").Day("Customers.FiledOn", r => r.FiledOn, under: true);

    /// <inheritdoc/>
    protected override void Permit() => Actor.Must(Permission.ReadAll);

    /// <inheritdoc/>
    private protected override Task<TypedText?> Typed(AfterSalesDb db, CustomerFilter f, CancellationToken stop) => TypedText.Of(db, f.Text, Few, stop);

    /// <inheritdoc/>
    private protected override Finding Found(AfterSalesDb db, CustomerFilter f, TypedText? text)
    {
        var found = (text?.Customers() ?? db.Customers.Where(c => c.MergedIntoId == null)).AsNoTracking();
        found = f.Area is { } area ? found.Where(c => c.Area == area) : found;
        found = f.Kind is { } kind ? found.Where(c => c.Kind == kind) : found;
        found = f.Tier is { } tier ? found.Where(c => c.Tier == tier) : found;
        if (f.Anonymity)
        {
            found = found.Where(c => c.AnonymityAskedAt != null && c.AnonymousAt == null && (!f.Unfiled || (c.FirstContactOn != null && c.FiledOn == null)));
            return Finding.In(found).By("asked", c => c.AnonymityAskedAt!.Value);
        }

        return f.Unfiled
            ? Finding.In(found.Where(c => c.FirstContactOn != null && c.FiledOn == null && c.AnonymousAt == null)).By("contact", c => c.FirstContactOn!.Value).By("name", c => c.NameKey)
            : Finding.In(found).By("name", c => c.NameKey).By("contact", c => c.FirstContactOn);
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<CustomerRow>> Rows(AfterSalesDb db, IReadOnlyList<long> keys, CancellationToken stop)
    {
        var days = (await db.PolicyAt(clock.Now, stop)).FileDays;
        var rows = await db.Customers.AsNoTracking().Where(c => keys.Contains(c.Id)).Select(c => new
        {
            Customer = c,
            Machines = db.Assets.Count(a => a.CustomerId == c.Id),
            LastCaseAt = db.Cases.Where(x => x.CustomerId == c.Id).OrderByDescending(x => x.OpenedAt).Select(x => (DateTimeOffset?)x.OpenedAt).FirstOrDefault(),
        }).ToListAsync(stop);
        return
        [
            .. rows.Select(r => new CustomerRow(
                r.Customer.Id, r.Customer.Code, r.Customer.Name, r.Customer.Kind, r.Customer.Tier, r.Customer.Vip, r.Customer.Area, r.Customer.FirstContactOn, r.Customer.FiledOn,
                r.Customer.FiledOn is null ? r.Customer.FirstContactOn?.AddDays(days) : null, r.Machines, r.LastCaseAt)),
        ];
    }
}
