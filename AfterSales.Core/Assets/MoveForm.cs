using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Assets;

/// <summary>过户 or 移机 as typed.</summary>
public sealed class MoveForm : EditForm<MoveForm>
{
    /// <summary>The customer number of whose machine it becomes.</summary>
    public string? CustomerCode { get; set; }

    /// <summary>Where it stands then.</summary>
    public long? SiteId { get; set; }

    /// <summary>The day it moved.</summary>
    public DateOnly? MovedOn { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>Cases of the customer before are later than that day, and that is known: they stay there.</summary>
    public bool CasesKnown { get; set; }

    /// <summary>Where a machine is now, from which it moves.</summary>
    public static MoveForm Of(long version, string customerCode, long? siteId, DateOnly today) =>
        new MoveForm { Version = version, CustomerCode = customerCode, SiteId = siteId, MovedOn = today }.Freshly();

    /// <summary>Every fault at once, but for whether customer and place are on file.</summary>
    public IReadOnlyList<Problem> Check(DateOnly today) => new Checks()
        .Text(nameof(CustomerCode), CustomerCode, CustomerLimits.Code, required: true)
        .Required(nameof(MovedOn), MovedOn)
        .When(MovedOn > today, "Assets.DayAhead", nameof(MovedOn))
        .Text(nameof(Reason), Reason, CaseLimits.Note, required: true)
        .Problems;
}
