using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Identity;

/// <summary>
/// Work is given to engineers only, and whoever has open work stays one; the last administrator stays too. PostgreSQL lets
/// both writes run side by side, so each holds the rows of those concerned until it ends.
/// </summary>
internal static class HeldPeople
{
    /// <summary>The engineer to give work to, who stays one while this write lasts; null when there is none.</summary>
    public static async Task<Person?> Engineer(this Write write, long id)
    {
        await write.HoldPerson(id);
        return await write.Db.Users.SingleOrDefaultAsync(p => p.Id == id && p.Active && p.Role == Role.Engineer, write.Stop);
    }

    /// <summary>No other administrator is changed while this write lasts: two who put each other out would leave none.</summary>
    public static async Task HoldAdministrators(this Write write)
    {
        if (write.Db.Database.IsNpgsql())
        {
            await write.Db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "People" WHERE "Role" = {(int)Role.Administrator} ORDER BY "Id" FOR NO KEY UPDATE""", write.Stop);
        }
    }

    /// <summary>Nobody else gives this person work, or changes the account, while this write lasts.</summary>
    public static async Task HoldPerson(this Write write, long id)
    {
        if (write.Db.Database.IsNpgsql())
        {
            await write.Db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "People" WHERE "Id" = {id} FOR NO KEY UPDATE""", write.Stop);
        }
    }
}
