using AfterSales.Core.Assets;
using AfterSales.Core.Attachments;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Import;

/// <summary>An import is undone wherever only itself stands on it, and refused wherever somebody else does.</summary>
public sealed class UndoneTests
{
    private static readonly object?[] Bare = ["C001", "甲公司"];
    private static readonly object?[] Full = ["C001", "甲公司", null, null, "张工", "13800138000", "青岛", null, 100];

    private static Sheets Customers(params object?[][] rows) => new Sheets().Add("客户", [Sheets.CustomerHeads, .. rows]);

    private static Sheets Machine(Sheets book, string owner, string? dealer = null) => book.Add("设备", Sheets.AssetHeads, ["S-1", "拉丝机", "LH-280", owner, dealer, null, null, null]);

    private static Sheets Case(Sheets book, string owner, string? description = null) => book.Add("服务单", Sheets.CaseHeads, ["F-1", "2026-10-05 09:00", "来电", "维修", owner, "S-1", null, description]);

    private static Task<Result> Undo(TestHouse house, ImportReport report) => house.As(Role.Supervisor).Ask((ImportUndoing u) => u.Undo(report.BatchId!.Value, house.Request));

    private static async Task Undone(TestHouse house, ImportReport report)
    {
        var done = await Undo(house, report);
        Assert.True(done.Ok, string.Join("; ", done.Problems));
        await ImportTests.Sound(house);
    }

    [Theory, BothDatabases]
    public async Task A_batch_that_moves_what_is_on_file_to_its_new_customers_goes_as_a_whole(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var first = await ImportTests.Take(house, Case(Machine(Customers(Full), "C001"), "C001").File());
        var site = await house.Read(db => db.Assets.Select(a => a.SiteId).SingleAsync());
        var second = await ImportTests.Take(house, Case(Machine(Customers(["C002", "乙公司"], ["D001", "丙经销", "经销商"]), "C002", "D001"), "C002", "换了主").File());
        Assert.Equal(1, await house.Read(db => db.AssetMoves.CountAsync()));

        await Undone(house, second);

        Assert.Equal(["C001"], await house.Read(db => db.Customers.Select(c => c.Code).ToListAsync()));
        Assert.Equal(0, await house.Read(db => db.AssetMoves.CountAsync()));
        Assert.Equal((site, null), await house.Read(async db => await db.Assets.Select(a => new ValueTuple<long?, long?>(a.SiteId, a.DealerId)).SingleAsync()));
        await Undone(house, first);
        Assert.False(await house.Read(db => db.Cases.AnyAsync()) || await house.Read(db => db.Assets.AnyAsync()) || await house.Read(db => db.Customers.AnyAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_contact_and_a_place_that_a_batch_added_go_with_it(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var first = await ImportTests.Take(house, Customers(Bare).File());
        var second = await ImportTests.Take(house, Case(Machine(Customers(Full), "C001"), "C001").File());

        await Undone(house, second);

        Assert.False(await house.Read(db => db.Contacts.AnyAsync()) || await house.Read(db => db.ContactPhones.AnyAsync()) || await house.Read(db => db.Sites.AnyAsync()));
        await Undone(house, first);
        Assert.False(await house.Read(db => db.Customers.AnyAsync()) || await house.Read(db => db.SearchKeys.AnyAsync()));
    }

    [Fact]
    public async Task What_hangs_on_a_customer_and_was_edited_since_keeps_the_import()
    {
        await using var house = await TestHouse.Open();
        await ImportTests.Take(house, Customers(Bare).File());
        var second = await ImportTests.Take(house, Customers(Full).File());
        await using (var db = house.Db())
        {
            (await db.Sites.SingleAsync()).Address = "烟台";
            await db.SaveChangesAsync();
        }

        Assert.Equal(["Import.CustomersUsed", "Import.BuiltOnCustomer"], (await Undo(house, second)).Problems.Select(p => p.Code));
        Assert.Equal("烟台", await house.Read(db => db.Sites.Select(s => s.Address).SingleAsync()));
    }

    [Fact]
    public async Task An_edit_between_two_imports_keeps_the_first_though_the_second_goes()
    {
        await using var house = await TestHouse.Open();
        var first = await ImportTests.Take(house, Customers(Bare).File());
        await using (var db = house.Db())
        {
            (await db.Customers.SingleAsync()).Vip = true;
            await db.SaveChangesAsync();
        }

        await Undone(house, await ImportTests.Take(house, Customers(Full).File()));

        Assert.Equal(["Import.CustomersUsed", "Import.BuiltOnCustomer"], (await Undo(house, first)).Problems.Select(p => p.Code));
    }

    [Fact]
    public async Task A_machine_moved_by_hand_to_a_new_customer_keeps_its_import()
    {
        await using var house = await TestHouse.Open();
        await ImportTests.Take(house, Machine(Customers(Full), "C001").File());
        var second = await ImportTests.Take(house, Customers(["C002", "乙公司"]).File());
        var (from, to) = (await house.Read(db => db.Assets.SingleAsync()), await house.Read(db => db.Customers.Where(c => c.Code == "C002").Select(c => c.Id).SingleAsync()));
        // There and back again: only the machine's history tells.
        await house.Add(new AssetMove { AssetId = from.Id, MovedOn = new(2026, 11, 1), At = house.Now, FromCustomerId = from.CustomerId, ToCustomerId = to, Reason = "借用" });

        var undone = await Undo(house, second);

        Assert.Equal([("Import.CustomersUsed", (object?)1), ("Import.BuiltOnCustomer", "C002")], undone.Problems.Select(p => (p.Code, p.Args[0])));
    }

    [Fact]
    public async Task A_file_on_an_imported_case_keeps_its_import()
    {
        await using var house = await TestHouse.Open();
        var first = await ImportTests.Take(house, Case(Machine(Customers(Full), "C001"), "C001").File());
        var id = await house.Read(db => db.Cases.Select(c => c.Id).SingleAsync());
        await house.Add(new Attachment { CaseId = id, Name = "照片.png", FileKind = FileKind.Png, Size = 1, Hash = new string('0', 64), AddedAt = house.Now });

        Assert.Contains((await Undo(house, first)).Problems, p => p.Code == "Import.CasesWentOn");
    }

    [Theory, BothDatabases]
    public async Task Keys_of_what_was_undone_are_not_given_again(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var first = await ImportTests.Take(house, Customers(Full).File());
        var gone = await house.Read(db => db.Customers.Select(c => c.Id).SingleAsync());
        await Undone(house, first);

        await ImportTests.Take(house, Customers(Full).File());

        Assert.True(await house.Read(db => db.Customers.Select(c => c.Id).SingleAsync()) > gone);
    }

    [Fact]
    public async Task A_dealer_that_was_merged_is_the_one_it_was_merged_into()
    {
        await using var house = await TestHouse.Open();
        var file = Machine(Customers(Full, ["D001", "丙经销", "经销商"], ["D002", "丙经销商", "经销商"]), "C001", "D002").File();
        await ImportTests.Take(house, file);
        await using (var db = house.Db())
        {
            var into = await db.Customers.SingleAsync(c => c.Code == "D001");
            (await db.Customers.SingleAsync(c => c.Code == "D002")).MergedIntoId = into.Id;
            (await db.Assets.SingleAsync()).DealerId = into.Id;
            await db.SaveChangesAsync();
        }

        Assert.Null((await ImportTests.Take(house, file)).BatchId);
    }
}
