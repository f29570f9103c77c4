using AfterSales.Core.Audit;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Drafts;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Customers;

/// <summary>What people keep for themselves names nobody any more who was made anonymous, and the trail doesn't either.</summary>
public sealed class MentionsTests
{
    private const string Name = "王小明五金店", Phone = "13987654321", Plate = "鲁A·7K041";

    [Theory, BothDatabases]
    public async Task Views_that_name_who_was_made_anonymous_go_and_the_trail_says_so_without_the_name(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer(Name, Phone);
        await house.KnownCustomer("王小五五金建材");
        await using (var db = house.Db())
        {
            await db.Assets.Where(a => a.Id == known.Asset.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Plate, Plate));
            (await db.Contacts.SingleAsync(c => c.Id == known.Contact.Id)).Name = "Lily Li";
            await db.SaveChangesAsync();
        }

        string[] kept = ["customers?kind=dealer", "customers?q=" + Uri.EscapeDataString("王小五"), "cases?q=13987650000", "cases?q=" + Uri.EscapeDataString("张工"), "cases?q=quality", "customers?q=" + Uri.EscapeDataString("五金")];
        string[] gone = ["customers?q=" + Uri.EscapeDataString("王小明 五金店"), "customers?q=" + Uri.EscapeDataString("王小明"), "customers?q=wxmwjd", "cases?q=" + Uri.EscapeDataString(Name + " 漏油"), "cases?q=" + Phone, "cases?q=" + Uri.EscapeDataString("+86 139-8765-4321"), "customers?q=87654321", "cases?q=" + Uri.EscapeDataString("lily li 漏油")];
        foreach (var (address, at) in kept.Concat(gone).Select((a, i) => (a, i)))
        {
            await Keep(house, address, "视图" + at);
        }

        await Keep(house, "customers?kind=dealer", Name + "的单");
        await Keep(house, "customers?kind=dealer", "Quality of dealers");
        foreach (var text in new[] { Name, "王小明", Plate, Phone, "别家", "张工" })
        {
            await Export(house, text);
        }

        Assert.Equal([], (await AnonymisingTests.Anonymise(house, known.Customer.Code)).Problems);

        Assert.Equal(["Quality of dealers", .. kept.Select((_, at) => "视图" + at)], await house.Read(db => db.SavedViews.OrderBy(v => v.Name).Select(v => v.Name).ToListAsync()));
        Assert.Equal(gone.Length + 1, await house.Read(db => db.AuditEntries.CountAsync(e => e.Entity == nameof(SavedView) && e.Action == AuditAction.Removed)));
        var all = await AnonymisingTests.Everything(house);
        Assert.All(new[] { Name, "王小明", Uri.EscapeDataString("王小明"), Phone, "87654321", "8765-4321", "****4321", Plate }, told => Assert.DoesNotContain(all, cell => cell.Contains(told, StringComparison.Ordinal)));
        var exports = await house.Read(db => db.AuditEntries.Where(e => e.Entity == "Listing").OrderBy(e => e.Id).Select(e => e.Changes).ToListAsync());
        Assert.Equal([.. Enumerable.Repeat(PersonalColumns.Mark, 4), "q=别家", "q=张工"], exports.Select(e => AuditService.Read<FieldChange>(e)!.Single(c => c.Field == "Filter").To));
    }

    /// <summary>A draft is dropped that is for the customer, not one in which its contact's common name or a kind of firm stands.</summary>
    [Fact]
    public async Task Drafts_for_others_stay()
    {
        await using var house = await TestHouse.Open();
        var (known, other) = (await house.KnownCustomer("王小明五金店"), await house.KnownCustomer("别家"));
        await using (var db = house.Db())
        {
            // As an import may leave them: a place of which only the distance is known, a person called by a sign.
            db.Add(new Site { CustomerId = known.Customer.Id, Address = "", DistanceKm = 7 });
            db.Add(new Contact { CustomerId = known.Customer.Id, Name = "—" });
            db.Add(new ContactPhone { ContactId = known.Contact.Id, CustomerId = known.Customer.Id, Kind = PhoneKind.WeChat, Number = "xiaoming_wjd", NumberKey = "" });
            await db.SaveChangesAsync();
        }

        var (gone, kept) = (new[] { Draft("CustomerId", TextRule.Invariant(known.Customer.Id)), Draft("CustomerCode", known.Customer.Code), Draft("Description", "王小明五金店来电"), Draft("Description", "微信 xiaoming_wjd 留言") }, new[] { Draft("Contact.Name", "张工"), Draft("Customer.Name", "五金店"), Draft("CustomerId", TextRule.Invariant(other.Customer.Id)), Draft("CustomerCode", known.Customer.Code + "1"), Draft("Description", ""), Draft("Description", "—") });
        foreach (var (id, fields) in gone.Concat(kept))
        {
            await house.As(Role.Agent).Ask((DraftDesk d) => d.Save("intake", id, fields));
        }

        Assert.Equal([], (await AnonymisingTests.Anonymise(house, known.Customer.Code)).Problems);

        Assert.Equal(kept.Select(d => d.Id).Order(), (await house.Read(db => db.Drafts.Select(d => d.Id).ToListAsync())).Order());
    }

    /// <summary>What a file was called once names it too.</summary>
    [Fact]
    public async Task A_former_name_and_a_number_taken_away_are_forgotten()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer("王小明五金店", Phone);
        var agent = house.As(Role.Agent);
        var form = (await agent.Ask((CustomerReader r) => r.Read(known.Customer.Code))).Form.Copy();
        form.Name = "昌盛机电";
        Assert.True((await agent.Ask((CustomerDesk d) => d.Edit(known.Customer.Code, form, house.Request))).Ok);
        await Keep(house, "customers?q=" + Uri.EscapeDataString("王小明五金店"), "一");
        await Keep(house, "customers?q=" + Uri.EscapeDataString("王小明"), "二");

        Assert.Equal([], (await AnonymisingTests.Anonymise(house, known.Customer.Code)).Problems);

        Assert.Equal(0, await house.Read(db => db.SavedViews.CountAsync()));
    }

    private static (Guid Id, Dictionary<string, string> Fields) Draft(string field, string value) => (Guid.NewGuid(), new() { [field] = value });

    private static async Task Keep(TestHouse house, string address, string name) =>
        Assert.Equal([], (await house.As(Role.Supervisor).Ask((SavedViews v) => v.Save(address.Split('?')[0], address, new() { Name = name }, house.Request))).Problems);

    private static async Task Export(TestHouse house, string text) =>
        Assert.True((await house.As(Role.Supervisor).Ask((ListExport e) => e.Workbook("customers", new Dictionary<string, string?> { ["q"] = text }, new MemoryStream(), new ResourceTexts()))).Ok);
}
