using System.Globalization;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Promises;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using AfterSales.Web.Callbacks;
using AfterSales.Web.Shared;
using Bunit;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Listings;

/// <summary>A cell on paper, in a workbook or on a phone says what its page says: no time, figure or yes without what it is of.</summary>
public sealed class PaperCellTests
{
    private static readonly ResourceTexts Texts = new(CultureInfo.GetCultureInfo("zh-CN"));

    [Fact]
    public async Task A_promises_time_says_which_promise_it_is_on_paper_and_in_the_workbook()
    {
        await using var house = await TestHouse.Open();
        await house.Dispatched();
        await house.Complaint(await house.OpenCase(await house.KnownCustomer()));
        foreach (var (list, head, kind) in new[] { ("cases", "Cases.Promise", PromiseKind.FirstReply), ("complaints", "Complaints.Clock", PromiseKind.FirstReply), ("orders", "WorkOrders.Promise", PromiseKind.FirstReply) })
        {
            Assert.All(await Cells(house, list, head), cell => Assert.Matches($@"^\d{{4}}-\d\d-\d\d \d\d:\d\d\n{Texts.Of(kind)}(\n|$)", cell));
            using var book = await Workbook(house, list);
            var sheet = book.Worksheets.Single();
            var column = sheet.Row(1).CellsUsed().Single(c => c.GetString() == Texts["Promises.Which"]).Address.ColumnNumber;
            Assert.All(sheet.RowsUsed().Skip(1), row => Assert.Equal(Texts.Of(kind), row.Cell(column).GetString()));
        }
    }

    [Fact]
    public async Task A_clock_that_stands_and_a_promise_that_ended_have_no_time_and_say_so()
    {
        await using var house = await TestHouse.Open();
        await house.Dispatched();
        await house.Read(db => db.Promises.ExecuteUpdateAsync(set => set.SetProperty(p => p.Paused, true)));
        Assert.Matches($"^—\n[^\n]+ {Texts["Promises.Paused"]}$", Assert.Single(await Cells(house, "orders", "WorkOrders.Promise")));

        await house.Resolve(await house.OpenCase(await house.KnownCustomer()));
        Assert.Contains($"—\n{Texts.Of(PromiseKind.Handling)} {Texts.Of(PromiseState.Kept)}", await Cells(house, "cases", "Cases.Promise", ("span", "all")));
    }

    [Fact]
    public async Task A_figure_or_a_yes_below_another_cell_is_named_and_nothing_is_not_said()
    {
        await using var house = await TestHouse.Open();
        await house.Dispatched();
        Assert.Equal(Texts.Of(CaseStatus.Dispatched), Assert.Single(await Cells(house, "cases", "Cases.State")));
        Assert.DoesNotContain(Texts["WorkOrders.VisitCount"], Assert.Single(await Cells(house, "orders", "WorkOrders.VisitOn")), StringComparison.Ordinal);

        await house.Read(db => db.Cases.ExecuteUpdateAsync(set => set.SetProperty(c => c.Chases, 2).SetProperty(c => c.RepeatOfId, c => c.Id)));
        await house.Read(db => db.Customers.ExecuteUpdateAsync(set => set.SetProperty(c => c.Vip, true)));
        Assert.Equal($"{Texts.Of(CaseStatus.Dispatched)}\n{Texts["Cases.Chases"]} 2\n{Texts["Cases.RepeatMark"]}", Assert.Single(await Cells(house, "cases", "Cases.State")));
        Assert.EndsWith("\n" + Texts["Customers.Vip"], Assert.Single(await Cells(house, "customers", "Customers.Name")), StringComparison.Ordinal);
        using var book = await Workbook(house, "customers");
        Assert.Contains(Texts["Shared.Yes"], book.Worksheets.Single().Row(2).CellsUsed().Select(c => c.GetString()));
    }

    /// <summary>Nobody takes an owner for the engineer, or a model for what is wrong with it.</summary>
    [Fact]
    public async Task What_stands_below_nothing_stands_below_a_dash()
    {
        await using var house = await TestHouse.Open();
        await house.OpenCase(await house.KnownCustomer());
        Assert.Equal($"—\n{People.Rows.First(p => p.Id == People.Agent).Name}", Assert.Single(await Cells(house, "cases", "Cases.Filter.engineer")));
        await house.Read(db => db.Cases.ExecuteUpdateAsync(set => set.SetProperty(c => c.Symptom, (string?)null).SetProperty(c => c.SymptomText, (string?)null)));
        Assert.StartsWith(Texts.Of(CaseType.Repair), Assert.Single(await Cells(house, "cases", "Cases.Problem")), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_callbacks_round_is_said_in_words_and_its_window_in_days(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await house.Resolve(await house.OpenCase(await house.KnownCustomer()));
        Assert.Equal($"2026-12-01\n{Texts["Callbacks.Opens"]} 2026-11-27\n{Texts.Of(CallbackState.Waiting)}", Assert.Single(await Cells(house, "callbacks", "Callbacks.Window", ("shelf", "later"))));
        Assert.Contains("\n" + Texts["Callbacks.Round.1"] + "\n", Assert.Single(await Cells(house, "callbacks", "Callbacks.Case", ("shelf", "later"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_callbacks_figure_is_named_where_no_heads_are_shown()
    {
        await using var house = await TestHouse.Open();
        await house.Resolve(await house.OpenCase(await house.KnownCustomer()));
        await using var pages = new PageHouse(house, Role.Agent);
        var cells = pages.Open<CallbacksPage>("callbacks?shelf=later");
        cells.WaitForElement("[data-test=callbacks] td.num");
        Assert.All(cells.FindAll("[data-test=callbacks] td.num"), cell => Assert.False(string.IsNullOrEmpty(cell.GetAttribute("data-head"))));
    }

    /// <summary>The cells under a head, as they are printed.</summary>
    private static async Task<IReadOnlyList<string>> Cells(TestHouse house, string list, string head, params (string Name, string? Value)[] words)
    {
        var printed = await house.As(Role.Supervisor).Ask((ListExport e) => e.Print(list, words.ToDictionary(w => w.Name, w => w.Value), Texts));
        var at = printed.Columns.ToList().FindIndex(c => c.Head == head);
        Assert.NotEmpty(printed.Rows);
        return [.. printed.Rows.Select(r => r[at])];
    }

    private static async Task<XLWorkbook> Workbook(TestHouse house, string list)
    {
        var file = new MemoryStream();
        Assert.True((await house.As(Role.Supervisor).Ask((ListExport e) => e.Workbook(list, new Dictionary<string, string?>(), file, Texts))).Ok);
        file.Position = 0;
        return new XLWorkbook(file);
    }
}
