using AfterSales.Core.Callbacks;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Shared;
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

    [Theory, BothDatabases]
    public async Task A_shelf_is_narrowed_by_area_caller_round_outcome_days_and_words_and_read_in_either_order(Core.Data.StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (first, second) = (await house.OpenCase(await house.KnownCustomer("北方电缆")), await house.OpenCase(await house.KnownCustomer("江南线缆", area: "south")));
        await house.Resolve(first);
        house.Time.Advance(TimeSpan.FromDays(2));
        await house.Resolve(second);
        var (north, south) = ((await house.CallbacksOf(first)).Single(), (await house.CallbacksOf(second)).Single());

        async Task Finds(CallbackFilter filter, params Callback[] wanted) =>
            Assert.Equal(wanted.Select(k => k.Id), (await house.As(Role.Agent).Ask((CallbackList l) => l.Find(filter with { Shelf = CallbackShelf.Later }))).Rows.Select(r => r.Id));

        var last = TestHouse.Zone.DayOf(north.EndsAt.AddMilliseconds(-1));
        await Finds(new(), north, south);
        await Finds(new() { Order = "ends" }, north, south);
        await Finds(new() { Order = "-ends" }, south, north);
        await Finds(new() { Area = "south" }, south);
        await Finds(new() { Assignee = People.Agent }, north, south);
        await Finds(new() { Assignee = People.OtherAgent });
        await Finds(new() { Round = CallbackRound.First }, north, south);
        await Finds(new() { Round = CallbackRound.Second });
        await Finds(new() { Text = "江南" }, south);
        await Finds(new() { To = last }, north);
        await Finds(new() { From = last }, north, south);
        await Finds(new() { From = last.AddDays(1) }, south);
        Assert.Null(((CallbackFilter)FilterWords.Read<CallbackFilter>(n => n == "state" ? "missed" : null, null)).State);
    }

    [Theory, BothDatabases]
    public async Task What_is_done_is_narrowed_by_how_it_ended_the_last_window_first(Core.Data.StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var ids = new List<long>();
        foreach (var state in new[] { CallbackState.Answered, CallbackState.Unreachable, CallbackState.Missed, CallbackState.Void })
        {
            var callback = new Callback { CaseId = await house.OpenCase(await house.KnownCustomer()), Round = 1, Area = "north", OpensAt = house.Now, EndsAt = house.Now.AddDays((int)state), State = state };
            await house.Add(callback);
            ids.Add(callback.Id);
        }

        async Task<IEnumerable<long>> Ended(CallbackState? state) => (await house.As(Role.Agent).Ask((CallbackList l) => l.Find(new CallbackFilter { Shelf = CallbackShelf.Done, State = state }))).Rows.Select(r => r.Id);
        Assert.Equal([ids[2], ids[1], ids[0]], await Ended(null));
        Assert.Equal([ids[0]], await Ended(CallbackState.Answered));
        Assert.Equal([ids[1]], await Ended(CallbackState.Unreachable));
        Assert.Equal([ids[2]], await Ended(CallbackState.Missed));
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
