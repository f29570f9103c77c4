using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Audit;

/// <summary>Who changed a row last, for telling somebody who saves over it.</summary>
public static class LastChange
{
    /// <summary>The person's name; "" for the system. Signing in is an event of a row and changes nothing in it.</summary>
    public static async Task<string> LastChangedBy(this AfterSalesDb db, string entity, string key, CancellationToken stop) =>
        await db.AuditEntries.Where(e => e.Entity == entity && e.EntityKey == key && e.Action != AuditAction.Event).OrderByDescending(e => e.Id)
            .Select(e => db.Users.Where(p => p.Id == e.PersonId).Select(p => p.Name).FirstOrDefault()).FirstOrDefaultAsync(stop) ?? "";
}
