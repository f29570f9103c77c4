using AfterSales.Core.Assets;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Search;
using AfterSales.Tests.Cases;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Search;

/// <summary>A whole number stands first of its kind, however many others only end with it.</summary>
public sealed class ExactTests
{
    private const int Others = 70;

    [Theory, BothDatabases]
    public async Task What_is_called_just_this_stands_before_what_only_ends_so(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        await using (var db = house.Db())
        {
            for (var i = 0; i < Others; i++)
            {
                db.Customers.Add(new Customer { Code = $"{i}C-0001", Name = $"甲{i}", NameKey = $"甲{i}" });
                db.Assets.Add(new Asset { CustomerId = known.Customer.Id, SerialNo = $"{i}SJ-77鲁A12345", ProductLine = "extruder", Model = "SJ", WarrantyPolicy = "standard" });
                db.Assets.Add(new Asset { CustomerId = known.Customer.Id, SerialNo = $"{i}SJ-77", ProductLine = "extruder", Model = "SJ", WarrantyPolicy = "standard" });
            }

            await db.SaveChangesAsync();
            db.Customers.Add(new Customer { Code = "C-0001", Name = "乙", NameKey = "乙" });
            db.Assets.Add(new Asset { CustomerId = known.Customer.Id, SerialNo = "Sj-77", ProductLine = "extruder", Model = "SJ", WarrantyPolicy = "standard" });
            db.Assets.Add(new Asset { CustomerId = known.Customer.Id, SerialNo = "车", ProductLine = "vehicle", Model = "SJ", WarrantyPolicy = "standard", Plate = "鲁A·12345" });
            await db.SaveChangesAsync();
        }

        foreach (var typed in new[] { "C-0001", "c-0001", "Ｃ-0001" })
        {
            Assert.Equal("/customers/C-0001", await First(house, typed, SearchSubject.Customer));
        }

        Assert.Equal("/assets/Sj-77", await First(house, "SJ-77", SearchSubject.Asset));
        Assert.Equal("/assets/" + Uri.EscapeDataString("车"), await First(house, "鲁a12345", SearchSubject.Asset));
    }

    /// <summary>A sign alone is no plate and no number, and is not what machines without one bear.</summary>
    [Theory]
    [BothDatabases("-")]
    [BothDatabases("·")]
    [BothDatabases("…")]
    public async Task A_sign_alone_finds_no_machine(StorageProvider provider, string text)
    {
        await using var house = await TestHouse.Open(provider);
        await house.KnownCustomer();

        Assert.Empty(await house.As(Role.Agent).Ask((SearchService s) => s.Find(text)));
    }

    /// <summary>A number of the firm's own records, as short as a counter of ours.</summary>
    [Theory, BothDatabases]
    public async Task A_case_of_just_this_number_stands_before_those_of_its_counter(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        var (old, ours) = (await house.Registered(known.Repair()), await house.Registered(known.Repair()));
        await house.Read(db => db.Cases.Where(c => c.Number == old).ExecuteUpdateAsync(set => set.SetProperty(c => c.Number, "2")));
        Assert.EndsWith("-0002", ours, StringComparison.Ordinal);
        Assert.Equal("/cases/2", await First(house, "2", SearchSubject.Case));
    }

    private static async Task<string> First(TestHouse house, string text, SearchSubject subject) =>
        (await house.As(Role.Agent).Ask((SearchService s) => s.Find(text))).First(h => h.Subject == subject).Href;
}
