using AfterSales.Core.Audit;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Integrity;

/// <summary>How the system stands, for its administrator's start page.</summary>
/// <param name="Provider">Which database.</param>
/// <param name="Bytes">Size of the embedded database's file.</param>
/// <param name="PendingMigrations">Migrations not carried out.</param>
/// <param name="StagesBehind">Stages of promises that should have been told minutes ago.</param>
/// <param name="ActionsBehind">Scheduled actions that should have happened minutes ago.</param>
/// <param name="ActionsFailing">Scheduled actions given up after too many attempts.</param>
/// <param name="LastBackupAt">The last backup made by the verb, where known.</param>
/// <param name="SinceBackup">How long ago that was.</param>
/// <param name="Locked">Accounts locked out now.</param>
/// <param name="Open">What of people and settings is to be put right.</param>
public sealed record SystemStatus(
    StorageProvider Provider, long? Bytes, int PendingMigrations, int StagesBehind, int ActionsBehind, int ActionsFailing, DateTimeOffset? LastBackupAt, TimeSpan? SinceBackup, IReadOnlyList<LockedPerson> Locked, OpenPoints Open)
{
    /// <summary>The clock began to run, or jumped, just now: what is due by that is being carried out.</summary>
    public bool CatchingUp { get; init; }

    /// <summary>The last backup is of the last <see cref="SystemState.BackupDays"/> days.</summary>
    public bool BackedUp => SinceBackup <= TimeSpan.FromDays(SystemState.BackupDays);
}

/// <summary>Somebody locked out by wrong passwords, until an instant of the business clock.</summary>
public sealed record LockedPerson(string UserName, string Name, DateTimeOffset Until);

/// <summary>
/// What an administrator sees at a glance; each part is a small index range, or a look over the people. The whole truth takes longer: the verb
/// <c>check</c>.
/// </summary>
public sealed class SystemState(IDbContextFactory<AfterSalesDb> factory, StorageSettings storage, BusinessClock clock, Actor actor)
{
    /// <summary>Counting stops here.</summary>
    public const int CountCap = 1_000;

    /// <summary>A backup older than this is warned of.</summary>
    public const int BackupDays = 7;

    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(3);

    /// <summary>The state now.</summary>
    public async Task<SystemStatus> Read(CancellationToken stop = default)
    {
        actor.Must(Permission.Administer);
        await using var db = await factory.CreateDbContextAsync(stop);
        var (now, late) = (clock.Now, clock.Now - Grace);
        var pending = db.ScheduledActions.Where(a => a.State == ActionState.Pending);
        var wall = clock.OnTheWall;
        var locked = await db.Users.Where(p => p.LockoutEnd != null && p.LockoutEnd > wall).OrderBy(p => p.UserName)
            .Select(p => new { p.UserName, p.Name, p.LockoutEnd }).ToListAsync(stop);
        var backup = await db.AuditEntries.Where(e => e.Entity == BackupLog.Entity).OrderByDescending(e => e.Id).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(stop);
        return new SystemStatus(
            storage.Provider, Size(), (await db.Database.GetPendingMigrationsAsync(stop)).Count(),
            await db.Promises.Where(p => p.NextStageAt != null && p.NextStageAt <= late).OrderBy(p => p.NextStageAt).Take(CountCap).CountAsync(stop),
            await pending.Where(a => a.DueAt <= late && a.LastError == null).OrderBy(a => a.DueAt).Take(CountCap).CountAsync(stop),
            await db.ScheduledActions.Where(a => a.State == ActionState.Failed).OrderBy(a => a.DueAt).Take(CountCap).CountAsync(stop),
            backup, now - backup, [.. locked.Select(p => new LockedPerson(p.UserName!, p.Name, p.LockoutEnd!.Value + (now - wall)))],
            await OpenPoints.Read(db, now, stop))
        {
            CatchingUp = now - clock.RunsSince < Grace,
        };
    }

    private long? Size()
    {
        if (storage.Provider != StorageProvider.Sqlite)
        {
            return null;
        }

        var file = new FileInfo(new SqliteConnectionStringBuilder(storage.ConnectionString).DataSource);
        return file.Exists ? file.Length : null;
    }
}
