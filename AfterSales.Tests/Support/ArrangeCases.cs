using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Support;

/// <summary>Cases as tests start from them, made through the product's own write path.</summary>
public static class ArrangeCases
{
    /// <summary>A case taken in now by the agent, who owns it; its key.</summary>
    public static async Task<long> OpenCase(this TestHouse house, Known known, CaseType type = CaseType.Repair, ServiceMode mode = ServiceMode.Remote)
    {
        var id = await house.As(Role.Agent).Ask((Writer writer) => writer.Run<long>(house.Request, async write =>
        {
            var policy = await write.Db.PolicyAt(write.Now, write.Stop);
            var c = new ServiceCase
            {
                Number = await NumberSeries.Next(write.Db, "SC", write.Zone.DayOf(write.Now), write.Stop), Channel = Channel.Phone, Type = type, Mode = mode,
                CustomerId = known.Customer.Id, ContactId = known.Contact.Id, SiteId = known.Site.Id, AssetId = known.Asset.Id, Symptom = "leak", SymptomKey = "leak",
                Description = "主轴漏油", Impact = Impact.Stopped, Priority = Priority.High, AgentId = write.Actor.Id, OwnerId = write.Actor.Id, OpenedAt = write.Now,
                DistanceKm = known.Site.DistanceKm, PolicyId = policy.Id,
            };
            c.Tell(CaseEventKind.Registered, write.Actor, write.Now, c.Description);
            var file = await CaseFile.Register(write, c, policy, known.Customer, known.Site, known.Asset);
            await file.Settle();
            return c.Id;
        }));
        return id.Value;
    }

    /// <summary>A complaint about a case, as the agent hears it; its number.</summary>
    public static async Task<string> Complaint(this TestHouse house, long about, Severity severity = Severity.Minor)
    {
        var number = await house.Read(db => db.Cases.Where(c => c.Id == about).Select(c => c.Number).SingleAsync());
        return (await house.As(Role.Agent).Ask((ComplaintDesk d) => d.Open(new() { ParentNumber = number, Words = "等了三天没人来", Severity = severity }, house.Request))).Value;
    }

    /// <summary>The case is resolved now, dispatched to an engineer before where one is named; R40's callback follows.</summary>
    public static Task Resolve(this TestHouse house, long caseId, long? engineerId = People.Engineer, bool report = true) =>
        house.Change(caseId, async (write, file) =>
        {
            if (engineerId is { } engineer)
            {
                file.Case.Dispatch(engineer);
            }

            file.Case.Resolve("换油封", false, write.Actor, write.Now, write.Now);
            if (report)
            {
                write.Db.Add(new ServiceReport { CaseId = caseId, Remedy = "换油封", CompletedAt = write.Now });
            }

            await FollowUps.Open(write, file.Case, file.Policy);
            return Result.Done;
        });

    /// <summary>One change of a case as its owner would make it; a refusal fails the test.</summary>
    public static async Task Change(this TestHouse house, long caseId, Func<Write, CaseFile, Task<Result>> change)
    {
        var done = await house.As(Role.Agent).Write(async write =>
        {
            var file = await CaseFile.Open(write, caseId);
            var result = await change(write, file);
            if (result.Ok)
            {
                await file.Settle();
            }

            return result;
        });
        Assert.True(done.Ok, string.Join("; ", done.Problems));
    }

    /// <summary>The callbacks of a case in order.</summary>
    public static Task<List<Callback>> CallbacksOf(this TestHouse house, long caseId) =>
        house.Read(db => db.Callbacks.AsNoTracking().Include(k => k.Attempts).Where(k => k.CaseId == caseId).OrderBy(k => k.Id).ToListAsync());

    /// <summary>The kinds of the timeline's lines in order.</summary>
    public static Task<List<CaseEventKind>> TimelineOf(this TestHouse house, long caseId) =>
        house.Read(db => db.CaseEvents.Where(e => e.CaseId == caseId).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync());

    /// <summary>Moves the clock to a company wall time.</summary>
    public static void SetLocal(this TestHouse house, int year, int month, int day, int hour = 0, int minute = 0) =>
        house.Time.SetUtcNow(TestHouse.Zone.Instant(new DateTime(year, month, day, hour, minute, 0)));
}
