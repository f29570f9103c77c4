using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Integrity;

/// <summary>What the database itself can tell: whole pages, no dangling references, every migration applied.</summary>
internal static class StorageInvariants
{
    public const string MigrationPending = "MigrationPending";

    public static async Task<IReadOnlyList<Finding>> Check(AfterSalesDb db, CancellationToken stop)
    {
        var findings = new List<Finding>();
        await db.RollBackBrokenOff(stop);
        foreach (var pending in await db.Database.GetPendingMigrationsAsync(stop))
        {
            findings.Add(new(MigrationPending, pending));
        }

        if (!db.Database.IsSqlite())
        {
            return findings;
        }

        await db.Database.OpenConnectionAsync(stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA integrity_check(50)";
        await using (var rows = await command.ExecuteReaderAsync(stop))
        {
            while (await rows.ReadAsync(stop))
            {
                if (rows.GetString(0) != "ok")
                {
                    findings.Add(new("Storage", rows.GetString(0)));
                }
            }
        }

        command.CommandText = "PRAGMA foreign_key_check";
        await using var dangling = await command.ExecuteReaderAsync(stop);
        while (findings.Count < 50 && await dangling.ReadAsync(stop))
        {
            findings.Add(new("DanglingReference", dangling.GetString(0), $"→ {dangling.GetString(2)}"));
        }

        return findings;
    }
}
