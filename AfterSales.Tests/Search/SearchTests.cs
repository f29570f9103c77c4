using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Search;
using AfterSales.Core.WorkOrders;
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
    [BothDatabases("JX63004417")]
    [BothDatabases("jx630 0441")]
    [BothDatabases("0532－88881234")]
    [BothDatabases("０５３２–８８８８１２３４")]
    [BothDatabases("qdhl")]
    [BothDatabases("hai lan")]
    [BothDatabases("hai'lan")]
    [BothDatabases("wangj")]
    [BothDatabases("wjg")]
    public async Task A_fragment_finds_its_customer(StorageProvider provider, string text)
    {
        await using var house = await TestHouse.Open(provider);
        var code = await Customer(house);
        var hits = await house.As(Role.Agent).Ask((SearchService s) => s.Find(text));
        Assert.Contains(hits, h => h.CustomerId == hits[0].CustomerId && (h.Href == $"/customers/{code}" || h.Href == "/assets/JX630-04417"));
    }

    /// <summary>A plate with and without its province, dot or blank; the end of a vehicle's number or of a serial.</summary>
    [Theory]
    [BothDatabases("鲁A·12345")]
    [BothDatabases("鲁A 12345")]
    [BothDatabases("鲁a12345")]
    [BothDatabases("A12345")]
    [BothDatabases("12345")]
    [BothDatabases("LSVAA2180E2190001")]
    [BothDatabases("190001")]
    public async Task A_vehicle_is_found_by_its_plate_and_number(StorageProvider provider, string text)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        await using (var db = house.Db())
        {
            var asset = await db.Assets.SingleAsync(a => a.Id == known.Asset.Id);
            (asset.Plate, asset.Vin) = ("鲁A·12345", "LSVAA2180E2190001");
            await db.SaveChangesAsync();
        }

        var hit = Assert.Single(await house.As(Role.Agent).Ask((SearchService s) => s.Find(text)), h => h.Subject == SearchSubject.Asset);
        Assert.Equal(known.Asset.Id, hit.Id);
    }

    [Theory, BothDatabases]
    public async Task A_number_at_the_end_of_the_words_shown_is_masked_before_they_are_cut(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var id = await house.OpenCase(await house.KnownCustomer());
        await house.Read(db => db.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Description, "漏油停机需要尽快派人来看一看请打电话 13812345678 找王工")));

        var hit = Assert.Single(await house.As(Role.Manager).Ask((SearchService s) => s.Find("SC-20261124-0001")));

        Assert.Contains("138****", hit.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("1381", hit.Detail, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_case_is_found_by_its_number_its_end_and_its_work_order(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var id = await house.OpenCase(await house.KnownCustomer());
        await house.Add(WorkOrder.Assign("WO-20261124-0031", id, "north", People.Engineer, new(AppointmentKind.Time, house.Now.AddHours(2), house.Now.AddHours(4)), null, house.Now));
        foreach (var text in new[] { "SC-20261124-0001", "sc 20261124-0001", "1124-1", "0001", "4-0001", "124-0001", "261124-0001", "24-0031", "WO-20261124-0031", "wo1124-31", "20261124-0031" })
        {
            var hit = Assert.Single(await house.As(Role.Agent).Ask((SearchService s) => s.Find(text)), h => h.Subject == SearchSubject.Case);
            Assert.Equal("/cases/SC-20261124-0001", hit.Href);
        }

        Assert.DoesNotContain(await house.As(Role.Agent).Ask((SearchService s) => s.Find("0031")), h => h.Subject == SearchSubject.Case);
    }

    /// <summary>The caller's words, the symptom's, what was done and the reports' words; a phrase, not its characters; all that is asked.</summary>
    [Theory, BothDatabases]
    public async Task A_case_is_found_by_its_words_and_by_those_it_has_now(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        var id = await house.OpenCase(known);
        async Task Finds(int count, string text, Role role = Role.Agent) =>
            Assert.Equal((text, count), (text, (await house.As(role).Ask((SearchService s) => s.Find(text))).Count(h => h.Subject == SearchSubject.Case)));
        await Finds(1, "漏油");
        await Finds(1, "主轴漏");
        await Finds(1, "油 主轴");
        await Finds(0, "油漏");
        await Finds(0, "漏油 异响");
        await Finds(0, "油");
        await Finds(0, "漏油", Role.Engineer);
        await house.Resolve(id);
        await Finds(1, "换油封");
        await using (var db = house.Db())
        {
            var report = await db.ServiceReports.SingleAsync();
            (report.CauseText, report.Remedy) = ("Seal worn out", "更换骨架 SJ-90");
            var c = await db.Cases.SingleAsync();
            c.Description = "异响";
            await db.SaveChangesAsync();
        }

        await Finds(0, "漏油");
        await Finds(1, "SEAL wo");
        await Finds(0, "seal w out");
        await Finds(1, "sj-90");
        await Finds(1, "异响 骨架");
        await Finds(0, "'\" OR * ) & ! 异响' <->");
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
