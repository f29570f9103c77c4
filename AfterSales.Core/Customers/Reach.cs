using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Customers;

/// <summary>Whom to telephone about a case.</summary>
internal static class Reach
{
    /// <summary>The contact that the case names; where it names nobody, the one whom the customer prefers, else its first. Null where there is none.</summary>
    public static async Task<long?> Of(AfterSalesDb db, long customerId, long? contactId, CancellationToken stop) => contactId
        ?? await db.Contacts.Where(c => c.CustomerId == customerId).OrderByDescending(c => c.Preferred).ThenBy(c => c.Id).Select(c => (long?)c.Id).FirstOrDefaultAsync(stop);
}
