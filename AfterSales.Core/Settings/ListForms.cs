using System.Linq.Expressions;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;

namespace AfterSales.Core.Settings;

/// <summary>An entry of a list.</summary>
public sealed class TermForm : NamedForm<Term, TermForm>
{
    /// <summary>The list.</summary>
    public TermKind Kind { get; set; }

    /// <summary>For symptoms: the product line, or null for every one.</summary>
    public string? ProductLine { get; set; }

    /// <summary>Of causes: what it means for the bill.</summary>
    public CauseGroup CauseGroup { get; set; }

    /// <summary>Of symptoms: a fault of safety.</summary>
    public bool Safety { get; set; }

    /// <inheritdoc/>
    public override Expression<Func<Term, bool>> Same => r => r.Code == Code && r.Kind == Kind;

    /// <inheritdoc/>
    protected override void Take(Term row)
    {
        base.Take(row);
        Kind = row.Kind;
        ProductLine = row.ProductLine;
        CauseGroup = row.CauseGroup;
        Safety = row.Safety;
    }

    /// <inheritdoc/>
    public override Term Row(DateTimeOffset from) => new() { Code = Code, ValidFrom = from, NameZh = NameZh!.Trim(), NameEn = NameEn!.Trim(), Sort = Sort, Kind = Kind, ProductLine = TextRule.Kept(ProductLine), CauseGroup = CauseGroup, Safety = Safety };

    /// <inheritdoc/>
    protected override void Check(Checks checks)
    {
        base.Check(checks);
        checks.Member<TermKind>(nameof(Kind), Kind).Member<CauseGroup>(nameof(CauseGroup), CauseGroup).When(!IsCode(ProductLine), "Shared.NotInList", nameof(ProductLine));
    }
}

/// <summary>片区.</summary>
public sealed class AreaForm : NamedForm<Area, AreaForm>
{
    /// <summary>The area's supervisor.</summary>
    public long? SupervisorId { get; set; }

    /// <summary>Usual road distance of its places in km.</summary>
    public int? DistanceKm { get; set; }

    /// <inheritdoc/>
    protected override void Take(Area row)
    {
        base.Take(row);
        (SupervisorId, DistanceKm) = (row.SupervisorId, row.DistanceKm);
    }

    /// <inheritdoc/>
    protected override void Check(Checks checks)
    {
        base.Check(checks);
        checks.Range(nameof(DistanceKm), DistanceKm, 0, CustomerLimits.DistanceKm);
    }

    /// <inheritdoc/>
    public override Area Row(DateTimeOffset from) => new() { Code = Code, ValidFrom = from, NameZh = NameZh!.Trim(), NameEn = NameEn!.Trim(), Sort = Sort, SupervisorId = SupervisorId, DistanceKm = DistanceKm };
}

/// <summary>产品类别.</summary>
public sealed class ProductLineForm : NamedForm<ProductLine, ProductLineForm>
{
    /// <summary>The warranty policy of its machines.</summary>
    public string? WarrantyPolicy { get; set; }

    /// <summary>Where it is usually repaired.</summary>
    public ServiceMode RepairMode { get; set; } = ServiceMode.OnSite;

    /// <summary>Its machines are vehicles.</summary>
    public bool Vehicle { get; set; }

    /// <summary>保养周期 in months.</summary>
    public int? ServiceMonths { get; set; }

    /// <summary>保养周期 in what the meter counts.</summary>
    public int? ServiceMeter { get; set; }

    /// <inheritdoc/>
    protected override void Take(ProductLine row)
    {
        base.Take(row);
        WarrantyPolicy = row.WarrantyPolicy;
        RepairMode = row.RepairMode;
        Vehicle = row.Vehicle;
        (ServiceMonths, ServiceMeter) = (row.ServiceMonths, row.ServiceMeter);
    }

    /// <inheritdoc/>
    public override ProductLine Row(DateTimeOffset from) => new() { Code = Code, ValidFrom = from, NameZh = NameZh!.Trim(), NameEn = NameEn!.Trim(), Sort = Sort, WarrantyPolicy = WarrantyPolicy!, RepairMode = RepairMode, Vehicle = Vehicle, ServiceMonths = ServiceMonths, ServiceMeter = ServiceMeter };

    /// <inheritdoc/>
    protected override void Check(Checks checks)
    {
        base.Check(checks);
        checks.Text(nameof(WarrantyPolicy), WarrantyPolicy, 40, required: true).Member<ServiceMode>(nameof(RepairMode), RepairMode)
            .Range(nameof(ServiceMonths), ServiceMonths, 1, Assets.ComponentForm.MostMonths).Range(nameof(ServiceMeter), ServiceMeter, 1, Assets.ReadingForm.Highest);
    }
}

/// <summary>R36: a checklist; its points one a line of the form.</summary>
public sealed class ChecklistForm : NamedForm<Checklist, ChecklistForm>
{
    /// <summary>The product line, or null for every one.</summary>
    public string? ProductLine { get; set; }

    /// <summary>The case type, or null for every one.</summary>
    public CaseType? CaseType { get; set; }

    /// <summary>The points in order.</summary>
    public List<PointForm> Items { get; set; } = [];

    /// <inheritdoc/>
    protected override void Take(Checklist row)
    {
        base.Take(row);
        ProductLine = row.ProductLine;
        CaseType = row.CaseType;
        Items = [.. row.Items.Select(i => new PointForm { Code = i.Code, TextZh = i.TextZh, TextEn = i.TextEn, Safety = i.Safety })];
    }

    /// <inheritdoc/>
    public override Checklist Row(DateTimeOffset from) => new()
    {
        Code = Code,
        ValidFrom = from,
        NameZh = NameZh!.Trim(),
        NameEn = NameEn!.Trim(),
        Sort = Sort,
        ProductLine = TextRule.Kept(ProductLine),
        CaseType = CaseType,
        Items = [.. Items.Select((i, n) => new ChecklistItem(i.Code ?? $"{Code}-{n + 1}", i.TextZh!.Trim(), i.TextEn!.Trim(), i.Safety))],
    };

    /// <inheritdoc/>
    protected override void Check(Checks checks)
    {
        base.Check(checks);
        checks.When(!IsCode(ProductLine), "Shared.NotInList", nameof(ProductLine))
            .When(Items.Exists(i => !IsCode(i.Code)), "Settings.CodeCharacters", nameof(Items))
            .When(Items.Count is 0 or > 60, "Settings.PointCount", nameof(Items), 60)
            .When(Items.Select((i, n) => i.Code ?? $"{Code}-{n + 1}").Distinct().Count() != Items.Count, "Settings.PointTwice", nameof(Items));
        for (var i = 0; i < Items.Count; i++)
        {
            checks.Text($"Items[{i}].TextZh", Items[i].TextZh, SettingsLimits.Point, required: true).Text($"Items[{i}].TextEn", Items[i].TextEn, SettingsLimits.Point, required: true);
        }
    }

    /// <summary>One point.</summary>
    public sealed class PointForm
    {
        /// <summary>Its code; null until first saved.</summary>
        public string? Code { get; set; }

        /// <summary>Chinese text.</summary>
        public string? TextZh { get; set; }

        /// <summary>English text.</summary>
        public string? TextEn { get; set; }

        /// <summary>A failed safety point blocks completion.</summary>
        public bool Safety { get; set; }
    }
}
