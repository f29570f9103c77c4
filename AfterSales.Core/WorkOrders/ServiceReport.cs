using AfterSales.Core.Data;

namespace AfterSales.Core.WorkOrders;

/// <summary>售后服务报告单 (R31). A repair resolved by phone has one too, without a work order.</summary>
public sealed class ServiceReport : IVersioned, IAudited
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The case.</summary>
    public long CaseId { get; init; }

    /// <summary>The order; null for phone guidance.</summary>
    public long? WorkOrderId { get; init; }

    /// <summary>确认现象: code, beside the reported one.</summary>
    public string? ConfirmedSymptom { get; set; }

    /// <summary>The confirmed symptom in words.</summary>
    public string? ConfirmedSymptomText { get; set; }

    /// <summary>故障原因: code.</summary>
    public string? Cause { get; set; }

    /// <summary>The cause in words.</summary>
    public string? CauseText { get; set; }

    /// <summary>处理措施.</summary>
    public string? Remedy { get; set; }

    /// <summary>工时 in minutes, of all visits of the order together.</summary>
    public int? LabourMinutes { get; set; }

    /// <summary>What the machine's meter showed; a reading of the machine once the job is done.</summary>
    public int? MeterValue { get; set; }

    /// <summary>换表: a new meter began with it.</summary>
    public bool MeterReplaced { get; set; }

    /// <summary>The user's name on site.</summary>
    public string? UserName { get; set; }

    /// <summary>Found beyond the order and not done; told at hand-over and kept.</summary>
    public string? FoundBeyond { get; set; }

    /// <summary>Replaced parts.</summary>
    public List<ReportPart> Parts { get; } = [];

    /// <summary>The checklist's answers (R36).</summary>
    public List<ChecklistAnswer> Checks { get; } = [];

    /// <summary>满意度: 1–5, given before the engineer.</summary>
    public int? Score { get; set; }

    /// <summary>The user's words.</summary>
    public string? Comment { get; set; }

    /// <summary>Signature as PNG, at most <see cref="MaxSignatureBytes"/>.</summary>
    public byte[]? Signature { get; set; }

    /// <summary>Who signed.</summary>
    public string? SignedBy { get; set; }

    /// <summary>When it was signed.</summary>
    public DateTimeOffset? SignedAt { get; set; }

    /// <summary>R31: nobody there or refused: code of the reason.</summary>
    public string? NoSignatureReason { get; set; }

    /// <summary>R31: the picture that goes with it (JPEG or PNG), at most <see cref="MaxPictureBytes"/>.</summary>
    public byte[]? NoSignaturePicture { get; set; }

    /// <summary>R31: the supervisor who approved the missing signature.</summary>
    public long? NoSignatureApprovedById { get; set; }

    /// <summary>When the report became final.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Largest signature kept.</summary>
    public const int MaxSignatureBytes = 100_000;

    /// <summary>Largest picture kept.</summary>
    public const int MaxPictureBytes = 2_000_000;
}

/// <summary>A part replaced, old and new serial both kept.</summary>
public sealed class ReportPart : IAudited
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The report.</summary>
    public long ServiceReportId { get; init; }

    /// <summary>Part number.</summary>
    public string? PartNo { get; set; }

    /// <summary>Name.</summary>
    public required string Name { get; set; }

    /// <summary>Pieces.</summary>
    public int Quantity { get; set; } = 1;

    /// <summary>Serial taken out.</summary>
    public string? OldSerial { get; set; }

    /// <summary>Serial put in.</summary>
    public string? NewSerial { get; set; }

    /// <summary>总成: code of the assembly that it belongs to.</summary>
    public string? Assembly { get; set; }

    /// <summary>What sits in the old one is kept (<see cref="InnerPlace"/>), of a finished report only where something sat in it; else it is taken out with it.</summary>
    public bool KeepsInner { get; set; }

    /// <summary>One serial was typed as the old and the new one: nothing was exchanged by it.</summary>
    public bool ExchangesNothing => Shared.TextRule.Key(OldSerial) is { Length: > 0 } key && Shared.TextRule.Key(NewSerial) == key;

    /// <summary>The part in one line, but for its tick.</summary>
    public string Line() => string.Join(" · ", new[] { PartNo, Name, "×" + Shared.TextRule.Invariant(Quantity), OldSerial, NewSerial }.Select(t => t ?? "–").Concat(Assembly is null ? [] : [Assembly]));
}

/// <summary>The answer to one point of the checklist.</summary>
public sealed class ChecklistAnswer : IAudited
{
    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The report.</summary>
    public long ServiceReportId { get; init; }

    /// <summary>The version of the checklist answered.</summary>
    public long ChecklistId { get; init; }

    /// <summary>The item's code.</summary>
    public required string Item { get; init; }

    /// <summary>The answer.</summary>
    public CheckResult Result { get; set; }

    /// <summary>What was written with it.</summary>
    public string? Note { get; set; }
}

/// <summary>The answer to a point.</summary>
public enum CheckResult
{
    /// <summary>合格.</summary>
    Passed = 1,

    /// <summary>不合格: of a safety point, it blocks completion.</summary>
    Failed = 2,

    /// <summary>不适用.</summary>
    NotApplicable = 3,
}
