using AfterSales.Core.Cases;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.HandOffs;

/// <summary>转交 as typed.</summary>
public sealed class HandOffForm
{
    /// <summary>Code of the department.</summary>
    public string? Department { get; set; }

    /// <summary>What is asked.</summary>
    public string? Question { get; set; }

    /// <summary>By when, company wall time.</summary>
    public DateTime? Due { get; set; }

    /// <summary>Every fault at once; an answer is due within a year.</summary>
    public IReadOnlyList<Problem> Check(ListBook lists, DateTimeOffset now, TimeZoneInfo zone) => new Checks()
        .When(string.IsNullOrEmpty(Department), "Shared.Required", nameof(Department))
        .When(!string.IsNullOrEmpty(Department) && !lists.Offers(TermKind.Department, Department), "Shared.NotInList", nameof(Department))
        .Text(nameof(Question), Question, CaseLimits.Description, required: true)
        .Required(nameof(Due), Due)
        .When(Due is { } past && zone.Instant(past) <= now, "Cases.TimePast", nameof(Due))
        .When(Due is { } far && zone.Instant(far) > now.AddYears(1), "Cases.TimeTooFar", nameof(Due))
        .Problems;
}

/// <summary>The answer as typed.</summary>
public sealed class HandOffAnswerForm
{
    /// <summary>What the department answers.</summary>
    public string? Answer { get; set; }

    /// <summary>Who of it.</summary>
    public string? By { get; set; }

    /// <summary>Every fault at once.</summary>
    public IReadOnlyList<Problem> Check() => new Checks()
        .Text(nameof(Answer), Answer, CaseLimits.Description, required: true)
        .Text(nameof(By), By, CaseLimits.Visitor)
        .Problems;
}
