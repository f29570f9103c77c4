using AfterSales.Core.Customers;
using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Import;

/// <summary>The contact of a row is found by its name, else its number; nobody else is renamed, and the same told otherwise is the same.</summary>
public sealed class ContactFitTests
{
    private static ImportFile File(string? contact, string? phones, string? name = "甲公司") => new Sheets().Add("客户", Sheets.CustomerHeads, ["C001", name, null, null, contact, phones]).File();

    private static Task<List<string>> Contacts(TestHouse house) => house.Read(async db =>
        (await db.Contacts.Include(c => c.Phones).OrderBy(c => c.Id).ToListAsync()).ConvertAll(c => $"{c.Name} {string.Join(';', c.Phones.OrderBy(p => p.Id).Select(p => p.Number))}".Trim()));

    [Theory]
    [InlineData("张工", "13800138000；0532-88881234")]
    [InlineData("张工", "+86 138 0013 8000;(0532)88881234")]
    [InlineData(null, "0532 88881234;13800138000")]
    public async Task The_same_numbers_in_another_order_or_spelling_change_nothing(string? contact, string phones)
    {
        await using var house = await TestHouse.Open();
        await ImportTests.Take(house, File("张工", "0532-88881234;13800138000"));

        Assert.Null((await ImportTests.Take(house, File(contact, phones))).BatchId);
    }

    [Fact]
    public async Task A_number_kept_as_a_fax_is_there_already()
    {
        await using var house = await TestHouse.Open();
        await ImportTests.Take(house, File("张工", "0532-88881234;13800138000"));
        await using (var db = house.Db())
        {
            await db.ContactPhones.Where(p => p.Number == "0532-88881234").ExecuteUpdateAsync(set => set.SetProperty(p => p.Kind, PhoneKind.Fax));
        }

        Assert.Null((await ImportTests.Take(house, File("张工", "0532-88881234;13800138000"))).BatchId);
    }

    [Fact]
    public async Task Another_preferred_contact_is_not_renamed_and_a_new_name_is_one_more()
    {
        await using var house = await TestHouse.Open();
        await ImportTests.Take(house, File("张工", "13800138000"));
        await using (var db = house.Db())
        {
            var id = await db.Customers.Select(c => c.Id).SingleAsync();
            var other = new Contact { CustomerId = id, Name = "李主任", Preferred = true };
            other.Phones.Add(CustomerFile.Phone(0, id, "13900139000"));
            db.Add(other);
            await db.SaveChangesAsync();
        }

        Assert.Null((await ImportTests.Take(house, File("张工", "13800138000"))).BatchId);
        var third = await ImportTests.Take(house, File("王工", "0532-88881234"));
        Assert.Equal(["张工 13800138000", "李主任 13900139000", "王工 0532-88881234"], await Contacts(house));
        Assert.Null((await ImportTests.Take(house, File("王工", "0532-88881234"))).BatchId);

        Assert.True((await house.As(Role.Supervisor).Ask((ImportUndoing u) => u.Undo(third.BatchId!.Value, house.Request))).Ok);
        Assert.Equal(["张工 13800138000", "李主任 13900139000"], await Contacts(house));
    }

    [Fact]
    public async Task A_name_beside_a_known_mobile_number_sets_the_name_right()
    {
        await using var house = await TestHouse.Open();
        await ImportTests.Take(house, File("张公", "13800138000"));

        await ImportTests.Take(house, File("张工", "13800138000;0532-88881234"));

        Assert.Equal(["张工 13800138000;0532-88881234"], await Contacts(house));
    }

    [Fact]
    public async Task Another_name_beside_the_land_line_of_one_is_one_more_and_goes_back_with_the_import()
    {
        await using var house = await TestHouse.Open();
        await ImportTests.Take(house, File("王工", "0532-88881234"));

        var second = await ImportTests.Take(house, File("李工", "(0532) 88881234"));

        Assert.Equal(["王工 0532-88881234", "李工 (0532) 88881234"], await Contacts(house));
        Assert.True((await house.As(Role.Supervisor).Ask((ImportUndoing u) => u.Undo(second.BatchId!.Value, house.Request))).Ok);
        Assert.Equal(["王工 0532-88881234"], await Contacts(house));
    }

    [Fact]
    public async Task A_name_beside_the_land_line_of_whose_name_nobody_knew_is_a_changed_field_and_goes_back_with_the_import()
    {
        await using var house = await TestHouse.Open();
        await ImportTests.Take(house, File(null, "0532-88881234"));

        var second = await ImportTests.Take(house, File("张工", "(0532) 88881234"));

        Assert.Equal((Core.Import.Columns.Of(SheetKind.Customers)[CustomerCell.Contact], null, "张工"), Assert.Single(Assert.Single(second.Changes).Fields) is var f ? (f.Column, f.From, f.To) : default);
        Assert.Equal(["张工 0532-88881234"], await Contacts(house));
        Assert.True((await house.As(Role.Supervisor).Ask((ImportUndoing u) => u.Undo(second.BatchId!.Value, house.Request))).Ok);
        Assert.Equal(["甲公司 0532-88881234"], await Contacts(house));
    }

    [Fact]
    public async Task A_switchboard_of_two_renames_nobody()
    {
        await using var house = await TestHouse.Open();
        await ImportTests.Take(house, File("张工", "0532-88881234"));
        await using (var db = house.Db())
        {
            var id = await db.Customers.Select(c => c.Id).SingleAsync();
            var other = new Contact { CustomerId = id, Name = "李主任" };
            other.Phones.Add(CustomerFile.Phone(0, id, "0532-88881234"));
            db.Add(other);
            await db.SaveChangesAsync();
        }

        await ImportTests.Take(house, File("王工", "0532-88881234"));

        Assert.Equal(["张工 0532-88881234", "李主任 0532-88881234", "王工 0532-88881234"], await Contacts(house));
    }

    [Fact]
    public async Task Whole_numbers_on_file_are_not_for_who_may_not_see_them()
    {
        await using var house = await TestHouse.Open();
        await ImportTests.Take(house, File("张工", "13800138000"));

        var check = await house.As(Role.Administrator).Ask((ImportDesk desk) => desk.Check(File("张工", "13900139000"), new()));

        Assert.Equal("138****8000", check.Value.Changes.Single().Fields.Single().From);
    }
}
