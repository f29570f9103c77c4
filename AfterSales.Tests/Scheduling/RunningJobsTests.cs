using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Tests.Scheduling;

/// <summary>
/// The running site does by itself what is due: with Hangfire in memory on SQLite, and with Hangfire's own tables on
/// PostgreSQL, where two nodes share the work. One effect each, however often a job runs.
/// </summary>
public sealed class RunningJobsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory, BothDatabases]
    public async Task Breaches_and_callbacks_come_by_themselves_once_on_one_node_or_two(StorageProvider provider)
    {
        await using var first = await WebHouse.Open(provider);
        var (open, resolved) = (await Taken(first), await Taken(first, answered: true));
        await using var second = provider == StorageProvider.Postgres ? await first.Neighbour() : null;
        foreach (var node in new[] { first, second }.OfType<WebHouse>())
        {
            // Ten in the morning, eight days on: R40's window stands open, in call hours.
            node.Clock.Offset = TimeSpan.FromDays(8) + TimeSpan.FromHours(10 - node.Clock.Local(node.Clock.Now).Hour);
            for (var i = 0; i < 3; i++)
            {
                Enqueue(node);
            }
        }

        await Eventually(first, async db => await db.Callbacks.AnyAsync(k => k.State == CallbackState.Due)
            && !await db.Promises.AnyAsync(p => p.NextStageAt != null && p.NextStageAt <= first.Clock.Now)
            && !await db.ScheduledActions.AnyAsync(a => a.State == ActionState.Pending && a.DueAt <= first.Clock.Now));
        await using var db = first.Db();
        var stages = (await db.CaseEvents.Where(e => e.Kind == CaseEventKind.PromiseWarned || e.Kind == CaseEventKind.PromiseBroken || e.Kind == CaseEventKind.PromiseEscalated)
            .Select(e => new { e.CaseId, e.Kind, e.Facts }).ToListAsync()).Select(e => (e.CaseId, e.Kind, CaseEvent.Unpack(e.Facts)["promise"])).ToList();
        Assert.Equal(stages.Distinct().Count(), stages.Count);
        Assert.Equal(6, stages.Count(s => s.CaseId == open));
        Assert.Equal(1, await db.Notifications.CountAsync(n => n.Kind == NoticeKind.CallbackDue && n.CaseId == resolved && n.PersonId == People.Agent));
        Assert.True(await db.Notifications.AnyAsync(n => n.Kind == NoticeKind.PromiseEscalated && n.CaseId == open && n.PersonId == People.Manager));
    }

    [Theory, BothDatabases]
    public async Task An_action_due_in_seconds_happens_at_its_time_without_waiting_for_the_sweep(StorageProvider provider)
    {
        await using var house = await WebHouse.Open(provider);
        var id = await Taken(house);
        var number = await Number(house, id);
        await using (var db = house.Db())
        {
            // The sweep of the start is through; the next one comes with the minute.
            await Eventually(house, _ => Task.FromResult(house.Services.GetRequiredService<JobStorage>().GetMonitoringApi().SucceededListCount() >= 3));
        }

        var until = house.Clock.Local(house.Clock.Now.AddSeconds(3));
        var held = await house.As(People.Actor(Role.Agent)).Ask((CaseHolds h) => h.Hold(number, new HoldForm { Reason = "festival", Until = until }, Guid.NewGuid()));

        Assert.Empty(held.Problems);
        await Eventually(house, db => db.CaseHolds.AnyAsync(h => h.CaseId == id && h.EndedAt != null));
    }

    [Theory, BothDatabases]
    public async Task A_computer_that_is_off_at_night_keeps_house_when_it_starts(StorageProvider provider)
    {
        await using var house = await WebHouse.Open(provider);
        var old = Guid.NewGuid();
        await using (var db = house.Db())
        {
            await Eventually(house, _ => Task.FromResult(house.Services.GetRequiredService<JobStorage>().GetMonitoringApi().SucceededListCount() >= 2));
            db.WriteRequests.Add(new WriteRequest { Id = old, At = house.Clock.Now - Housekeeping.RequestsKept - TimeSpan.FromDays(1), PersonId = People.Agent, Answer = "true" });
            await db.SaveChangesAsync();
        }

        await using var next = await house.Neighbour();

        await Eventually(house, async db => !await db.WriteRequests.AnyAsync(r => r.Id == old));
    }

    private static void Enqueue(WebHouse node)
    {
        var jobs = node.Services.GetRequiredService<IBackgroundJobClient>();
        jobs.Enqueue<Web.Jobs.BreachCheckJob>(job => job.Run(CancellationToken.None));
        jobs.Enqueue<Web.Jobs.ActionSweepJob>(job => job.Run(CancellationToken.None));
    }

    private static async Task<long> Taken(WebHouse house, bool answered = false)
    {
        var form = new IntakeForm
        {
            Type = CaseType.Repair, Impact = Impact.Stopped, Mode = ServiceMode.Remote, Symptom = "leak", Description = "主轴漏油", ResolveOnSpot = answered,
            Resolution = answered ? "紧固油封" : null, Cause = answered ? "wear" : null,
            Customer = new() { Name = "电缆厂 " + Guid.NewGuid().ToString("N"), Area = "north" }, Contact = new() { Name = "张工", Phones = ["13800138000"] },
        };
        var done = await house.As(People.Actor(Role.Agent)).Ask((CaseIntake i) => i.Register(form, Guid.NewGuid()));
        Assert.True(done.Ok, string.Join("; ", done.Problems));
        await using var db = house.Db();
        return await db.Cases.Where(c => c.Number == done.Value).Select(c => c.Id).SingleAsync();
    }

    private static async Task<string> Number(WebHouse house, long id)
    {
        await using var db = house.Db();
        return await db.Cases.Where(c => c.Id == id).Select(c => c.Number).SingleAsync();
    }

    private static async Task Eventually(WebHouse house, Func<AfterSalesDb, Task<bool>> there)
    {
        for (var left = Patience; ; left -= TimeSpan.FromMilliseconds(200))
        {
            await using (var db = house.Db())
            {
                if (await there(db))
                {
                    return;
                }
            }

            Assert.True(left > TimeSpan.Zero, "It did not happen by itself.");
            await Task.Delay(200);
        }
    }
}
