using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Performance;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Performance;

public sealed class PeriodReaderTests
{
    [Fact]
    public async Task No_query_of_a_period_scans_a_table()
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        var by = Cards.Judge();
        IQueryable[] queries =
        [
            .. PeriodReader.Cases(db, by), .. PeriodReader.Faults(db, by), PeriodReader.Answers(db, by), PeriodReader.Callbacks(db, by), PeriodReader.Customers(db, by),
        ];
        foreach (var query in queries)
        {
            var plan = await Plan(db, query);
            Assert.True(plan.All(l => !l.StartsWith("SCAN", StringComparison.Ordinal)), string.Join('\n', [.. plan, query.ToQueryString()]));
        }
    }

    [Fact]
    public async Task A_save_reads_the_visits_of_its_case_alone()
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        var plan = await Plan(db, CaseFile.VisitsOf(db, 7));
        Assert.True(plan.All(l => l.StartsWith("SEARCH", StringComparison.Ordinal) && l.Contains("=?", StringComparison.Ordinal)), string.Join('\n', plan));
    }

    private static async Task<List<string>> Plan(AfterSalesDb db, IQueryable query)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        var plan = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(3));
        }

        return plan;
    }
}
