using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Data.SampleData;
using AfterSales.Core.Identity;
using AfterSales.Core.Search;
using AfterSales.Core.Shared;
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
            var whole = (await TypedText.OfCases(db, text, default, Between))!;
            foreach (var part in whole.Parts)
            {
                Assert.Empty(await part.In(db.Cases, house.Clock.Today).Select(c => c.Number).Where(n => !all.Contains(n)).ToListAsync());
            }

            found += all.Count;
        }

        Assert.True(found > 500, $"{found} found");
    }

    /// <summary>The words of a case are found in every list of cases, as in the field.</summary>
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

    private static async Task<IReadOnlyList<string>> Find(AfterSalesDb db, TestHouse house, string text, TypedText.Limits limits)
    {
        var (people, cases, today) = ((await TypedText.Of(db, text, default, limits))!, (await TypedText.OfCases(db, text, default, limits))!, house.Clock.Today);
        return
        [
            .. await people.In(db.Customers).OrderBy(c => c.Id).Select(c => c.Code).ToListAsync(),
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
