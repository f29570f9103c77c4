using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Notices;
using AfterSales.Core.Promises;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Promises;

/// <summary>DOMAIN 3: warning at 75 %, breach at 100 %, escalation at 150 %, each exactly once. First reply: 18 h, 24 h, 36 h.</summary>
public sealed class BreachCheckTests
{
    [Theory, BothDatabases]
    public async Task Each_stage_is_told_once_at_its_time_to_those_concerned(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var id = await house.OpenCase(await house.KnownCustomer());

        await After(house, 17.99, stages: 0);
        await After(house, 18, stages: 1);
        Assert.Equal([(NoticeKind.PromiseAtRisk, People.Agent)], await Told(house, id));
        await After(house, 24, stages: 1);
        Assert.Equal([(NoticeKind.PromiseAtRisk, People.Agent), (NoticeKind.PromiseBroken, People.Agent), (NoticeKind.PromiseBroken, People.Supervisor)], await Told(house, id));
        await After(house, 36, stages: 2);

        Assert.Equal(
            [CaseEventKind.Registered, CaseEventKind.PromiseWarned, CaseEventKind.PromiseWarned, CaseEventKind.PromiseBroken, CaseEventKind.PromiseEscalated],
            (await house.TimelineOf(id)).Order());
        Assert.Contains((NoticeKind.PromiseEscalated, People.Manager), await Told(house, id));
    }

    [Theory, BothDatabases]
    public async Task A_late_check_tells_every_stage_that_passed_with_its_instant(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var id = await house.OpenCase(await house.KnownCustomer());

        await After(house, 200, stages: 6);
        await After(house, 201, stages: 0);

        var lines = await house.Read(db => db.CaseEvents.Where(e => e.CaseId == id && e.Kind == CaseEventKind.PromiseBroken).Select(e => new { e.At, e.HappenedAt }).ToListAsync());
        Assert.Equal([TestHouse.Start.AddHours(24), TestHouse.Start.AddHours(48)], lines.Select(l => l.HappenedAt!.Value).Order());
        Assert.All(lines, l => Assert.Equal(TestHouse.Start.AddHours(200), l.At));
    }

    [Theory, BothDatabases]
    public async Task Two_nodes_at_once_tell_each_stage_once(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        for (var i = 0; i < 12; i++)
        {
            await house.OpenCase(known);
        }

        house.Time.Advance(TimeSpan.FromHours(25));
        await using var other = house.Neighbour();
        var told = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => Check(i % 2 == 0 ? house : other))));

        Assert.Equal(24, told.Sum());
        Assert.Equal(24, await house.Read(db => db.CaseEvents.CountAsync(e => e.Kind == CaseEventKind.PromiseWarned || e.Kind == CaseEventKind.PromiseBroken)));
        Assert.Equal(12 + 24, await house.Read(db => db.Notifications.CountAsync()));
    }

    [Fact]
    public async Task What_was_met_or_stands_on_hold_is_not_told()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var (resolved, held) = (await house.OpenCase(known), await house.OpenCase(known));
        await house.Resolve(resolved);
        await house.Change(held, (write, file) => Task.FromResult(file.Case.Hold("festival", true, write.Now.AddDays(9), null, write.Actor, write.Now)));

        await After(house, 100, stages: 0);
    }

    [Fact]
    public async Task A_case_that_cannot_be_told_keeps_none_of_the_others_from_being_told()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var (broken, sound) = (await house.OpenCase(known), await house.OpenCase(known));
        await house.Read(db => db.Database.ExecuteSqlRawAsync("""CREATE TRIGGER "Breaks" BEFORE INSERT ON "CaseEvents" WHEN NEW."CaseId" = 1 BEGIN SELECT RAISE(ABORT, 'no'); END"""));

        house.Time.Advance(TimeSpan.FromHours(18));
        Assert.Equal(1, await Check(house));
        Assert.Contains(CaseEventKind.PromiseWarned, await house.TimelineOf(sound));
    }

    private static async Task After(TestHouse house, double hours, int stages)
    {
        house.Time.SetUtcNow(TestHouse.Start.AddHours(hours));
        Assert.Equal(stages, await Check(house));
        Assert.Equal(0, await Check(house));
    }

    private static Task<int> Check(TestHouse house) => house.AsSystem().Ask((BreachCheck check) => check.Run());

    private static async Task<List<(NoticeKind, long)>> Told(TestHouse house, long id) =>
        [.. (await house.Read(db => db.Notifications.Where(n => n.CaseId == id).Select(n => new { n.Kind, n.PersonId }).ToListAsync())).Select(n => (n.Kind, n.PersonId)).Order()];
}
