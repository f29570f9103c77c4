using AfterSales.Core.Callbacks;
using AfterSales.Core.Identity;
using AfterSales.Tests.Support;

namespace AfterSales.Tests.Callbacks;

public sealed class CallbackListTests
{
    [Theory, BothDatabases]
    public async Task Each_shelf_shows_what_belongs_to_it(Core.Data.StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        var id = await house.OpenCase(known);
        await house.Resolve(id);
        Assert.Equal((0, 0, 1, 0), await Counts(house));

        house.SetLocal(2026, 11, 27, 9);
        await house.Sweep();
        Assert.Equal((1, 0, 0, 0), await Counts(house));
        Assert.Equal(1, await house.As(People.Actor(People.Agent)).Ask((CallbackList list) => list.DueCount()));
        Assert.Equal(0, await house.As(People.Actor(People.OtherAgent)).Ask((CallbackList list) => list.DueCount()));

        house.SetLocal(2026, 12, 2);
        Assert.Equal((1, 1, 0, 0), await Counts(house));

        await house.Answer(id, 5);
        Assert.Equal((0, 0, 1, 1), await Counts(house));
    }

    [Theory, BothDatabases]
    public async Task R41_the_second_callback_shows_what_was_said_in_the_first(Core.Data.StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var id = await house.OpenCase(await house.KnownCustomer());
        await house.Resolve(id);
        await house.Answer(id, 4, "挺好");
        var second = (await house.CallbacksOf(id)).Single(k => k.Round == 2);

        var view = await house.As(Role.Agent).Ask((CallbackList list) => list.Find(second.Id));

        Assert.Equal(("挺好", 4), (view.First!.Answer!.Comment, view.First.Answer.Score));
        Assert.Equal(["王强"], view.Technicians);
        Assert.Equal(["13800138000"], view.Phones);
        Assert.True(FollowUpWindow.IsCallHour(house.Now, view.CallHours, TestHouse.Zone));
        Assert.Equal("换油封", view.Remedy);
    }

    private static async Task<(int Due, int Overdue, int Later, int Done)> Counts(TestHouse house)
    {
        var counts = new List<int>();
        foreach (var shelf in Enum.GetValues<CallbackShelf>())
        {
            var page = await house.As(Role.Agent).Ask((CallbackList list) => list.Find(new CallbackFilter { Shelf = shelf }));
            Assert.Equal(page.Count, page.Rows.Count);
            counts.Add(page.Count);
        }

        return (counts[0], counts[1], counts[2], counts[3]);
    }
}
