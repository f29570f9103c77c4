using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Callbacks;

/// <summary>R40, R41, R48: when callbacks are planned, brought up and dropped.</summary>
public sealed class FollowUpsTests
{
    [Theory, BothDatabases]
    public async Task R40_a_resolved_repair_is_to_be_called_back_on_day_3_to_7(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var id = await house.OpenCase(await house.KnownCustomer());
        await house.Resolve(id);

        var first = Assert.Single(await house.CallbacksOf(id));
        Assert.Equal((1, CallbackState.Waiting, People.Agent), (first.Round, first.State, first.AssigneeId));
        Assert.Equal(Local(11, 27), first.OpensAt);
        Assert.Equal(Local(12, 2), first.EndsAt);
        Assert.Equal(Local(11, 27, 9), first.NextCallAt);
    }

    [Fact]
    public async Task R40_an_enquiry_is_not_called_back()
    {
        await using var house = await TestHouse.Open();
        var id = await house.OpenCase(await house.KnownCustomer(), CaseType.Enquiry);
        await house.Resolve(id, engineerId: null, report: false);

        Assert.Empty(await house.CallbacksOf(id));
    }

    [Theory, BothDatabases]
    public async Task R48_the_window_opens_in_call_hours_and_tells_the_agent_once(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var id = await house.OpenCase(await house.KnownCustomer());
        await house.Resolve(id);

        house.SetLocal(2026, 11, 27, 8, 59);
        Assert.Equal(0, await house.Sweep());
        house.SetLocal(2026, 11, 27, 9);
        Assert.Equal(1, await house.Sweep());
        Assert.Equal(0, await house.Sweep());

        Assert.Equal(CallbackState.Due, (await house.CallbacksOf(id))[0].State);
        Assert.Equal([People.Agent], await house.Read(db => db.Notifications.Where(n => n.CaseId == id).Select(n => n.PersonId).ToListAsync()));
    }

    [Fact]
    public async Task R48_a_sweep_that_comes_late_in_the_evening_waits_for_the_next_call_hours()
    {
        await using var house = await TestHouse.Open();
        var id = await house.OpenCase(await house.KnownCustomer());
        await house.Resolve(id);

        house.SetLocal(2026, 11, 27, 20);
        await house.Sweep();
        var waiting = (await house.CallbacksOf(id))[0];
        Assert.Equal((CallbackState.Waiting, Local(11, 28, 9)), (waiting.State, waiting.NextCallAt));

        house.SetLocal(2026, 11, 28, 9);
        await house.Sweep();
        Assert.Equal(CallbackState.Due, (await house.CallbacksOf(id))[0].State);
    }

    [Theory, BothDatabases]
    public async Task R41_the_second_follows_the_windows_last_day_when_the_first_was_not_answered(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var id = await house.OpenCase(await house.KnownCustomer());
        await house.Resolve(id);

        house.SetLocal(2026, 12, 2);
        await house.Sweep();

        var second = (await house.CallbacksOf(id)).Single(k => k.Round == 2);
        Assert.Equal((Local(12, 8), Local(12, 15)), (second.OpensAt, second.EndsAt));
    }

    [Theory, BothDatabases]
    public async Task R41_the_second_follows_the_answer_and_is_planned_once(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var id = await house.OpenCase(await house.KnownCustomer());
        await house.Resolve(id);
        house.SetLocal(2026, 11, 28, 10);
        await house.Answer(id, 3);

        house.SetLocal(2026, 12, 2);
        await house.Sweep();

        var second = (await house.CallbacksOf(id)).Single(k => k.Round == 2);
        Assert.Equal((Local(12, 5), Local(12, 12)), (second.OpensAt, second.EndsAt));
    }

    [Fact]
    public async Task R41_an_answer_given_after_the_window_moves_the_second_that_nobody_was_asked_for_yet()
    {
        await using var house = await TestHouse.Open();
        var id = await house.OpenCase(await house.KnownCustomer());
        await house.Resolve(id);
        house.SetLocal(2026, 12, 2);
        await house.Sweep();
        house.SetLocal(2026, 12, 3, 10);
        await house.Answer(id, 3);

        var rounds = (await house.CallbacksOf(id)).Where(k => k.Round == 2).Select(k => (k.State, k.OpensAt));
        Assert.Equal([(CallbackState.Void, Local(12, 8)), (CallbackState.Waiting, Local(12, 10))], rounds);
    }

    [Theory, BothDatabases]
    public async Task A_reopened_case_is_not_called_back_until_it_is_resolved_again(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var id = await house.OpenCase(await house.KnownCustomer());
        await house.Resolve(id);
        await house.Change(id, async (write, file) =>
        {
            await FollowUps.Drop(write, id);
            return file.Case.Reopen("又漏", write.Actor, write.Now);
        });

        house.SetLocal(2026, 12, 5, 10);
        Assert.Equal(0, await house.Sweep());
        await house.Resolve(id, report: false);

        Assert.Equal([CallbackState.Void, CallbackState.Waiting], (await house.CallbacksOf(id)).Select(k => k.State));
        Assert.Empty(await house.Read(db => db.Notifications.ToListAsync()));
    }

    [Fact]
    public async Task Opened_twice_for_one_resolution_there_is_one_callback()
    {
        await using var house = await TestHouse.Open();
        var id = await house.OpenCase(await house.KnownCustomer());
        await house.Resolve(id);
        await house.Change(id, async (write, file) =>
        {
            await FollowUps.Open(write, file.Case, file.Policy);
            return Result.Done;
        });

        Assert.Single(await house.CallbacksOf(id));
    }

    private static DateTimeOffset Local(int month, int day, int hour = 0) => TestHouse.Zone.Instant(new DateTime(2026, month, day, hour, 0, 0));
}
