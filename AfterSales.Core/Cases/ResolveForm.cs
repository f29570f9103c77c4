using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Cases;

/// <summary>How a case was resolved without a visit.</summary>
public sealed class ResolveForm
{
    /// <summary>What was answered or done.</summary>
    public string? Resolution { get; set; }

    /// <summary>Code of the cause, for work that needs a service report (R31).</summary>
    public string? Cause { get; set; }

    /// <summary>The cause in words.</summary>
    public string? CauseText { get; set; }

    /// <summary>With whom it was settled, for the report.</summary>
    public string? UserName { get; set; }

    /// <summary>Every fault at once; <paramref name="needsReport"/> where no service report is there yet.</summary>
    public IReadOnlyList<Problem> Check(ListBook lists, bool needsReport) => new Checks()
        .Text(nameof(Resolution), Resolution, CaseLimits.Description, required: true)
        .When(needsReport && string.IsNullOrEmpty(Cause), "Shared.Required", nameof(Cause))
        .When(!string.IsNullOrEmpty(Cause) && !lists.Offers(TermKind.Cause, Cause), "Shared.NotInList", nameof(Cause))
        .Text(nameof(CauseText), CauseText, CaseLimits.Description)
        .Text(nameof(UserName), UserName, Customers.CustomerLimits.ContactName)
        .Problems;
}
