using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using AfterSales.Web.Shared;
using AfterSales.Web.WorkOrders;
using Bunit;
using ClosedXML.Excel;

namespace AfterSales.Tests.WorkOrders;

public sealed class OrderListTests
{
    [Theory, BothDatabases]
    public async Task An_order_stands_on_the_shelves_of_its_state_and_is_found_by_what_names_it(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var declined = await house.Dispatched();
        await house.Mine((MyWork w) => w.Decline(declined, "当天有培训", house.Request));
        var planned = await house.Dispatched();
        await house.Mine((MyWork w) => w.Accept(planned, house.Request));
        house.Time.Advance(TimeSpan.FromMinutes(1));
        var cancelled = await house.Dispatched();
        Assert.Empty((await house.As(Role.Supervisor).Ask((Dispatching d) => d.Cancel(cancelled, "客户取消", house.Request))).Problems);
        var assigned = await house.Dispatched();

        Assert.Equal([declined, planned, assigned], (await Found(house, new())).Order());
        Assert.Equal([declined, assigned], await Found(house, new() { Shelf = OrderShelf.Unaccepted }));
        Assert.Empty(await Found(house, new() { Shelf = OrderShelf.Unplanned }));
        Assert.Equal([cancelled], await Found(house, new() { Shelf = OrderShelf.Cancelled }));
        Assert.Empty(await Found(house, new() { Shelf = OrderShelf.Completed }));
        Assert.Equal([planned], await Found(house, new() { Text = planned }));
        Assert.Empty(await Found(house, new() { Engineer = People.OtherEngineer }));
        Assert.Empty(await Found(house, new() { Area = "south" }));
        Assert.Equal(3, (await Found(house, new() { Area = "north", Engineer = People.Engineer })).Count);
    }

    [Theory, BothDatabases]
    public async Task What_was_left_unfinished_waits_for_its_next_visit_with_the_reason(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.OnSite();
        await house.Mine((JobEnding e) => e.EndUnfinished(number, "part", "等密封圈", null, house.Request));

        var row = Assert.Single((await house.As(Role.Manager).Ask((OrderList l) => l.Find(new() { Shelf = OrderShelf.Unplanned }))).Rows);
        Assert.Equal((number, "等密封圈", 1, "part"), (row.Number, row.Note, row.Visits, row.Unfinished));
        Assert.Equal(Texts.Of(row.Status), OrderList.State(row, Texts));
    }

    /// <summary>The list, its paper, its workbook and the lanes say what the engineer's own pages say.</summary>
    [Theory, BothDatabases]
    public async Task An_order_says_that_its_engineer_is_on_the_way_and_on_site(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await house.Dispatched();
        await house.Mine((MyWork w) => w.Accept(number, house.Request));
        await house.Mine((MyWork w) => w.Depart(number, null, house.Request));
        Assert.Equal(("在途", "在途", "在途"), (await Cell(), await Sheet(), await Lane()));
        await house.Mine((MyWork w) => w.Arrive(number, null, house.Request));
        Assert.Equal(("已到场", "已到场", "已到场"), (await Cell(), await Sheet(), await Lane()));

        async Task<string> Lane()
        {
            await using var pages = new PageHouse(house, Role.Supervisor);
            return pages.Open<DispatchPage>("dispatch").WaitForElement($"[data-test=visit-{number}] .sm").TextContent.Split(" · ")[^1];
        }

        async Task<string> Cell()
        {
            await using var pages = new PageHouse(house, Role.Manager);
            var link = pages.Open<OrdersPage>("orders").WaitForElement($"[data-test=open-{number}]");
            return link.Closest("tr")!.Children[3].FirstChild!.TextContent;
        }

        async Task<string> Sheet()
        {
            var file = new MemoryStream();
            Assert.True((await house.As(Role.Supervisor).Ask((ListExport e) => e.Workbook("orders", new Dictionary<string, string?>(), file, Texts))).Ok);
            using var book = new XLWorkbook(file);
            var (head, row) = (book.Worksheets.Single().Row(1), book.Worksheets.Single().Row(2));
            return row.Cell(head.CellsUsed().Single(c => c.GetString() == Texts["WorkOrders.State"]).Address.ColumnNumber).GetString();
        }
    }

    private static readonly ResourceTexts Texts = new();

    private static async Task<IReadOnlyList<string>> Found(TestHouse house, OrderFilter filter) =>
        [.. (await house.As(Role.Agent).Ask((OrderList l) => l.Find(filter))).Rows.Select(r => r.Number)];
}
