using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Integrity;
using AfterSales.Core.Promises;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Integrity;

public sealed class SystemStateTests
{
    [Theory, BothDatabases]
    public async Task What_should_have_happened_by_itself_and_who_is_locked_out_is_told(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        Assert.Equal((0, 0, 0, 0), Told(await Read(house)));

        await house.OpenCase(await house.KnownCustomer());
        await house.Add(
            new ScheduledAction { Kind = ActionKind.HoldEnds, SubjectId = 1, UniqueKey = "late", DueAt = house.Now.AddMinutes(1) },
            new ScheduledAction { Kind = ActionKind.HoldEnds, SubjectId = 2, UniqueKey = "failed", DueAt = house.Now, State = ActionState.Failed, LastError = "x" });
        await using (var db = house.Db())
        {
            await db.Users.Where(p => p.Id == People.Agent).ExecuteUpdateAsync(set => set.SetProperty(p => p.LockoutEnd, house.Now.AddDays(3)));
        }

        house.Time.Advance(TimeSpan.FromDays(2));
        var state = await Read(house);

        Assert.True(state.StagesBehind > 0);
        Assert.Equal((1, 1, "agent"), (state.ActionsBehind, state.ActionsFailing, Assert.Single(state.Locked).UserName));

        await house.AsSystem().Ask((BreachCheck check) => check.Run());
        Assert.Equal(0, (await Read(house)).StagesBehind);
    }

    [Theory, BothDatabases]
    public async Task The_last_backup_is_known_from_its_note(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        Assert.Null((await Read(house)).LastBackupAt);

        await house.AsSystem().Ask((BackupLog log) => log.Note("/somewhere/a.db"));

        var fresh = await Read(house);
        house.Time.Advance(TimeSpan.FromDays(SystemState.BackupDays).Add(TimeSpan.FromMinutes(1)));
        var old = await Read(house);

        Assert.Equal((fresh.LastBackupAt, true, false), (old.LastBackupAt, fresh.BackedUp, old.BackedUp));
        Assert.Equal(TimeSpan.Zero, fresh.SinceBackup);
        await Assert.ThrowsAsync<ForbiddenException>(() => house.As(Role.Manager).Ask((SystemState s) => s.Read()));
    }

    private static (int, int, int, int) Told(SystemStatus s) => (s.StagesBehind, s.ActionsBehind, s.ActionsFailing, s.Locked.Count);

    private static Task<SystemStatus> Read(TestHouse house) => house.As(Role.Administrator).Ask((SystemState s) => s.Read());
}
