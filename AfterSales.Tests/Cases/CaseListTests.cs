using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static AfterSales.Tests.Support.Times;

namespace AfterSales.Tests.Cases;

public sealed class CaseListTests
{
    [Theory, BothDatabases]
    public async Task Pages_by_urgency_and_by_intake_show_every_case_once_in_order(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var numbers = await Several(house, 7);
        var held = numbers[2];
        await house.As(Role.Agent).Ask((CaseHolds h) => h.Hold(held, new HoldForm { Reason = "customer", Until = new DateTime(2027, 1, 1, 9, 0, 0) }, Guid.NewGuid()));
        var urgent = await Walk(house, new CaseFilter { Size = 3 });
        Assert.Equal([.. numbers.Where(n => n != held), held], urgent);
        Assert.Equal(numbers.Reverse(), await Walk(house, new CaseFilter { Size = 3, Order = "opened" }));
    }

    [Theory, BothDatabases]
    public async Task Twenty_people_are_offered_at_once_and_a_part_of_the_name_finds_each_of_many(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await using (var db = house.Db())
        {
            db.Users.AddRange(Enumerable.Range(0, 100).Select(i => new Person { UserName = $"e{i}", NormalizedUserName = $"E{i}", Name = $"Smith {i:000}", Role = Role.Engineer, SecurityStamp = "x" }));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var list = house.As(Role.Agent);
        Assert.Equal(CaseList.MostPeople, (await list.Ask((CaseList l) => l.People(null, true))).Count);
        var found = Assert.Single(await list.Ask((CaseList l) => l.People(" smith 077", true)));
        Assert.Equal("Smith 077", found.Name);
        Assert.Equal(found, await list.Ask((CaseList l) => l.Person(found.Id)));
        Assert.Empty(await list.Ask((CaseList l) => l.People("smith", false)));
        Assert.Null(await list.Ask((CaseList l) => l.Person(999_999)));
    }

    [Theory, BothDatabases]
    public async Task Each_filter_finds_its_cases(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer(name: "青岛海缆有限公司");
        var number = await house.Registered(known.Repair());
        var other = known.Repair();
        (other.Type, other.Channel, other.Symptom, other.Impact) = (CaseType.Enquiry, Channel.Letter, null, Impact.None);
        (other.Received.LetterOn, other.Received.LetterSubject) = (house.Clock.Today, "询价函");
        await house.Registered(other);
        var filters = new CaseFilter[]
        {
            new() { Type = CaseType.Repair }, new() { Channel = Channel.Phone }, new() { Symptom = "leak" }, new() { Priority = Priority.Urgent },
            new() { Text = number[^9..], Type = CaseType.Repair }, new() { Text = "0001", Type = CaseType.Repair }, new() { Undispatched = true }, new() { Risk = CaseRisk.AtRisk, Type = CaseType.Repair },
            new() { Span = CaseSpan.Opened, From = Day("2026-11-24"), To = Day("2026-11-24"), Line = "extruder", Area = "north", Owner = People.Agent, Status = CaseStatus.Registered, Type = CaseType.Repair },
        };
        house.Time.Advance(Hours(18));
        foreach (var filter in filters)
        {
            var page = await house.As(Role.Agent).Ask((CaseList l) => l.Find(filter));
            Assert.Equal((number, 1), (Assert.Single(page.Rows).Number, page.Count));
        }

        var nothing = new CaseFilter[] { new() { Risk = CaseRisk.Overdue }, new() { Engineer = People.Engineer }, new() { Text = "没有这样的" }, new() { Span = CaseSpan.Opened, To = Day("2026-11-23") } };
        foreach (var filter in nothing)
        {
            Assert.Empty((await house.As(Role.Agent).Ask((CaseList l) => l.Find(filter))).Rows);
        }
    }

    [Fact]
    public async Task Open_lists_and_months_read_one_index_alone()
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        var open = await Plan(db, """SELECT "Id" FROM "Cases" WHERE "Status" IN (1, 2, 3, 4, 7, 8) AND "Area" = 'north' AND "Type" = 5 AND "NextDueAt" IS NOT NULL ORDER BY "NextDueAt", "Id" LIMIT 50""");
        Assert.Contains("COVERING INDEX IX_Cases_Open_Due", open);
        Assert.DoesNotContain("TEMP B-TREE", open);
        var month = await Plan(db, """SELECT "Id" FROM "Cases" WHERE "OpenedAt" >= 1 AND "OpenedAt" < 2 AND "ProductLine" = 'drawing' AND "OwnerId" = 1 ORDER BY "OpenedAt" DESC, "Id" DESC LIMIT 50""");
        Assert.Contains("COVERING INDEX IX_Cases_Opened", month);
        Assert.DoesNotContain("TEMP B-TREE", month);
        foreach (var (column, value) in new[] { ("Symptom", "'leak'"), ("EngineerId", "7") })
        {
            var rare = await Plan(db, $"""SELECT "Id" FROM "Cases" WHERE "{column}" = {value} AND "Area" = 'north' ORDER BY "OpenedAt" DESC, "Id" DESC LIMIT 50""");
            Assert.Contains($"INDEX IX_Cases_{column.Replace("Id", "", StringComparison.Ordinal)} ({column}=?)", rare);
            Assert.DoesNotContain("TEMP B-TREE", rare);
        }
        Assert.Contains("IX_WorkOrders_Open_Case (CaseId=?)", await Plan(db, db.Cases.Undispatched(db).Select(c => c.Id).ToQueryString()));
        foreach (var (column, index) in new[] { ("OwnerId", "IX_Cases_Open_Owner"), ("EngineerId", "IX_Cases_Open_Engineer") })
        {
            Assert.Contains("COVERING INDEX " + index, await Plan(db, $"SELECT COUNT(*) FROM (SELECT 1 FROM \"Cases\" WHERE \"Status\" IN (1, 2, 3, 4, 7, 8) AND \"{column}\" = 5 LIMIT 1001)"));
        }
    }

    [Theory]
    [InlineData("SC-20261124-0007", "SC-20261124-0007")]
    [InlineData("sc 1124-7", "SC-20261124-0007")]
    [InlineData("20261124-0007", "SC-20261124-0007")]
    [InlineData("0007", "SC-20261124-0007")]
    public void A_number_is_found_by_its_end(string text, string number) =>
        Assert.Contains(number, CaseNumbers.Of(text, Day("2026-11-24")));

    [Fact]
    public void A_number_is_found_by_every_tail_of_it()
    {
        foreach (var (prefix, of) in new (string, Func<string, IEnumerable<string>>)[] { ("SC-", t => CaseNumbers.Of(t, Day("2026-11-24"))), ("WO-", t => CaseNumbers.OfOrders(t, Day("2026-11-24"))) })
        {
            var number = prefix + "20261123-0018";
            Assert.All(Enumerable.Range(0, "20261123".Length), cut => Assert.Contains(number, of(number[(prefix.Length + cut)..])));
            Assert.All(Enumerable.Range(0, "20261123".Length), cut => Assert.InRange(of(number[(prefix.Length + cut)..]).Count(), 1, CaseNumbers.Days + 1));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("--")]
    [InlineData("SC-")]
    [InlineData("99999999999999999999-1")]
    [InlineData("0018-")]
    [InlineData("油")]
    public void Nonsense_is_no_number(string text) => Assert.All(CaseNumbers.Of(text, Day("2026-11-24")), n => Assert.Equal(text, n));

    private static async Task<string[]> Several(TestHouse house, int count)
    {
        var known = await house.KnownCustomer();
        var numbers = new List<string>();
        for (var i = 0; i < count; i++)
        {
            numbers.Add(await house.Registered(known.Repair()));
            house.Time.Advance(TimeSpan.FromMinutes(i % 2));
        }

        return [.. numbers];
    }

    private static async Task<List<string>> Walk(TestHouse house, CaseFilter filter)
    {
        var seen = new List<string>();
        for (var page = await house.As(Role.Agent).Ask((CaseList l) => l.Find(filter)); ; page = await house.As(Role.Agent).Ask((CaseList l) => l.Find(filter with { After = RowKey.Parse(page.Next!.ToString()) })))
        {
            seen.AddRange(page.Rows.Select(r => r.Number));
            if (page.Next is null)
            {
                return seen;
            }
        }
    }

    private static async Task<string> Plan(AfterSalesDb db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(3));
        }

        return string.Join('\n', lines);
    }
}
