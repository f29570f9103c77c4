using System.Text.Json;
using AfterSales.Core.Assets;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Web.Customers;
using Bunit;
using Microsoft.EntityFrameworkCore;
using static AfterSales.Tests.Customers.CustomerMergingTests;

namespace AfterSales.Tests.Customers;

/// <summary>合并客户: what is changed after a merge, and what its undoing makes of that.</summary>
public sealed class MergeAftermathTests
{
    [Fact]
    public async Task The_forms_that_a_merge_keeps_hold_no_key_of_ours()
    {
        await using var house = await TestHouse.Open();
        var (stays, goes) = await Two(house);
        await Merge(house, stays, goes);
        var json = System.Text.Encoding.UTF8.GetString((await house.As(Role.Manager).Ask((PersonalData d) => d.Export(stays.Customer.Code))).Json);
        Assert.Contains("\"before\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"customerId\"", json, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_cannot_be_merged_is_said_before_anything_is_laid_out()
    {
        await using var house = await TestHouse.Open();
        var (stays, goes) = await Two(house);
        await using var pages = new PageHouse(house, Role.Agent);
        Said(stays, stays, "自己");
        await Merge(house, stays, goes);
        Said(goes, stays, stays.Customer.Code);
        Said(stays, goes, stays.Customer.Code);

        void Said(Known here, Known other, string what)
        {
            var page = pages.Open<MergePage>($"customers/{here.Customer.Code}/merge?with={other.Customer.Code}", set => set.Add(p => p.Code, here.Customer.Code));
            page.WaitForAssertion(() => Assert.Contains(what, page.Find("[data-test=problems]").TextContent, StringComparison.Ordinal));
            Assert.Empty(page.FindAll("[data-test=merge], [data-test=merge-ask]"));
        }
    }

    [Fact]
    public async Task The_customer_itself_is_not_offered_to_merge_with()
    {
        await using var house = await TestHouse.Open();
        var (stays, goes) = await Two(house);
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<MergePage>($"customers/{stays.Customer.Code}/merge", set => set.Add(p => p.Code, stays.Customer.Code));

        page.WaitForElement("[data-test=merge-with]").Input("华强电缆");

        page.WaitForElement("[data-test=merge-with-hit]", TimeSpan.FromSeconds(10));
        Assert.All(page.FindAll("[data-test=merge-with-hit]"), hit => Assert.Contains(goes.Customer.Name, hit.TextContent, StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Undone_the_dates_go_back_unless_they_were_changed_since(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (stays, goes) = await Two(house);
        await Dates(house, goes, new(2025, 1, 1), new(2025, 5, 5));
        await Merge(house, stays, goes);
        Assert.Equal((new(2025, 1, 1), new(2025, 5, 5)), await Dates(house, stays));
        await Dates(house, stays, new(2025, 1, 1), new(2026, 2, 2));

        Assert.True((await Undo(house, goes)).Ok);
        Assert.Equal((new(2026, 1, 5), new(2026, 2, 2)), await Dates(house, stays));
    }

    [Theory, BothDatabases]
    public async Task Of_two_merges_into_one_customer_the_later_is_undone_first(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (stays, goes) = await Two(house);
        var third = await house.KnownCustomer("第三家", "13700137000");
        await Dates(house, goes, new(2025, 6, 1), new(2025, 6, 2));
        await Dates(house, third, new(2025, 1, 1), new(2025, 1, 2));
        var before = await Dump(house);
        await Merge(house, stays, goes);
        await Merge(house, stays, third);

        Assert.Equal([(third.Customer.Code, true), (goes.Customer.Code, false)], (await Read(house, stays.Customer.Code)).Merges.Select(m => (m.Code, m.MayUndo)));
        Assert.Equal("Customers.UndoLaterFirst", Assert.Single((await Undo(house, goes)).Problems).Code);
        Assert.True((await Undo(house, third)).Ok);
        Assert.True((await Undo(house, goes)).Ok);
        Assert.Equal(before, await Dump(house));
    }

    [Theory, BothDatabases]
    public async Task Undone_the_survivor_keeps_its_own_machine_wherever_it_stands(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (stays, goes) = await Two(house);
        var bought = (await house.KnownCustomer("第三家", "13700137000")).Asset;
        await Merge(house, stays, goes);
        await Move(house, stays.Asset, stays.Customer.Code, goes.Site.Id);
        await Move(house, bought, stays.Customer.Code, goes.Site.Id);

        Assert.True((await Undo(house, goes)).Ok);
        Assert.Equal((stays.Customer.Id, null), await Stands(stays.Asset));
        Assert.Equal((goes.Customer.Id, goes.Site.Id), await Stands(bought));
        Assert.Empty(await Findings(house));

        Task<(long, long?)> Stands(Asset asset) => house.Read(async db => await db.Assets.Where(a => a.Id == asset.Id).Select(a => new ValueTuple<long, long?>(a.CustomerId, a.SiteId)).SingleAsync());
    }

    [Theory, BothDatabases]
    public async Task Undone_one_contact_is_preferred(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (stays, goes) = await Two(house);
        Assert.True((await house.As(Role.Agent).Ask((CustomerDesk d) => d.SaveContact(goes.Customer.Code, null, new ContactForm { Name = "李工" }, house.Request))).Ok);
        await Merge(house, stays, goes);
        var li = (await Read(house, stays.Customer.Code)).Contacts.Single(c => c.Name == "李工");
        var form = li.Form.Copy();
        form.Preferred = true;
        Assert.True((await house.As(Role.Agent).Ask((CustomerDesk d) => d.SaveContact(stays.Customer.Code, li.Id, form, house.Request))).Ok);

        Assert.True((await Undo(house, goes)).Ok);
        Assert.Equal("李工", Assert.Single((await Read(house, goes.Customer.Code)).Contacts, c => c.Preferred).Name);
    }

    [Theory, BothDatabases]
    public async Task What_is_kept_of_a_customer_is_found_over_all_steps(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (second, first) = await Two(house);
        var (third, other) = (await house.KnownCustomer("第三家", "13700137000"), await house.KnownCustomer("别家", "13700001111"));
        await Move(house, first.Asset, other.Customer.Code, null);
        await Merge(house, second, first);
        await Merge(house, third, second);

        foreach (var code in new[] { first.Customer.Code, third.Customer.Code })
        {
            Assert.Equal(first.Asset.SerialNo, Assert.Single(await house.As(Role.Agent).Ask((AssetMoving m) => m.Gone(code))).SerialNo);
        }

        var tables = JsonDocument.Parse((await house.As(Role.Manager).Ask((PersonalData d) => d.Export(third.Customer.Code))).Json).RootElement.GetProperty("tables");
        Assert.Equal((3, 2, 1), (tables.GetProperty("customers").GetArrayLength(), tables.GetProperty("customerMerges").GetArrayLength(), tables.GetProperty("assetMoves").GetArrayLength()));
        Assert.Contains(tables.GetProperty("auditEntries").EnumerateArray(), e => e.GetProperty("number").GetString() == first.Customer.Code);
    }

    private static async Task Move(TestHouse house, Asset asset, string to, long? site)
    {
        var version = await house.Read(db => db.Assets.Where(a => a.Id == asset.Id).Select(a => a.Version).SingleAsync());
        var form = new MoveForm { Version = version, CustomerCode = to, SiteId = site, MovedOn = house.Clock.Today, Reason = "转让" };
        Assert.Empty((await house.As(Role.Agent).Ask((AssetMoving m) => m.Move(asset.SerialNo, form, house.Request))).Problems);
    }

    private static async Task Dates(TestHouse house, Known known, DateOnly first, DateOnly filed)
    {
        await using var db = house.Db();
        await db.Customers.Where(c => c.Id == known.Customer.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.FirstContactOn, first).SetProperty(c => c.FiledOn, filed));
    }

    private static async Task<(DateOnly?, DateOnly?)> Dates(TestHouse house, Known known)
    {
        var customer = await house.Read(db => db.Customers.SingleAsync(c => c.Id == known.Customer.Id));
        return (customer.FirstContactOn, customer.FiledOn);
    }

    [Fact]
    public async Task A_file_of_which_it_is_asked_to_be_made_anonymous_is_decided_first()
    {
        await using var house = await TestHouse.Open();
        var (stays, goes) = await Two(house);
        Assert.True((await house.As(Role.Agent).Ask((Anonymising a) => a.Ask(goes.Customer.Code, "来函要求", house.Request))).Ok);

        foreach (var (here, there) in new[] { (stays, goes), (goes, stays) })
        {
            foreach (var refused in new Result[]
            {
                await house.As(Role.Agent).Ask((CustomerMerging m) => m.Read(here.Customer.Code, there.Customer.Code)),
                await house.As(Role.Agent).Ask((CustomerMerging m) => m.Merge(here.Customer.Code, there.Customer.Code, new(), house.Request)),
            })
            {
                Assert.Equal("Customers.AnonymityUndecided", Assert.Single(refused.Problems).Code);
            }
        }

        Assert.True((await house.As(Role.Manager).Ask((Anonymising a) => a.Refuse(goes.Customer.Code, "仍在保修期", house.Request))).Ok);
        await Merge(house, stays, goes);
    }

    /// <summary>A merge may complete a file; undone, it is filed as little as before.</summary>
    [Fact]
    public async Task What_a_merge_filed_is_not_filed_any_more()
    {
        await using var house = await TestHouse.Open();
        var (stays, goes) = await Two(house);
        await house.Read(db => db.Customers.ExecuteUpdateAsync(set => set.SetProperty(c => c.FiledOn, (DateOnly?)null).SetProperty(c => c.FiledById, (long?)null)));
        await Merge(house, stays, goes);
        Assert.NotNull(await house.Read(db => db.Customers.Where(c => c.Id == stays.Customer.Id).Select(c => c.FiledOn).SingleAsync()));

        Assert.True((await Undo(house, goes)).Ok);

        Assert.All(await house.Read(db => db.Customers.Select(c => c.FiledOn).ToListAsync()), filed => Assert.Null(filed));
    }
}
