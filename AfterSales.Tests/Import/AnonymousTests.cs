using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Import;

/// <summary>Whoever was made anonymous is not brought back by an old file.</summary>
public sealed class AnonymousTests
{
    [Fact]
    public async Task Nothing_of_an_anonymous_customer_comes_in_and_the_import_of_its_cases_stays()
    {
        await using var house = await TestHouse.Open();
        var first = await ImportTests.Take(house, Sheets.Firm().File());
        await using (var db = house.Db())
        {
            await db.Customers.Where(c => c.Code == "C002").ExecuteUpdateAsync(set => set.SetProperty(c => c.AnonymousAt, house.Now).SetProperty(c => c.Name, "C002"));
            await db.Cases.Where(c => c.Number == "F-0002").ExecuteUpdateAsync(set => set.SetProperty(c => c.Description, "*"));
        }

        var file = Sheets.Firm()
            .With(book => book.Worksheet("设备").Cell(4, 1).InsertData(new[] { new[] { "SN-3", "拉丝机", "LH-450", "C002" } }))
            .With(book => book.Worksheet("服务单").Cell(8, 1).InsertData(new[] { new[] { "F-0007", "2026-10-05 09:00", "来电", "维修", "C002" } })).File();
        var again = await ImportTests.Take(house, file);

        Assert.Equal(
            [("客户", 3, "Customers.IsAnonymous"), ("设备", 4, "Customers.IsAnonymous"), ("服务单", 3, "Customers.IsAnonymous"), ("服务单", 8, "Customers.IsAnonymous")],
            again.Faults.Select(f => (f.Sheet, f.Row, f.What.Code)));
        Assert.Null(again.BatchId);
        var undone = await house.As(Role.Supervisor).Ask((ImportUndoing u) => u.Undo(first.BatchId!.Value, house.Request));
        Assert.Equal(["F-0002", "F-0004"], undone.Problems.Where(p => p.Code == "Import.BuiltOnCase").Select(p => p.Args[0]));
    }
}
