using AfterSales.Core.Data;

namespace AfterSales.Core.WorkOrders;

/// <summary>Which work orders a list shows.</summary>
public enum OrderShelf
{
    /// <summary>未完工: somebody still has to do something about it, the longest assigned first.</summary>
    Open = 1,

    /// <summary>待接单: assigned and not accepted, or declined.</summary>
    Unaccepted = 2,

    /// <summary>待排下次: accepted or begun, and no visit is planned.</summary>
    Unplanned = 3,

    /// <summary>已完工, the newest first.</summary>
    Completed = 4,

    /// <summary>已取消, the newest first.</summary>
    Cancelled = 5,
}

/// <summary>Which orders stand on a shelf.</summary>
internal static class OrderShelves
{
    /// <summary>Those of a shelf; each has an index of its own, whose filter says just the same.</summary>
    public static IQueryable<WorkOrder> On(this IQueryable<WorkOrder> orders, AfterSalesDb db, OrderShelf shelf)
    {
        return shelf switch
        {
            OrderShelf.Unaccepted => orders.Where(o => o.Status == WorkOrderStatus.Assigned || o.Status == WorkOrderStatus.Declined),
            OrderShelf.Unplanned => orders.Where(o => (o.Status == WorkOrderStatus.Accepted || o.Status == WorkOrderStatus.InProgress) && !db.Visits.Any(v => v.WorkOrderId == o.Id && v.Ending == null)),
            OrderShelf.Completed => orders.Where(o => o.CompletedAt != null),
            OrderShelf.Cancelled => orders.Where(o => o.Status == WorkOrderStatus.Cancelled),
            _ => orders.Where(WorkOrder.IsOpen),
        };
    }
}
