using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Search;
using AfterSales.Tests.Cases;
using AfterSales.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Search;

public sealed class SearchTests
{
    [Theory]
    [BothDatabases("海缆")]
    [BothDatabases("QINGDAO")]
    [BothDatabases("0532-8888 1234")]
    [BothDatabases("(0532)88881234")]
    [BothDatabases("+86 532 8888 1234")]
    [BothDatabases("008653288881234")]
    [BothDatabases("1234")]
    [BothDatabases("王建")]
    [BothDatabases("04417")]
    [BothDatabases("jx630-0441")]
    public async Task A_fragment_finds_its_customer(StorageProvider provider, string text)
    {
        await using var house = await TestHouse.Open(provider);
        var code = await Customer(house);
        var hits = await house.As(Role.Agent).Ask((SearchService s) => s.Find(text));
        Assert.Contains(hits, h => h.CustomerId == hits[0].CustomerId && (h.Href == $"/customers/{code}" || h.Href == "/assets/JX630-04417"));
    }

    [Theory]
    [InlineData("\ud800")]
    [InlineData("\0")]
    [InlineData("%_'\"--")]
    [InlineData("")]
    public async Task Nonsense_finds_nothing_and_breaks_nothing(string text)
    {
        await using var house = await TestHouse.Open();
        await Customer(house);
        Assert.Empty(await house.As(Role.Agent).Ask((SearchService s) => s.Find(text)));
    }

    [Theory, BothDatabases]
    public async Task A_changed_name_and_a_removed_number_are_not_found_any_more(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var code = await Customer(house);
        var view = await house.As(Role.Agent).Ask((CustomerReader r) => r.Read(code));
        view.Form.Name = "蓝海电缆";
        Assert.True((await house.As(Role.Agent).Ask((CustomerDesk d) => d.Edit(code, view.Form, Guid.NewGuid()))).Ok);
        var contact = view.Contacts[0];
        contact.Form.Phones = ["13911112222"];
        Assert.True((await house.As(Role.Agent).Ask((CustomerDesk d) => d.SaveContact(code, contact.Id, contact.Form, Guid.NewGuid()))).Ok);
        foreach (var (text, found) in new[] { ("海缆", 0), ("88881234", 0), ("蓝海", 1), ("2222", 1) })
        {
            Assert.Equal(found, (await house.As(Role.Agent).Ask((SearchService s) => s.Find(text))).Count);
        }

        Assert.Equal(0, await house.Read(db => db.SearchKeys.CountAsync(k => k.Subject == SearchSubject.Phone && !db.ContactPhones.Any(p => p.Id == k.SubjectId))));
    }

    /// <summary>The context keeps the tails: whatever changes a row, by whatever way, it is found as it is now, once.</summary>
    [Theory, BothDatabases]
    public async Task What_moves_or_goes_is_found_where_it_is(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (old, next) = (await house.KnownCustomer(), await house.KnownCustomer());
        await using (var db = house.Db())
        {
            var asset = await db.Assets.SingleAsync(a => a.Id == old.Asset.Id);
            asset.CustomerId = next.Customer.Id;
            db.ContactPhones.RemoveRange(db.ContactPhones.Where(p => p.CustomerId == old.Customer.Id));
            await db.SaveChangesAsync();
        }

        var keys = await house.Read(db => db.SearchKeys.Where(k => k.Subject == SearchSubject.Asset && k.SubjectId == old.Asset.Id).ToListAsync());
        Assert.All(keys, k => Assert.Equal(next.Customer.Id, k.CustomerId));
        Assert.Equal(SearchTails.Of(old.Asset).Select(k => k.Tail).Order(), keys.Select(k => k.Tail).Order());
        Assert.Equal([next.Customer.Id], await house.Read(db => db.SearchKeys.Where(k => k.Subject == SearchSubject.Phone).Select(k => k.CustomerId).Distinct().ToListAsync()));
    }

    private static async Task<string> Customer(TestHouse house)
    {
        var form = new Core.Cases.IntakeForm { Phone = "0532-88881234", Type = Core.Cases.CaseType.Enquiry, Description = "问价" };
        (form.Customer.Name, form.Contact.Name) = ("Qingdao 青岛海缆有限公司", "王建国");
        (form.Asset.SerialNo, form.Asset.ProductLine, form.Asset.Model) = ("JX630-04417", "extruder", "JX630");
        return (await house.Page(await house.Registered(form))).Customer.Code;
    }
}
