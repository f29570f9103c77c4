using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Data;

public sealed class WriterTests
{
    [Theory, BothDatabases]
    public async Task A_request_sent_twice_has_one_effect_and_the_first_answer(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var request = house.Request;

        var first = await house.As(Role.Agent).Ask((Writer w) => w.Run<string>(request, write => Added(write, "C-first")));
        var again = await house.As(Role.Agent).Ask((Writer w) => w.Run<string>(request, write => Added(write, "C-second")));

        Assert.Equal("C-first", first.Value);
        Assert.Equal("C-first", again.Value);
        Assert.Equal(["C-first"], await house.Read(db => db.Customers.Select(c => c.Code).ToListAsync()));
    }

    [Theory, BothDatabases]
    public async Task Eight_clicks_at_once_have_one_effect(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var request = house.Request;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            house.As(Role.Agent).Ask((Writer w) => w.Run<string>(request, write => Added(write, "C-once"))))));

        Assert.Equal(1, await house.Read(db => db.Customers.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_refused_write_leaves_nothing_behind(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);

        var refused = await house.As(Role.Agent).Write(async write =>
        {
            await Added(write, "C-gone");
            await write.Db.SaveChangesAsync();
            return new Problem("Shared.Required", "Name");
        });

        Assert.Equal("Shared.Required", Assert.Single(refused.Problems).Code);
        Assert.Equal(0, await house.Read(db => db.Customers.CountAsync()));
        Assert.Equal(0, await house.Read(db => db.WriteRequests.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_refused_request_may_be_sent_again(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var request = house.Request;

        await house.As(Role.Agent).Ask((Writer w) => w.Run<string>(request, _ => Task.FromResult<Result<string>>(new Problem("Shared.Required"))));
        var done = await house.As(Role.Agent).Ask((Writer w) => w.Run<string>(request, write => Added(write, "C-later")));

        Assert.True(done.Ok);
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_save_the_same_row_the_second_is_refused(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer(name: "甲厂");

        var second = await house.As(Role.Agent).Write(async write =>
        {
            var mine = await write.Db.Customers.SingleAsync(c => c.Id == known.Customer.Id);
            mine.Vip = true;
            write.Db.Entry(mine).Property(c => c.Version).OriginalValue = mine.Version - 1;
            return Result.Done;
        });

        Assert.Equal("Shared.ChangedMeanwhile", Assert.Single(second.Problems).Code);
        Assert.False(await house.Read(db => db.Customers.Select(c => c.Vip).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_change_raises_the_version_by_one(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();

        await house.As(Role.Agent).Write(async write =>
        {
            (await write.Db.Customers.SingleAsync()).Vip = true;
            return Result.Done;
        });

        Assert.Equal(known.Customer.Version + 1, await house.Read(db => db.Customers.Select(c => c.Version).SingleAsync()));
    }

    [Fact]
    public async Task Pages_hear_of_a_change_after_its_commit_and_of_a_refused_one_never()
    {
        await using var house = await TestHouse.Open();
        var heard = new List<string>();
        using var listening = house.Get<ChangeFeed>().Listen(heard.Add);

        await house.As(Role.Agent).Write(write => { write.Touch("refused"); return Task.FromResult<Result>(new Problem("Shared.Required")); });
        await house.As(Role.Agent).Write(write => { write.Touch("cases"); Assert.Empty(heard); return Task.FromResult(Result.Done); });

        Assert.Equal(["cases"], heard);
    }

    [Theory, BothDatabases]
    public async Task Another_persons_request_is_no_answer_and_has_no_effect(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var request = house.Request;

        await house.As(Role.Agent).Ask((Writer w) => w.Run<string>(request, write => Added(write, "C-mine")));
        var other = await house.As(Role.Supervisor).Ask((Writer w) => w.Run<string>(request, write => Added(write, "C-theirs")));

        Assert.Equal("Shared.AnothersRequest", Assert.Single(other.Problems).Code);
        Assert.Equal(["C-mine"], await house.Read(db => db.Customers.Select(c => c.Code).ToListAsync()));
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_take_the_same_number_the_second_is_refused(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await house.As(Role.Agent).Ask((Writer w) => w.Run<string>(house.Request, write => Added(write, "C-taken")));

        var second = await house.As(Role.Agent).Ask((Writer w) => w.Run<string>(house.Request, write => Added(write, "C-taken")));

        Assert.Equal("Shared.ChangedMeanwhile", Assert.Single(second.Problems).Code);
    }

    [Theory, BothDatabases]
    public async Task A_write_that_is_cancelled_half_way_leaves_nothing_and_holds_nobody_up(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var cut = Task.Run(() => house.As(Role.Agent).Ask((Writer w) => w.Run<string>(house.Request, async write =>
        {
            await Added(write, "C-cut");
            await write.Db.SaveChangesAsync(write.Stop);
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, write.Stop);
            return "never";
        }, stop.Token)));
        await begun.Task;
        using var waitingStop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var impatient = house.As(Role.Agent).Ask((Writer w) => w.Run<string>(house.Request, async write => { await Task.Delay(Timeout.Infinite, write.Stop); return ""; }, waitingStop.Token));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cut);

        Assert.True((await house.As(Role.Agent).Ask((Writer w) => w.Run<string>(house.Request, write => Added(write, "C-after")))).Ok);
        Assert.Equal(["C-after"], await house.Read(db => db.Customers.Select(c => c.Code).ToListAsync()));
    }

    [Fact]
    public async Task A_listener_that_fails_undoes_nothing_and_keeps_nobody_from_hearing()
    {
        await using var house = await TestHouse.Open();
        var heard = new List<string>();
        using var broken = house.Get<ChangeFeed>().Listen(_ => throw new ObjectDisposedException("page"));
        using var listening = house.Get<ChangeFeed>().Listen(heard.Add);

        var done = await house.As(Role.Agent).Write(write => { write.Touch("cases"); return Task.FromResult(Result.Done); });

        Assert.True(done.Ok);
        Assert.Equal(["cases"], heard);
    }

    private static Task<Result<string>> Added(Write write, string code)
    {
        write.Db.Add(new Customer { Code = code, Name = code, NameKey = TextRule.Key(code), Kind = CustomerKind.Direct, Tier = CustomerTier.C });
        return Task.FromResult<Result<string>>(code);
    }
}
