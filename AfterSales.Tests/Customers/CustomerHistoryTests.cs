using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using AfterSales.Web.Customers;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Customers;

/// <summary>The whole history of a customer as one timeline.</summary>
public sealed class CustomerHistoryTests
{
    [Theory, BothDatabases]
    public async Task Cases_visits_callbacks_letters_and_complaints_stand_in_one_order_each_once(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var code = await Lived(house);
        var page = await Read(house, code, new());

        Assert.Null(page.Older);
        Assert.Equal([HistoryKind.Case, HistoryKind.Complaint, HistoryKind.Visit, HistoryKind.Callback, HistoryKind.Contact], page.Lines.Select(l => l.Kind).Distinct().Order());
        Assert.Equal(page.Lines.OrderByDescending(l => l.At).Select(l => l.At), page.Lines.Select(l => l.At));
        var callback = Assert.Single(page.Lines, l => l.Kind == HistoryKind.Callback);
        Assert.Equal((AttemptOutcome.Answered, 5, "很好"), (callback.Outcome!.Value, callback.Score!.Value, callback.Words));
        Assert.True(Assert.Single(page.Lines, l => l.Kind == HistoryKind.Visit).Arrived);
        Assert.Equal((Channel.Letter, false, "催款函"), Assert.Single(page.Lines, l => l.Kind == HistoryKind.Contact) is { } letter ? (letter.Channel!.Value, letter.Incoming, letter.Words) : default);
    }

    /// <summary>A case is asked about twice: each call stands with its own answer.</summary>
    [Fact]
    public async Task Of_two_rounds_each_has_its_own_answer()
    {
        await using var house = await TestHouse.Open();
        var code = await Lived(house);
        var round = (await house.CallbacksOf(await house.Read(db => db.Cases.Where(c => c.Type != CaseType.Complaint).Select(c => c.Id).SingleAsync())))[1];
        house.Time.Advance(TimeSpan.FromDays(8));
        Assert.True((await house.As(Role.Agent).Ask((CallbackDesk d) => d.Record(round.Id, new AttemptForm { Outcome = AttemptOutcome.Answered, Score = 2, Comment = "又坏了" }, house.Request))).Ok);

        var calls = (await Read(house, code, new(HistoryKind.Callback))).Lines;

        Assert.Equal([(2, "又坏了"), (5, "很好")], calls.Select(l => (l.Score!.Value, l.Words)));
    }

    [Theory, BothDatabases]
    public async Task Pages_follow_each_other_without_gap_even_at_one_instant(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var code = await Lived(house);
        for (var i = 0; i < 3; i++)
        {
            await house.OpenCase(new(await house.Read(db => db.Customers.SingleAsync(c => c.Code == code)), await house.Read(db => db.Contacts.FirstAsync()), await house.Read(db => db.Sites.FirstAsync()), await house.Read(db => db.Assets.FirstAsync())));
        }

        var all = (await Read(house, code, new())).Lines.Select(l => (l.Kind, l.Id)).ToList();
        foreach (var size in new[] { 1, 2, 3 })
        {
            var seen = new List<(HistoryKind, long)>();
            for (HistoryCursor? after = null; seen.Count == 0 || after is not null;)
            {
                var page = await Read(house, code, new(Size: size, After: after));
                seen.AddRange(page.Lines.Select(l => (l.Kind, l.Id)));
                after = page.Older;
            }

            Assert.Equal(all, seen);
        }

        var complaints = await Read(house, code, new(HistoryKind.Complaint));
        Assert.Equal(HistoryKind.Complaint, Assert.Single(complaints.Lines).Kind);
    }

    [Fact]
    public async Task Each_kind_is_read_by_an_index()
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        await db.Database.OpenConnectionAsync();
        foreach (var kind in Enum.GetValues<HistoryKind>())
        {
            await using var command = CustomerHistory.Lines(db, kind, 1, new(After: new(house.Now, HistoryKind.Visit, 1))).CreateDbCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
            await using var plan = await command.ExecuteReaderAsync();
            var lines = new List<string>();
            while (await plan.ReadAsync())
            {
                lines.Add(plan.GetString(3));
            }

            // A page read before is gone through; a table never is.
            var read = lines.Where(l => l.StartsWith("CO-ROUTINE ", StringComparison.Ordinal) || l.StartsWith("MATERIALIZE ", StringComparison.Ordinal)).Select(l => "SCAN " + l.Split(' ')[1]).ToHashSet();
            Assert.Empty(lines.Where(l => l.StartsWith("SCAN", StringComparison.Ordinal) && !read.Contains(l)).Select(l => $"{kind}: {l}"));
        }
    }

    /// <summary>Each page is the same statement with other values, so that it is translated and planned once.</summary>
    [Fact]
    public async Task A_later_page_is_the_same_statement_as_an_earlier_one()
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        foreach (var kind in Enum.GetValues<HistoryKind>())
        {
            var texts = Enumerable.Range(1, 2).Select(i => CustomerHistory.Lines(db, kind, 1, new(After: new(house.Now.AddDays(-i), kind, i))).CreateDbCommand().CommandText);
            Assert.Single(texts.Distinct());
        }
    }

    [Fact]
    public async Task The_page_narrows_the_history_and_shows_older_lines()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        for (var i = 0; i < 31; i++)
        {
            await house.OpenCase(known);
        }

        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<HistorySection>("customers/" + known.Customer.Code, set => set.Add(p => p.Code, known.Customer.Code).Add(p => p.Book, house.Book().Result));
        page.WaitForElement("[data-test=older]");
        Assert.Equal(30, page.FindAll("[data-test=line-Case]").Count);
        page.Find("[data-test=older]").Click();
        page.WaitForAssertion(() => Assert.Equal(31, page.FindAll("[data-test=line-Case]").Count));
        Assert.Empty(page.FindAll("[data-test=older]"));
        page.Find("[data-test=history-Visit]").Click();
        page.WaitForElement("[data-test=no-history]");
    }

    /// <summary>A customer with something of every kind.</summary>
    private static async Task<string> Lived(TestHouse house)
    {
        await house.OnSite();
        var known = await house.Read(db => db.Customers.SingleAsync());
        var caseId = await house.Read(db => db.Cases.Select(c => c.Id).SingleAsync());
        await house.As(Role.Agent).Ask(async (Core.Complaints.ComplaintDesk d) => await d.Open(new() { ParentNumber = await house.Read(db => db.Cases.Select(c => c.Number).SingleAsync()), Words = "态度差", AnsweredOnSpot = true, Answer = "致歉" }, house.Request));
        await house.Resolve(caseId);
        var callback = (await house.CallbacksOf(caseId))[0];
        house.Time.Advance(TimeSpan.FromDays(4));
        Assert.True((await house.As(Role.Agent).Ask((CallbackDesk d) => d.Record(callback.Id, new AttemptForm { Outcome = AttemptOutcome.Answered, Score = 5, Comment = "很好" }, house.Request))).Ok);
        await house.Add(new ContactLog { At = house.Now.AddDays(-1), Incoming = false, Channel = Channel.Letter, CustomerId = known.Id, Note = "催款函" });
        return known.Code;
    }

    private static Task<HistoryPage> Read(TestHouse house, string code, HistoryFilter filter) => house.As(Role.Agent).Ask((CustomerHistory h) => h.Read(code, filter));
}
