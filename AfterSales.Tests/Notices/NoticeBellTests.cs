using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Shared;
using AfterSales.Tests.Cases;
using AfterSales.Tests.Support;
using AfterSales.Web.Notices;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Notices;

public sealed class NoticeBellTests
{
    [Theory]
    [InlineData("cases")]
    [InlineData("callbacks")]
    public async Task What_another_has_handled_lowers_the_bell(string topic)
    {
        await using var house = await TestHouse.Open();
        await house.Registered((await house.KnownCustomer()).Repair());
        var id = await house.Read(db => db.Cases.Select(c => c.Id).SingleAsync());
        await house.AsSystem().Write(async write =>
        {
            await write.Notify(People.Agent, NoticeKind.Chased, "a", id, ("times", "1"));
            return Result.Done;
        });
        await using var pages = new PageHouse(house, Role.Agent);
        var bell = pages.Open<NoticeBell>("", p => p.Add(b => b.Actor, People.Actor(Role.Agent)));
        bell.WaitForElement("[data-test=unread]");

        await house.AsSystem().Write(async write =>
        {
            await write.Db.Cases.ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, CaseStatus.Closed));
            write.Touch(topic);
            return Result.Done;
        });

        bell.WaitForAssertion(() => Assert.Empty(bell.FindAll("[data-test=unread]")));
    }

    [Fact]
    public async Task News_stay_when_the_first_look_comes_after_them()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Agent);
        IRenderedComponent<NoticeBell> bell = null!;
        var answer = pages.Late(() => bell = pages.Open<NoticeBell>("cases", set => set.Add(b => b.Actor, People.Actor(Role.Agent))));
        await house.AsSystem().Write(async write =>
        {
            await write.Notify([People.Agent], NoticeKind.Chased, "a", null, ("times", "1"));
            return Result.Done;
        });
        bell.WaitForElement("[data-test=unread]");

        await answer();

        Assert.Equal("1", bell.Find("[data-test=unread]").TextContent);
        Assert.Single(bell.FindAll("[data-test=notice]"));
    }
}
