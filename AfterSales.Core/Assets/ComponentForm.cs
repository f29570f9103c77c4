using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Core.Assets;

/// <summary>部件 as typed.</summary>
public sealed class ComponentForm : EditForm<ComponentForm>
{
    /// <summary>Longest warranty of a component, in months.</summary>
    public const int MostMonths = 600;

    /// <summary>What it is.</summary>
    public string? Name { get; set; }

    /// <summary>零件号.</summary>
    public string? PartNo { get; set; }

    /// <summary>Code of the 总成.</summary>
    public string? Assembly { get; set; }

    /// <summary>Its serial number.</summary>
    public string? Serial { get; set; }

    /// <summary>What it sits in.</summary>
    public long? WithinId { get; set; }

    /// <summary>装上日.</summary>
    public DateOnly? FittedOn { get; set; }

    /// <summary>拆下日.</summary>
    public DateOnly? RemovedOn { get; set; }

    /// <summary>Why it was taken out; of what takes the place of another, why that one was.</summary>
    public RemovalReason? RemovedFor { get; set; }

    /// <summary>Of what takes the place of another: what becomes of the parts in that one.</summary>
    public InnerParts? Inner { get; set; }

    /// <summary>The first day of its own warranty.</summary>
    public DateOnly? WarrantyFrom { get; set; }

    /// <summary>Months of its own warranty.</summary>
    public int? WarrantyMonths { get; set; }

    /// <summary>The form of a stored component.</summary>
    public static ComponentForm Of(Component c) => new ComponentForm
    {
        Name = c.Name,
        PartNo = c.PartNo,
        Assembly = c.Assembly,
        Serial = c.Serial,
        WithinId = c.WithinId,
        FittedOn = c.FittedOn,
        RemovedOn = c.RemovedOn,
        RemovedFor = c.RemovedFor,
        WarrantyFrom = c.WarrantyFrom,
        WarrantyMonths = c.WarrantyMonths,
        Version = c.Version,
    }.Freshly();

    /// <summary>What takes the place of another: the same part in the same place, from today, with its serial still to be typed.</summary>
    public static ComponentForm After(Component c, DateOnly today) => new ComponentForm
    {
        Name = c.Name, PartNo = c.PartNo, Assembly = c.Assembly, WithinId = c.WithinId, FittedOn = today, WarrantyFrom = today, WarrantyMonths = c.WarrantyMonths,
    }.Freshly();

    /// <summary>Every fault at once, but for how it fits the other components.</summary>
    public IReadOnlyList<Problem> Check(ListBook lists, DateOnly today) => new Checks()
        .Text(nameof(Name), Name, PartLimits.Name, required: true)
        .Text(nameof(PartNo), PartNo, PartLimits.Number)
        .Text(nameof(Serial), Serial, PartLimits.Number)
        .When(TextRule.Kept(Assembly) is { } code && lists.Term(TermKind.Assembly, code) is null, "Shared.NotInList", nameof(Assembly))
        .When(FittedOn > today, "Assets.DayAhead", nameof(FittedOn))
        .When(RemovedOn > today, "Assets.DayAhead", nameof(RemovedOn))
        .When(FittedOn < AssetLimits.Earliest, "Assets.DayTooEarly", nameof(FittedOn), AssetLimits.Earliest)
        .When(RemovedOn < AssetLimits.Earliest, "Assets.DayTooEarly", nameof(RemovedOn), AssetLimits.Earliest)
        .When(WarrantyFrom < AssetLimits.Earliest, "Assets.DayTooEarly", nameof(WarrantyFrom), AssetLimits.Earliest)
        .When(RemovedOn < FittedOn, "Assets.RemovedBeforeFitted", nameof(RemovedOn), RemovedOn, FittedOn)
        .When(RemovedFor is { } why && !Enum.IsDefined(why), "Shared.NotInList", nameof(RemovedFor))
        .When(Inner is { } inner && !Enum.IsDefined(inner), "Shared.NotInList", nameof(Inner))
        .When(WarrantyMonths is not null && WarrantyFrom is null, "Shared.Required", nameof(WarrantyFrom))
        .Range(nameof(WarrantyMonths), WarrantyMonths, 0, MostMonths)
        .Problems;

    /// <summary>Writes the checked form into the component.</summary>
    public void Fill(Component c)
    {
        (c.Name, c.PartNo, c.Assembly, c.Serial) = (TextRule.Kept(Name)!, TextRule.Kept(PartNo), TextRule.Kept(Assembly), TextRule.Kept(Serial));
        (c.WithinId, c.FittedOn, c.RemovedOn) = (WithinId, FittedOn, RemovedOn);
        (c.WarrantyFrom, c.WarrantyMonths) = (WarrantyFrom, WarrantyMonths);
        (c.RemovedFor, c.ReplacedById) = RemovedOn is null ? (null, null) : (RemovedFor, c.ReplacedById);
    }
}
