using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Notices;

public sealed class NoticeServiceTests
{
    [Theory, BothDatabases]
    public async Task The_same_cause_tells_the_same_person_once(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await Tell(house, "a", People.Agent, People.Supervisor, People.Agent);
        await Tell(house, "a", People.Agent);

        Assert.Equal(1, await Asking(house, Role.Agent));
        Assert.Equal(1, await Asking(house, Role.Supervisor));
    }

    [Theory, BothDatabases]
    public async Task Unread_ones_come_first_and_reading_concerns_only_ones_own(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        foreach (var cause in new[] { "a", "b", "c" })
        {
            await Tell(house, cause, People.Agent, People.Supervisor);
        }

        var newest = (await Mine(house))[0].Id;
        await house.As(Role.Agent).Ask((NoticeService n) => n.MarkRead(newest));
        await house.As(Role.Supervisor).Ask((NoticeService n) => n.MarkAllRead());

        Assert.Equal(newest, (await Mine(house))[^1].Id);
        Assert.Equal([true, true, false], (await Mine(house)).Select(n => n.Asks));
        Assert.Equal((2, 0), (await Asking(house, Role.Agent), await Asking(house, Role.Supervisor)));
    }

    [Theory, BothDatabases]
    public async Task What_is_handled_by_now_is_listed_and_counted_no_more(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await house.Case();
        var id = await house.Read(db => db.Cases.Select(c => c.Id).SingleAsync());
        await Tell(house, "general", People.Agent);
        await house.AsSystem().Write(async write =>
        {
            await write.Notify(People.Agent, NoticeKind.Chased, "of the case", id, ("times", "1"));
            await write.Notify(People.Agent, NoticeKind.CallbackDue, "call", id, ("round", "1"));
            return Result.Done;
        });
        var before = await Asking(house, Role.Agent);

        await house.Read(db => db.Cases.ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, CaseStatus.Closed)));

        Assert.Equal((2, 1), (before, await Asking(house, Role.Agent)));
        Assert.Equal([true, false, false], (await Mine(house)).Select(n => n.Asks));
    }

    [Theory, BothDatabases]
    public async Task What_waits_for_approval_asks_on_after_the_case_is_closed(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await house.Case();
        var id = await house.Read(db => db.Cases.Select(c => c.Id).SingleAsync());
        await house.AsSystem().Write(async write =>
        {
            await write.Notify(People.Supervisor, NoticeKind.ApprovalAsked, "arrival/1", id, ("what", "arrival"));
            return Result.Done;
        });

        await house.Read(db => db.Cases.ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, CaseStatus.Closed)));

        Assert.Equal(1, await Asking(house, Role.Supervisor));
    }

    [Theory, BothDatabases]
    public async Task A_callback_asks_while_it_is_due_itself(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await house.Case();
        var id = await house.Read(db => db.Cases.Select(c => c.Id).SingleAsync());
        Callback[] calls = [Call(house, id, 1, CallbackState.Answered), Call(house, id, 2, CallbackState.Due)];
        await house.Add(calls);
        await house.AsSystem().Write(async write =>
        {
            foreach (var call in calls)
            {
                await write.Notify(People.Agent, NoticeKind.CallbackDue, TextRule.Invariant(call.Id), id, ("callback", TextRule.Invariant(call.Id)), ("round", TextRule.Invariant(call.Round)));
            }

            return Result.Done;
        });

        Assert.Equal("2", Assert.Single(await Mine(house), n => n.Asks).Facts["round"]);
    }

    private static Callback Call(TestHouse house, long caseId, int round, CallbackState state) =>
        new() { CaseId = caseId, Round = round, NextCallAt = house.Now, EndsAt = house.Now.AddDays(7), State = state };

    [Fact]
    public async Task An_area_without_its_own_supervisor_is_every_supervisors()
    {
        await using var house = await TestHouse.Open();
        var told = new List<long>();
        await house.AsSystem().Write(async write =>
        {
            told.AddRange(await Audience.SupervisorsOf(write, "nowhere"));
            return Result.Done;
        });

        Assert.Equal([People.Supervisor], told);
    }

    private static Task Tell(TestHouse house, string cause, params long[] people) => house.AsSystem().Write(async write =>
    {
        await write.Notify(people, NoticeKind.Chased, cause, null, ("times", "1"));
        return Result.Done;
    });

    private static Task<IReadOnlyList<NoticeRow>> Mine(TestHouse house) => house.As(Role.Agent).Ask((NoticeService n) => n.Mine());

    private static Task<int> Asking(TestHouse house, Role role) => house.As(role).Ask((NoticeService n) => n.AskingCount());
}
