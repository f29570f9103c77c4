using AfterSales.Core.Shared;

namespace AfterSales.Core.WorkOrders;

/// <summary>How far a job is, in words: the same on every page, in lists and in their workbooks.</summary>
public static class JobWords
{
    /// <summary>Of one accepted or begun where its open visit stands, else its status.</summary>
    public static string State(Texts texts, WorkOrderStatus status, DateTimeOffset? departedAt, DateTimeOffset? arrivedAt) => (status, departedAt, arrivedAt) switch
    {
        (not (WorkOrderStatus.Accepted or WorkOrderStatus.InProgress), _, _) => texts.Of(status),
        (_, _, not null) => texts["WorkOrders.OnSite"],
        (_, not null, _) => texts["WorkOrders.OnTheWay"],
        _ => texts.Of(status),
    };
}
