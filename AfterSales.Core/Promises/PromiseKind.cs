namespace AfterSales.Core.Promises;

/// <summary>What was promised.</summary>
public enum PromiseKind
{
    /// <summary>首次答复 (R2).</summary>
    FirstReply = 1,

    /// <summary>到场 (R2, R3).</summary>
    Arrival = 2,

    /// <summary>处理完毕 (R1).</summary>
    Handling = 3,

    /// <summary>报告主管: a complaint not met on the spot (R4).</summary>
    ComplaintReport = 4,

    /// <summary>告知方案: the customer told on the day that a solution is known (R4).</summary>
    SolutionTold = 5,
}

/// <summary>How a promise stands.</summary>
public enum PromiseState
{
    /// <summary>Not met yet; late or not is a matter of the clock.</summary>
    Open = 1,

    /// <summary>守约: met at or before the due instant.</summary>
    Kept = 2,

    /// <summary>Met after it.</summary>
    Late = 3,

    /// <summary>豁免: waived with a reason and an approval.</summary>
    Exempt = 4,

    /// <summary>Not promised any more (type or place changed, case cancelled).</summary>
    Void = 5,
}

/// <summary>How far a promise's clock has got.</summary>
public enum PromiseStage
{
    /// <summary>Nothing told yet.</summary>
    None = 0,

    /// <summary>预警 at the policy's share of the time.</summary>
    Warning = 1,

    /// <summary>超时 at 100 %.</summary>
    Breach = 2,

    /// <summary>升级 to the manager.</summary>
    Escalation = 3,
}
