using System.Collections.Frozen;
using static AfterSales.Core.Cases.CaseStatus;

namespace AfterSales.Core.Cases;

/// <summary>状态 of a case (DOMAIN 2, case life).</summary>
public enum CaseStatus
{
    /// <summary>已受理.</summary>
    Registered = 1,

    /// <summary>已答复.</summary>
    Replied = 2,

    /// <summary>已派工.</summary>
    Dispatched = 3,

    /// <summary>处理中.</summary>
    InProgress = 4,

    /// <summary>已解决.</summary>
    Resolved = 5,

    /// <summary>已关闭.</summary>
    Closed = 6,

    /// <summary>挂起.</summary>
    OnHold = 7,

    /// <summary>重开.</summary>
    Reopened = 8,

    /// <summary>已取消.</summary>
    Cancelled = 9,
}

/// <summary>The life of a case as one table.</summary>
public static class CaseLifeCycle
{
    /// <summary>Where a case may go from each status. A hold is cancelled or ends first, in the status before it.</summary>
    public static readonly FrozenDictionary<CaseStatus, CaseStatus[]> Next = new Dictionary<CaseStatus, CaseStatus[]>
    {
        [Registered] = [Replied, Dispatched, InProgress, Resolved, OnHold, Cancelled],
        [Replied] = [Dispatched, InProgress, Resolved, OnHold, Cancelled],
        [Dispatched] = [Registered, Replied, InProgress, Resolved, OnHold, Cancelled, Reopened],
        [InProgress] = [Dispatched, Resolved, OnHold, Cancelled],
        [Resolved] = [Closed, Reopened],
        [Closed] = [Reopened],
        [OnHold] = [Cancelled],
        [Reopened] = [Dispatched, InProgress, Resolved, OnHold, Cancelled],
        [Cancelled] = [],
    }.ToFrozenDictionary();

    /// <summary>True when the table allows the step.</summary>
    public static bool May(this CaseStatus from, CaseStatus to) => Array.IndexOf(Next[from], to) >= 0;

    /// <summary>Not resolved, closed or cancelled.</summary>
    public static bool IsOpen(this CaseStatus status) => status is not (Resolved or Closed or Cancelled);
}
