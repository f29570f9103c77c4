namespace AfterSales.Core.Cases;

/// <summary>渠道: how a case came in.</summary>
public enum Channel
{
    /// <summary>来电.</summary>
    Phone = 1,

    /// <summary>来人.</summary>
    Visitor = 2,

    /// <summary>来函.</summary>
    Letter = 3,

    /// <summary>在线.</summary>
    Online = 4,

    /// <summary>E-mail.</summary>
    Email = 5,
}

/// <summary>类型 of a case.</summary>
public enum CaseType
{
    /// <summary>咨询.</summary>
    Enquiry = 1,

    /// <summary>培训.</summary>
    Training = 2,

    /// <summary>配送.</summary>
    Delivery = 3,

    /// <summary>安装.</summary>
    Installation = 4,

    /// <summary>维修.</summary>
    Repair = 5,

    /// <summary>保养.</summary>
    Maintenance = 6,

    /// <summary>备件.</summary>
    Parts = 7,

    /// <summary>退换货.</summary>
    Return = 8,

    /// <summary>召回.</summary>
    Recall = 9,

    /// <summary>建议.</summary>
    Suggestion = 10,

    /// <summary>投诉.</summary>
    Complaint = 11,
}

/// <summary>影响, asked first; the priority follows from it.</summary>
public enum Impact
{
    /// <summary>停机: the machine stands.</summary>
    Stopped = 1,

    /// <summary>带病运行: runs impaired.</summary>
    Impaired = 2,

    /// <summary>不影响生产.</summary>
    None = 3,
}

/// <summary>优先级.</summary>
public enum Priority
{
    /// <summary>紧急.</summary>
    Urgent = 1,

    /// <summary>高.</summary>
    High = 2,

    /// <summary>普通.</summary>
    Normal = 3,

    /// <summary>低.</summary>
    Low = 4,
}

/// <summary>服务方式.</summary>
public enum ServiceMode
{
    /// <summary>远程.</summary>
    Remote = 1,

    /// <summary>上门; the arrival promise (R3) belongs to it.</summary>
    OnSite = 2,

    /// <summary>进厂.</summary>
    Workshop = 3,

    /// <summary>寄修.</summary>
    SentIn = 4,
}

/// <summary>How a first reply was given.</summary>
public enum ReplyHow
{
    /// <summary>By telephone.</summary>
    Phone = 1,

    /// <summary>In writing.</summary>
    Writing = 2,

    /// <summary>With the resolution, none having been recorded (DOMAIN 4).</summary>
    WithResolution = 3,
}

/// <summary>What the choices imply.</summary>
public static class CaseChoices
{
    /// <summary>The priority that an impact suggests, normal where none was asked; it can be changed.</summary>
    public static Priority Suggested(this Impact? impact) => impact switch
    {
        Impact.Stopped => Priority.Urgent,
        Impact.Impaired => Priority.High,
        _ => Priority.Normal,
    };

    /// <summary>Repair, installation and maintenance: they need a service report and get a follow-up (R31, R40).</summary>
    public static bool IsService(this CaseType type) =>
        type is CaseType.Repair or CaseType.Installation or CaseType.Maintenance;

    /// <summary>The mode a type starts with; repairs follow their product line.</summary>
    public static ServiceMode DefaultMode(this CaseType type, ServiceMode repairMode) => type switch
    {
        CaseType.Repair or CaseType.Maintenance => repairMode,
        CaseType.Installation or CaseType.Training or CaseType.Recall => ServiceMode.OnSite,
        _ => ServiceMode.Remote,
    };
}
