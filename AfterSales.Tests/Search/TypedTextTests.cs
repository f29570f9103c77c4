using AfterSales.Core.Assets;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Complaints;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Data.SampleData;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Search;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Search;

/// <summary>What a text typed over a list finds, whichever way it is gone about.</summary>
public sealed class TypedTextTests
{
    private static readonly TypedText.Limits Row = new(0, 0, 0), Between = new(3, 9, 5), Gathered = new(int.MaxValue - 1, int.MaxValue - 1, int.MaxValue - 1);

    /// <summary>Gathered or asked row by row, over customers, machines, cases, work orders and callbacks; a part is a part of it.</summary>
    [Theory]
    [BothDatabases]
    public async Task A_text_finds_the_same_gathered_and_asked_row_by_row(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await using var db = house.Db();
        Assert.True(await SampleHistory.Ensure(db, new SamplePlan(300), house.Clock));
        var found = 0;
        foreach (var text in await Asked(db))
        {
            var all = await Find(db, house, text, Gathered);
            Assert.Equal(all, await Find(db, house, text, Row));
            Assert.Equal(all, await Find(db, house, text, Between));
            var whole = (await TypedText.OfCases(db, text, Between, default))!;
            foreach (var part in whole.Parts)
            {
                Assert.Empty(await part.In(db.Cases, house.Clock.Today).Select(c => c.Number).Where(n => !all.Contains(n)).ToListAsync());
            }

            found += all.Count;
        }

        Assert.True(found > 500, $"{found} found");
    }

    /// <summary>The words of a case are found over the list of cases, as in the field.</summary>
    [Theory]
    [BothDatabases]
    public async Task Lists_of_cases_find_the_words_of_a_case(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var customer = await house.KnownCustomer();
        var wanted = await house.OpenCase(customer);
        await house.OpenCase(customer);
        await house.Change(wanted, (_, file) =>
        {
            file.Case.SymptomText = "收线抖动";
            return Task.FromResult(Result.Done);
        });
        var (number, supervisor) = ((await house.Read(db => db.Cases.SingleAsync(c => c.Id == wanted))).Number, house.As(Role.Supervisor));

        Assert.Equal([number], (await supervisor.Ask((CaseList l) => l.Find(new() { Text = "线抖" }))).Rows.Select(r => r.Number));
        Assert.Equal([number], (await supervisor.Ask((CaseList l) => l.Find(new() { Text = "收线 抖动", Span = CaseSpan.All }))).Rows.Select(r => r.Number));
        Assert.Empty((await supervisor.Ask((CaseList l) => l.Find(new() { Text = "线动" }))).Rows);
    }

    /// <summary>Every list with a text, page by page in its own order, and its count.</summary>
    [Theory]
    [BothDatabases]
    public async Task A_list_shows_and_counts_the_same_gathered_and_asked_row_by_row(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await using var db = house.Db();
        Assert.True(await SampleHistory.Ensure(db, new SamplePlan(300), house.Clock));
        var order = (await db.WorkOrders.OrderByDescending(o => o.Id).FirstAsync()).Number;
        foreach (var text in new[] { "公司", "断线", "13", order })
        {
            await Same<CustomerList, CustomerFilter, CustomerRow>(house, new() { Text = text });
            await Same<AssetList, AssetFilter, AssetRow>(house, new() { Text = text });
            await Same<CaseList, CaseFilter, CaseRow>(house, new() { Text = text, Span = CaseSpan.All });
            await Same<OrderList, OrderFilter, OrderRow>(house, new() { Text = text, Shelf = OrderShelf.Completed });
            await Same<CallbackList, CallbackFilter, CallbackEntry>(house, new() { Text = text, Shelf = CallbackShelf.Done });
            await Same<ComplaintList, ComplaintFilter, ComplaintRow>(house, new() { Text = text, Shelf = ComplaintShelf.Closed });
        }

        Assert.Single((await house.As(Role.Supervisor).Ask((CaseList l) => l.Find(new() { Text = order, Span = CaseSpan.All }))).Rows);
    }

    private static async Task Same<TList, TFilter, TRow>(TestHouse house, TFilter filter)
        where TList : Listing<TFilter, TRow> where TFilter : ListFilter, new() where TRow : IListRow
    {
        var all = await Pages<TList, TFilter, TRow>(house, filter with { Size = 1_000 }, Gathered);
        Assert.Equal(all, await Pages<TList, TFilter, TRow>(house, filter with { Size = 7 }, Gathered));
        Assert.Equal(all, await Pages<TList, TFilter, TRow>(house, filter with { Size = 7 }, Row));
        Assert.Equal(all, await Pages<TList, TFilter, TRow>(house, filter with { Size = 7 }, Between));
    }

    /// <summary>The keys of all pages; each page says how many there are.</summary>
    private static async Task<IReadOnlyList<long>> Pages<TList, TFilter, TRow>(TestHouse house, TFilter filter, TypedText.Limits limits)
        where TList : Listing<TFilter, TRow> where TFilter : ListFilter, new() where TRow : IListRow
    {
        var (rows, counts) = (new List<long>(), new HashSet<int>());
        for (RowKey? after = null; ;)
        {
            var page = await house.As(Role.Supervisor).Ask((TList l) =>
            {
                l.Few = limits;
                return l.Find(filter with { After = after });
            });
            rows.AddRange(page.Rows.Select(r => r.Id));
            counts.Add(page.Count);
            if ((after = page.Next) is null)
            {
                Assert.Equal(rows.Count, Assert.Single(counts));
                return rows;
            }
        }
    }

    private static async Task<IReadOnlyList<string>> Find(AfterSalesDb db, TestHouse house, string text, TypedText.Limits limits)
    {
        var (people, cases, today) = ((await TypedText.Of(db, text, limits, default))!, (await TypedText.OfCases(db, text, limits, default))!, house.Clock.Today);
        return
        [
            .. await people.Customers().OrderBy(c => c.Id).Select(c => c.Code).ToListAsync(),
            .. await people.In(db.Assets).OrderBy(a => a.Id).Select(a => a.SerialNo).ToListAsync(),
            .. await cases.In(db.Cases, today).OrderBy(c => c.Id).Select(c => c.Number).ToListAsync(),
            .. await cases.In(db.WorkOrders, today).OrderBy(o => o.Id).Select(o => o.Number).ToListAsync(),
            .. await cases.In(db.Callbacks, today).OrderBy(k => k.Id).Select(k => k.Id + "").ToListAsync(),
        ];
    }

    private static async Task<IReadOnlyList<string>> Asked(AfterSalesDb db)
    {
        var name = await db.Customers.OrderBy(c => c.Id).Select(c => c.Name).FirstAsync();
        var (serial, plate) = ((await db.Assets.OrderBy(a => a.Id).FirstAsync()).SerialNo, "鲁B·12345");
        var words = (await db.Cases.OrderBy(c => c.Id).Select(c => c.Description).Take(40).ToListAsync()).Where(w => w.Length > 8).Take(6);
        var (number, order) = ((await db.Cases.OrderByDescending(c => c.Id).FirstAsync()).Number, (await db.WorkOrders.OrderByDescending(o => o.Id).FirstAsync()).Number);
        return [name, name[..2], name[2..4], "公司", "线", "1", "13", serial, serial[^4..], plate, number, order, "jn", "nothing at all", .. words.Select(w => w[..4]), .. words.Select(w => w[2..4] + " " + w[5..7])];
    }
}
