using AfterSales.Core.Cases;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.WorkOrders;

/// <summary>The parts of a service report, in the order of the work.</summary>
public enum ReportPartKind
{
    /// <summary>到场.</summary>
    Arrival = 1,

    /// <summary>安全检查 (R36).</summary>
    Checklist = 2,

    /// <summary>原因与处理 (R31).</summary>
    Findings = 3,

    /// <summary>更换零件: may be none.</summary>
    Parts = 4,

    /// <summary>客户满意度与签字 (R31).</summary>
    Customer = 5,
}

/// <summary>R11, R31, R36: what a job still lacks before it can be completed. Pure; each gap is named under its part.</summary>
public static class ReportGaps
{
    /// <summary>Every gap; <paramref name="items"/> are the points of the checklists that belong to the job.</summary>
    public static IReadOnlyList<Problem> Of(CaseType type, bool quoteAwaited, Visit? visit, ServiceReport? report, IReadOnlyList<ChecklistItem> items) =>
    [
        .. visit?.ArrivedAt is null ? [Gap("WorkOrders.GapArrival", ReportPartKind.Arrival)] : Array.Empty<Problem>(),
        .. quoteAwaited ? [Gap("WorkOrders.GapQuote", ReportPartKind.Arrival)] : Array.Empty<Problem>(),
        .. Checklist(report, items),
        .. Findings(type, report),
        .. Customer(report),
    ];

    /// <summary>True for a gap, as against whatever else hinders completing, be it of a part of the report too.</summary>
    public static bool IsGap(Problem problem) => problem.Code.Split('.') is ["WorkOrders", var name] && name.StartsWith("Gap", StringComparison.Ordinal);

    /// <summary>The part of the report in which it is mended; null where in none.</summary>
    public static ReportPartKind? PartOf(Problem problem) => Enum.TryParse<ReportPartKind>(problem.Field?.Split('[')[0], out var part) ? part == ReportPartKind.Parts ? ReportPartKind.Findings : part : null;

    /// <summary>The field of <see cref="ReportForm"/> in which a gap of the findings is filled; null for any other gap.</summary>
    public static string? FieldOf(Problem gap) => gap.Code switch
    {
        "WorkOrders.GapSymptom" => nameof(ReportForm.ConfirmedSymptom),
        "WorkOrders.GapCause" => nameof(ReportForm.Cause),
        "WorkOrders.GapRemedy" => nameof(ReportForm.Remedy),
        "WorkOrders.GapHours" => nameof(ReportForm.Hours),
        "WorkOrders.GapUser" => nameof(ReportForm.UserName),
        _ => null,
    };

    /// <summary>R36: every point answered, no safety point failed.</summary>
    private static IEnumerable<Problem> Checklist(ServiceReport? report, IReadOnlyList<ChecklistItem> items)
    {
        var answers = report?.Checks.ToDictionary(c => c.Item, c => c.Result) ?? [];
        var open = items.Count(i => !answers.ContainsKey(i.Code));
        if (open > 0)
        {
            yield return Gap("WorkOrders.GapChecklist", ReportPartKind.Checklist, open);
        }

        foreach (var item in items.Where(i => i.Safety && answers.TryGetValue(i.Code, out var result) && result == CheckResult.Failed))
        {
            yield return Gap("WorkOrders.GapSafety", ReportPartKind.Checklist, item);
        }
    }

    /// <summary>R31: a repair says the confirmed symptom and the cause; every job the remedy, the hours, the user.</summary>
    private static IEnumerable<Problem> Findings(CaseType type, ServiceReport? report)
    {
        if (type == CaseType.Repair && report?.ConfirmedSymptom is null && report?.ConfirmedSymptomText is null)
        {
            yield return Gap("WorkOrders.GapSymptom", ReportPartKind.Findings);
        }

        if (type == CaseType.Repair && report?.Cause is null)
        {
            yield return Gap("WorkOrders.GapCause", ReportPartKind.Findings);
        }

        if (report?.Remedy is null)
        {
            yield return Gap("WorkOrders.GapRemedy", ReportPartKind.Findings);
        }

        if (report?.LabourMinutes is null)
        {
            yield return Gap("WorkOrders.GapHours", ReportPartKind.Findings);
        }

        if (report?.UserName is null)
        {
            yield return Gap("WorkOrders.GapUser", ReportPartKind.Findings);
        }
    }

    /// <summary>R31: the score and the signature; or reason, picture and approval for going without.</summary>
    private static IEnumerable<Problem> Customer(ServiceReport? report)
    {
        if (report?.NoSignatureReason is not null)
        {
            return report.NoSignatureApprovedById is null ? [Gap("WorkOrders.GapApproval", ReportPartKind.Customer)] : [];
        }

        return
        [
            .. report?.Score is null ? [Gap("WorkOrders.GapScore", ReportPartKind.Customer)] : Array.Empty<Problem>(),
            .. report?.SignedAt is null ? [Gap("WorkOrders.GapSignature", ReportPartKind.Customer)] : Array.Empty<Problem>(),
        ];
    }

    private static Problem Gap(string code, ReportPartKind part, params object?[] args) => new(code, part.ToString(), args);
}
