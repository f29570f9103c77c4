using AfterSales.Core.Audit;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
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
    private const string Name = "王小明五金店", Phone = "13987654321";

    [Theory, BothDatabases]
    public async Task Views_that_name_who_was_made_anonymous_go_and_the_trail_says_so_without_the_name(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer(Name, Phone);
        string[] kept = ["customers?kind=dealer", "customers?q=" + Uri.EscapeDataString("王小五"), "cases?q=13987650000"];
        string[] gone = ["customers?q=" + Uri.EscapeDataString("王小明 五金店"), "cases?q=" + Phone, "cases?q=" + Uri.EscapeDataString("+86 139-8765-4321"), "customers?q=87654321"];
        foreach (var (address, at) in kept.Concat(gone).Select((a, i) => (a, i)))
        {
            await Keep(house, address, "视图" + at);
        }

        await Keep(house, "customers?kind=dealer", Name + "的单");
        await Export(house, Name);
        await Export(house, "别家");

        Assert.Equal([], (await AnonymisingTests.Anonymise(house, known.Customer.Code)).Problems);

        Assert.Equal(["视图0", "视图1", "视图2"], await house.Read(db => db.SavedViews.OrderBy(v => v.Name).Select(v => v.Name).ToListAsync()));
        Assert.Equal(gone.Length + 1, await house.Read(db => db.AuditEntries.CountAsync(e => e.Entity == nameof(SavedView) && e.Action == AuditAction.Removed)));
        var all = await AnonymisingTests.Everything(house);
        Assert.All(new[] { Name, Uri.EscapeDataString("王小明"), Phone, "87654321", "8765-4321" }, told => Assert.DoesNotContain(all, cell => cell.Contains(told, StringComparison.Ordinal)));
        var exports = await house.Read(db => db.AuditEntries.Where(e => e.Entity == "Listing").OrderBy(e => e.Id).Select(e => e.Changes).ToListAsync());
        Assert.Equal([PersonalColumns.Mark, "q=别家"], exports.Select(e => AuditService.Read<FieldChange>(e)!.Single(c => c.Field == "Filter").To));
    }

    private static async Task Keep(TestHouse house, string address, string name) =>
        Assert.Equal([], (await house.As(Role.Supervisor).Ask((SavedViews v) => v.Save(address.Split('?')[0], address, new() { Name = name }, house.Request))).Problems);

    private static async Task Export(TestHouse house, string text) =>
        Assert.True((await house.As(Role.Supervisor).Ask((ListExport e) => e.Workbook("customers", new Dictionary<string, string?> { ["q"] = text }, new MemoryStream(), new ResourceTexts()))).Ok);
}
