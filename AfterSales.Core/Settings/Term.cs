using AfterSales.Core.Warranty;

namespace AfterSales.Core.Settings;

/// <summary>Which list a term belongs to.</summary>
public enum TermKind
{
    /// <summary>Coded symptom 故障现象, by product line.</summary>
    Symptom = 1,

    /// <summary>Cause of a fault 故障原因; R10–R15 go by its group.</summary>
    Cause = 2,

    /// <summary>Reason of a hold 挂起原因; the policy names those that pause clocks.</summary>
    HoldReason = 3,

    /// <summary>Why an arrival promise is waived 豁免原因 (festival, no ticket).</summary>
    ExemptionReason = 4,

    /// <summary>Why a visit ended unfinished 未完成原因 (part, shutdown, quote).</summary>
    UnfinishedReason = 5,

    /// <summary>Why nobody signed 未签字原因.</summary>
    NoSignatureReason = 6,

    /// <summary>Why a call is no case 非业务来电 (wrong number, a colleague).</summary>
    NoCaseReason = 7,

    /// <summary>Why a promise was broken 超时原因.</summary>
    LateReason = 8,

    /// <summary>总成: which assembly of a machine a component is or belongs to; 三包 counts replacements by its code.</summary>
    Assembly = 9,

    /// <summary>部门: to which a question is handed off (R7).</summary>
    Department = 10,
}

/// <summary>An entry of an editable list: coded, in both languages, with its validity.</summary>
public sealed class Term : Named
{
    /// <summary>The list.</summary>
    public TermKind Kind { get; init; }

    /// <inheritdoc/>
    public override string AuditKey => $"{Kind}/{Code}";

    /// <summary>For symptoms: the product line's code; null fits every line.</summary>
    public string? ProductLine { get; init; }

    /// <summary>Of causes: what it means for the bill (R10–R15).</summary>
    public CauseGroup CauseGroup { get; init; }

    /// <summary>Of symptoms: a fault of safety, which counts for the rights of 三包.</summary>
    public bool Safety { get; init; }
}
