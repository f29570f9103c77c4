using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.WorkOrders;

/// <summary>Field work as the tests walk it, step by step through the services.</summary>
internal static class Jobs
{
    /// <summary>The smallest picture that passes for a PNG: one white point.</summary>
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==");

    /// <summary>A registered on-site repair of a machine in warranty, 640 km away (R3: 48 h). Answers its number.</summary>
    public static async Task<string> Case(this TestHouse house, CaseType type = CaseType.Repair, ServiceMode mode = ServiceMode.OnSite)
    {
        var known = await house.KnownCustomer();
        var number = "";
        var done = await house.As(Role.Agent).Write(async write =>
        {
            var policy = await write.Db.PolicyAt(write.Now, write.Stop);
            number = await NumberSeries.Next(write.Db, "SC", write.Zone.DayOf(write.Now), write.Stop);
            var c = new ServiceCase
            {
                Number = number, Channel = Channel.Phone, Type = type, CustomerId = known.Customer.Id, ContactId = known.Contact.Id, SiteId = known.Site.Id, AssetId = known.Asset.Id,
                Symptom = "leak", SymptomKey = "leak", Description = "油箱漏油", Impact = Impact.Stopped, Priority = Priority.Urgent, Mode = mode,
                AgentId = write.Actor.Id, OwnerId = write.Actor.Id, OpenedAt = write.Now, DistanceKm = known.Site.DistanceKm, PolicyId = policy.Id, Area = "north", ProductLine = "extruder",
            };
            var file = await CaseFile.Register(write, c, policy, await write.Db.Customers.SingleAsync(x => x.Id == known.Customer.Id), known.Site, known.Asset);
            c.Tell(CaseEventKind.Registered, write.Actor, write.Now);
            await file.Settle();
            return Result.Done;
        });
        Assert.True(done.Ok);
        return number;
    }

    /// <summary>Tomorrow morning, by an engineer.</summary>
    public static AssignForm Tomorrow(TestHouse house, long engineer = People.Engineer) => new()
    {
        EngineerId = engineer, Instructions = "带密封圈", When = new AppointmentForm { Kind = AppointmentKind.Morning, Day = house.Clock.Today.AddDays(1) },
    };

    /// <summary>How an order is dispatched now, as a supervisor's form.</summary>
    public static async Task<AssignForm> Plan(this TestHouse house, string number) =>
        (await house.As(Role.Supervisor).Ask((JobReader r) => r.Job(number))).Plan;

    /// <summary>Dispatches to the engineer; answers the order's number.</summary>
    public static async Task<string> Dispatched(this TestHouse house, string? caseNumber = null)
    {
        caseNumber ??= await house.Case();
        return (await house.As(Role.Supervisor).Ask((Dispatching d) => d.Assign(caseNumber, Tomorrow(house), house.Request))).Value;
    }

    /// <summary>Dispatched, accepted, arrived an hour later.</summary>
    public static async Task<string> OnSite(this TestHouse house, string? caseNumber = null)
    {
        var number = await house.Dispatched(caseNumber);
        await house.Mine((MyWork w) => w.Accept(number, house.Request));
        house.Time.Advance(TimeSpan.FromHours(1));
        await house.Mine((MyWork w) => w.Arrive(number, null, house.Request));
        return number;
    }

    /// <summary>A step of the engineer that must succeed.</summary>
    public static async Task Mine<TService>(this TestHouse house, Func<TService, Task<Result>> step) where TService : notnull =>
        Assert.Empty((await house.As(Role.Engineer).Ask(step)).Problems);

    /// <summary>What a repair's report needs.</summary>
    public static ReportForm Findings(long version = 0) => new()
    {
        Version = version, ConfirmedSymptom = "leak", Cause = "wear", CauseText = "密封圈老化", Remedy = "更换密封圈", Hours = 1.5m, UserName = "张工",
        Parts = [new PartForm { PartNo = "ZL-200", Name = "密封圈", Quantity = 2, OldSerial = "S-1127", NewSerial = "S-2093" }],
    };

    /// <summary>Every point of the checklist passed.</summary>
    public static async Task<List<CheckForm>> AllPassed(this TestHouse house, string number) =>
        [.. (await house.As(Role.Engineer).Ask((JobReader r) => r.Job(number))).Items.Select(i => new CheckForm { Item = i.Code, Result = CheckResult.Passed })];

    /// <summary>The whole report filled in and signed.</summary>
    public static async Task Filled(this TestHouse house, string number, int score = 5, string comment = "很满意")
    {
        var checks = await house.AllPassed(number);
        var version = (await house.As(Role.Engineer).Ask((JobReader r) => r.Job(number))).Report.Form.Version;
        await house.Mine((Reporting r) => r.Save(number, Findings(version), house.Request));
        await house.Mine((Reporting r) => r.SaveChecks(number, checks, house.Request));
        await house.Mine((Reporting r) => r.SaveSatisfaction(number, new SatisfactionForm { Score = score, Comment = comment }, house.Request));
        await house.Mine((Reporting r) => r.Sign(number, "张工", Png, house.Request));
    }

    /// <summary>The codes of a refusal.</summary>
    public static string[] Codes(this Result result) => [.. result.Problems.Select(p => p.Code)];
}
