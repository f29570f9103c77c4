using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Performance;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Performance;

public sealed class PeriodReaderTests
{
    /// <summary>K2 goes over the union of two ranges.</summary>
    private const string Union = "SCAN u";

    [Fact]
    public async Task No_figure_of_a_period_scans_a_table()
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        var card = new Scorecard(PeriodRows.Of(db), Cards.Judge());
        IQueryable<Counted>[] counted = [.. FigureKeys.All.Where(k => k != FigureKey.K9).Select(card.Formula)];
        IQueryable[] queries =
        [
            .. counted, .. Enum.GetValues<Dimension>().SelectMany(d => counted.Select(c => Grouping.Sums(c, d))), .. counted.Select(c => Grouping.Sums(c, null)),
            .. Enum.GetValues<Dimension>().Cast<Dimension?>().Append(null).SelectMany(card.Passes).Select(p => p.Sums),
            card.Earlier(), card.Later(), card.Contacted(), card.Symptoms(),
        ];
        foreach (var query in queries)
        {
            var plan = await Plan(db, query);
            Assert.True(plan.All(l => !l.StartsWith("SCAN", StringComparison.Ordinal) || l == Union), string.Join('\n', [.. plan, query.ToQueryString()]));
        }
    }

    [Theory]
    [InlineData(FigureKey.K2, "IX_CaseFacts_Complaints_Closed (ClosedAt=? AND OpenedAt<?)")]
    [InlineData(FigureKey.K2, "IX_CaseFacts_Complaints_Closed (ClosedAt>?)")]
    [InlineData(FigureKey.K5, "IX_CaseFacts_OpenedAt (OpenedAt>? AND OpenedAt<?)")]
    [InlineData(FigureKey.K12, "IX_CaseFacts_ResolvedAt_OpenedAt (ResolvedAt>? AND ResolvedAt<?)")]
    [InlineData(FigureKey.K8, "IX_Callbacks_EndsAt (EndsAt>? AND EndsAt<?)")]
    [InlineData(FigureKey.K1, "IX_SatisfactionAnswers_AnsweredAt (AnsweredAt>? AND AnsweredAt<?)")]
    [InlineData(FigureKey.K1, "COVERING INDEX IX_SatisfactionAnswers_CaseId (CaseId=? AND AnsweredAt>? AND AnsweredAt<?)")]
    public async Task A_grouped_figure_is_a_range_of_an_index(FigureKey key, string range)
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        var card = new Scorecard(PeriodRows.Of(db), Cards.Judge());
        var shared = card.Passes(Dimension.Engineer).Where(p => p.Keys.Contains(key)).Select(p => p.Sums).FirstOrDefault();
        var plan = await Plan(db, shared is null ? Grouping.Sums(card.Formula(key), Dimension.Engineer) : shared);
        Assert.Contains(plan, l => l.EndsWith(range, StringComparison.Ordinal));
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
