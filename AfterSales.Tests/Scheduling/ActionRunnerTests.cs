using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Notices;
using AfterSales.Core.Promises;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Scheduling;

public sealed class ActionRunnerTests
{
    [Theory, BothDatabases]
    public async Task Two_nodes_that_sweep_at_once_have_one_effect_each(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        for (var i = 0; i < 10; i++)
        {
            await house.Resolve(await house.OpenCase(known));
        }

        house.SetLocal(2026, 11, 27, 9);
        await using var other = house.Neighbour();
        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => (i % 2 == 0 ? house : other).Sweep())));

        Assert.Equal(10, done.Sum());
        Assert.Equal(10, await house.Read(db => db.Notifications.CountAsync()));
        Assert.Equal(10, await house.Read(db => db.ScheduledActions.CountAsync(a => a.State == ActionState.Done && a.Attempts == 1)));
    }

    [Theory, BothDatabases]
    public async Task A_claim_of_a_node_that_died_runs_out_and_the_action_happens_after_all(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var id = await house.OpenCase(await house.KnownCustomer());
        await house.Resolve(id);
        house.SetLocal(2026, 11, 27, 9);
        await house.Read(db => db.ScheduledActions.Where(a => a.Kind == ActionKind.CallbackDue)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.LeasedUntil, house.Now + ActionRunner.Lease).SetProperty(a => a.Attempts, 1)));

        Assert.Equal(0, await house.Sweep());
        house.Time.Advance(ActionRunner.Lease);
        Assert.Equal(1, await house.Sweep());
    }

    [Fact]
    public async Task The_only_node_takes_up_at_its_start_what_it_had_claimed_before()
    {
        await using var house = await TestHouse.Open();
        await house.Resolve(await house.OpenCase(await house.KnownCustomer()));
        house.SetLocal(2026, 11, 27, 9);
        await house.Read(db => db.ScheduledActions.ExecuteUpdateAsync(set => set.SetProperty(a => a.LeasedUntil, house.Now + ActionRunner.Lease)));

        await house.AsSystem().Ask((ActionRunner runner) => runner.ReleaseLeases());
        Assert.Equal(1, await house.Sweep());
    }

    [Fact]
    public async Task An_action_that_fails_rests_is_tried_again_and_given_up_in_the_end()
    {
        await using var house = await TestHouse.Open();
        var id = await house.OpenCase(await house.KnownCustomer());
        await house.Resolve(id);
        await house.Read(db => db.Database.ExecuteSqlRawAsync("""CREATE TRIGGER "Breaks" BEFORE INSERT ON "Notifications" BEGIN SELECT RAISE(ABORT, 'no'); END"""));

        house.SetLocal(2026, 11, 27, 9);
        foreach (var rest in ActionRunner.Rests)
        {
            Assert.Equal(0, await house.Sweep());
            Assert.Equal(ActionState.Pending, (await Reminder(house)).State);
            Assert.Equal(house.Now + rest, (await Reminder(house)).LeasedUntil);
            house.Time.Advance(rest);
        }

        await house.Sweep();
        var failed = await Reminder(house);
        Assert.Equal((ActionState.Failed, ActionRunner.Rests.Count + 1, 8), (failed.State, failed.Attempts, failed.LastError!.Length));
        Assert.Equal(CallbackState.Waiting, (await house.CallbacksOf(id))[0].State);
    }

    [Theory, BothDatabases]
    public async Task A_hold_ends_by_itself_and_the_clocks_run_on_from_then_however_late_it_is_noticed(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var id = await house.OpenCase(await house.KnownCustomer());
        var until = house.Now.AddHours(5);
        await house.Change(id, async (write, file) =>
        {
            var held = file.Case.Hold("festival", true, until, null, write.Actor, write.Now);
            await write.Db.SaveChangesAsync();
            await write.Plan(ActionKind.HoldEnds, file.Case.Holds[0].Id, until);
            return held;
        });

        house.Time.Advance(TimeSpan.FromHours(9));
        Assert.Equal(1, await house.Sweep());

        var c = await house.Read(db => db.Cases.AsNoTracking().Include(x => x.Promises).SingleAsync(x => x.Id == id));
        Assert.Equal((CaseStatus.Registered, TestHouse.Start.AddHours(29)), (c.Status, c.PromiseOf(PromiseKind.FirstReply)!.DueAt));
        Assert.Equal([NoticeKind.HoldEnded], await house.Read(db => db.Notifications.Select(n => n.Kind).ToListAsync()));
    }

    [Fact]
    public async Task An_action_due_within_ten_minutes_sets_the_alarm_when_it_is_planned_and_others_when_swept()
    {
        await using var house = await TestHouse.Open();
        var set = new List<DateTimeOffset>();
        house.Get<ActionAlarm>().Connect(set.Add);
        await house.Resolve(await house.OpenCase(await house.KnownCustomer()));
        await house.AsSystem().Write(async write =>
        {
            await write.Plan(ActionKind.CallAgain, 99, write.Now.AddMinutes(10));
            return Result.Done;
        });
        Assert.Equal([house.Now.AddMinutes(10)], set);

        house.SetLocal(2026, 11, 27, 8, 50);
        set.Clear();
        await house.Sweep();
        Assert.Equal([TestHouse.Zone.Instant(new(2026, 11, 27, 9, 0, 0))], set);
    }

    [Fact]
    public async Task The_same_cause_plans_an_action_once()
    {
        await using var house = await TestHouse.Open();
        for (var i = 0; i < 2; i++)
        {
            await house.AsSystem().Write(async write =>
            {
                await write.Plan(ActionKind.CallAgain, 7, write.Now, 1);
                await write.Plan(ActionKind.CallAgain, 7, write.Now, 1);
                return Result.Done;
            });
        }

        Assert.Equal(1, await house.Read(db => db.ScheduledActions.CountAsync()));
    }

    private static Task<ScheduledAction> Reminder(TestHouse house) =>
        house.Read(db => db.ScheduledActions.AsNoTracking().SingleAsync(a => a.Kind == ActionKind.CallbackDue));
}
