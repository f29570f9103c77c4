using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Integrity;
using AfterSales.Core.Promises;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Cases;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static AfterSales.Tests.Support.Times;

namespace AfterSales.Tests.Promises;

/// <summary>R11 with R1–R3: while the quote waits for the customer's word, the clocks of the work stand and that of the reply runs on.</summary>
public sealed class QuoteAwaitedTests
{
    [Theory, BothDatabases]
    public async Task Nothing_about_the_work_is_broken_while_the_customer_considers_the_quote(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await OutOfWarranty(house);
        await After(house, 200, stages: 3);
        Assert.All(await Told(house), facts => Assert.Contains(nameof(PromiseKind.FirstReply), facts, StringComparison.Ordinal));

        await Accept(house, number);
        await After(house, 200 + 35.9, stages: 0);
        await After(house, 200 + 36, stages: 1);
        await After(house, 200 + 48, stages: 1);
    }

    [Fact]
    public async Task The_wait_is_explained_and_ends_with_the_acceptance()
    {
        await using var house = await TestHouse.Open();
        var number = await OutOfWarranty(house);
        house.Time.Advance(Hours(5));
        var waiting = await Explained(house, number);
        Assert.Equal((true, Pause.Quote, Hours(5)), (waiting.Paused, Assert.Single(waiting.Stretches).Reason, waiting.Uncounted));

        await Accept(house, number);
        var running = await Explained(house, number);
        Assert.Equal((false, house.Now, house.Now + Hours(96)), (running.Paused, running.StartAt, running.DueAt));
    }

    /// <summary>R2: who sends somebody before the quote is accepted sends him at the time that the customer asked for.</summary>
    [Fact]
    public async Task The_customers_own_time_is_proposed_before_the_quote_is_accepted()
    {
        await using var house = await TestHouse.Open();
        var form = (await house.KnownCustomer(acceptedOn: Day("2025-11-24"))).Repair();
        form.CustomerTime = new DateTime(2026, 11, 27, 10, 0, 0);
        var number = await house.Registered(form);

        var waiting = await house.As(Role.Supervisor).Ask((DispatchBoard board) => board.Find(number));

        Assert.Equal((true, At("2026-11-27 10:00")), (waiting!.ToKeep!.Paused, waiting.ToKeep.DueAt));
    }

    /// <summary>A hold within the wait moves nothing: what waits for the quote isn't counted anyway.</summary>
    [Fact]
    public async Task A_hold_while_the_quote_is_awaited_does_not_move_the_customers_time()
    {
        await using var house = await TestHouse.Open();
        var form = (await house.KnownCustomer(acceptedOn: Day("2025-11-24"))).Repair();
        form.CustomerTime = new DateTime(2026, 11, 27, 10, 0, 0);
        var number = await house.Registered(form);
        var id = (await house.Page(number)).Head.Id;
        await house.Change(id, (write, file) => Task.FromResult(file.Case.Hold("customer", true, write.Now.AddDays(1), null, write.Actor, write.Now)));
        house.Time.Advance(Hours(3));
        await house.Change(id, (write, file) => Task.FromResult(file.Case.Resume(write.Actor, write.Now)));

        var arrival = (await house.Page(number)).Promises.Single(p => p.Kind == PromiseKind.Arrival);

        Assert.Equal((true, At("2026-11-27 10:00")), (arrival.Paused, arrival.DueAt));
        await Sound(house);
        Assert.True(arrival.Brief.Gone(At("2026-11-27 10:00")));
        Assert.Equal(AppointmentKind.Morning, AppointmentRule.Proposed(At("2026-11-27 10:30"), arrival.Brief, TestHouse.Zone).Kind);
    }

    /// <summary>Guidance by phone is free (R11): what was done without an accepted quote broke no promise, and was handled from the intake on (K12).</summary>
    [Fact]
    public async Task What_is_resolved_without_the_quote_is_kept()
    {
        await using var house = await TestHouse.Open();
        var number = await OutOfWarranty(house);
        house.Time.Advance(Hours(150));
        await Resolve(house, number);
        Assert.Equal(PromiseState.Kept, (await Explained(house, number)).State);
        Assert.DoesNotContain((await house.Page(number)).Promises, p => p.Kind == PromiseKind.Arrival);
        Assert.Equal(Hours(150), await Handled(house));
    }

    [Fact]
    public async Task K12_counts_from_the_accepted_quote()
    {
        await using var house = await TestHouse.Open();
        var number = await OutOfWarranty(house);
        house.Time.Advance(Hours(30));
        await Accept(house, number);
        house.Time.Advance(Hours(10));
        await Resolve(house, number);
        Assert.Equal(Hours(10), await Handled(house));
    }

    private static async Task<string> OutOfWarranty(TestHouse house) =>
        await house.Registered((await house.KnownCustomer(acceptedOn: Day("2025-11-24"))).Repair());

    private static async Task Accept(TestHouse house, string number)
    {
        Assert.True((await house.As(Role.Agent).Ask((CaseEditing e) => e.AcceptQuote(number, Guid.NewGuid()))).Ok);
        await Sound(house);
    }

    private static async Task Resolve(TestHouse house, string number)
    {
        await house.Resolve((await house.Page(number)).Head.Id);
        await Sound(house);
    }

    private static async Task After(TestHouse house, double hours, int stages)
    {
        house.Time.SetUtcNow(TestHouse.Start.AddHours(hours));
        Assert.Equal(stages, await house.AsSystem().Ask((BreachCheck check) => check.Run()));
        await Sound(house);
    }

    private static async Task Sound(TestHouse house) =>
        Assert.DoesNotContain(await house.AsSystem().Ask((IntegrityCheck check) => check.Run()), f => f.Subject.StartsWith("SC-", StringComparison.Ordinal));

    private static Task<PromiseView> Explained(TestHouse house, string number) =>
        house.As(Role.Agent).Ask((CaseReader reader) => reader.Promise(number, PromiseKind.Handling));

    private static async Task<TimeSpan> Handled(TestHouse house) =>
        TimeSpan.FromMilliseconds((await house.Read(db => db.CaseFacts.Select(f => f.Handling).SingleAsync()))!.Value);

    private static Task<List<string>> Told(TestHouse house) => house.Read(db => db.CaseEvents
        .Where(e => e.Kind == CaseEventKind.PromiseWarned || e.Kind == CaseEventKind.PromiseBroken || e.Kind == CaseEventKind.PromiseEscalated).Select(e => e.Facts!).ToListAsync());
}
