using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Web.Notices;
using Bunit;

namespace AfterSales.Tests.Notices;

public sealed class NoticeBellTests
{
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
