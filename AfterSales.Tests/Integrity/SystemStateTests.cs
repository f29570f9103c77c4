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

    /// <summary>A lock-out ends by the clock on the wall; the instant told is the one that the moved clock will show then.</summary>
    [Theory, BothDatabases]
    public async Task Who_is_locked_out_is_told_however_far_the_clock_was_moved(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (until, moved) = (house.Now.AddMinutes(10), TimeSpan.FromDays(30));
        await house.Read(db => db.Users.Where(p => p.Id == People.Agent).ExecuteUpdateAsync(set => set.SetProperty(p => p.LockoutEnd, until)));
        house.Clock.Offset = moved;

        Assert.Equal(("agent", until + moved), (await Read(house)).Locked.Select(p => (p.UserName, p.Until)).Single());
        Assert.Equal(["agent"], (await house.As(Role.Administrator).Ask((PeopleService p) => p.All())).Where(p => p.Locked).Select(p => p.UserName));

        house.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Empty((await Read(house)).Locked);
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

    [Theory, BothDatabases]
    public async Task After_a_jump_of_the_clock_what_is_due_is_being_worked_through_and_only_later_a_backlog(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await house.OpenCase(await house.KnownCustomer());
        house.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.False((await Read(house)).CatchingUp);

        house.Clock.Offset += TimeSpan.FromDays(2);
        var jumped = await Read(house);
        house.Time.Advance(TimeSpan.FromMinutes(4));
        var later = await Read(house);

        Assert.Equal((true, true), (jumped.StagesBehind > 0, jumped.CatchingUp));
        Assert.Equal((jumped.StagesBehind, false), (later.StagesBehind, later.CatchingUp));
    }

    [Theory, BothDatabases]
    public async Task What_of_people_and_settings_is_to_be_put_right_is_told(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var before = (await Read(house)).Open;
        await house.OpenCase(await house.KnownCustomer());
        await using (var db = house.Db())
        {
            await db.Users.Where(p => p.Id == People.Agent).ExecuteUpdateAsync(set => set.SetProperty(p => p.Active, false));
            await db.Areas.Where(a => a.Code == "south").ExecuteUpdateAsync(set => set.SetProperty(a => a.SupervisorId, (long?)null));
            await db.Targets.Where(t => t.Code == "K3").ExecuteUpdateAsync(set => set.SetProperty(t => t.ValidTo, house.Now));
        }

        var open = (await Read(house)).Open;

        Assert.Equal(1, Assert.Single(open.Leavers).Cases);
        Assert.Equal([Core.Performance.FigureKey.K3], open.Untargeted);
        Assert.Equal((false, true), (before.Headless.Any(a => a.Code == "south"), open.Headless.Any(a => a.Code == "south")));
        Assert.Equal(open.Headless.Count + 2, open.Count);
    }

    private static (int, int, int, int) Told(SystemStatus s) => (s.StagesBehind, s.ActionsBehind, s.ActionsFailing, s.Locked.Count);

    private static Task<SystemStatus> Read(TestHouse house) => house.As(Role.Administrator).Ask((SystemState s) => s.Read());
}
