using AfterSales.Core.Assets;
using AfterSales.Core.Audit;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Integrity;
using AfterSales.Core.Search;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Web.Customers;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Customers;

/// <summary>合并客户: everything moves, old numbers lead to the survivor, nothing half done, undone as a whole.</summary>
public sealed class CustomerMergingTests
{
    [Theory, BothDatabases]
    public async Task Everything_moves_and_old_number_and_phone_lead_to_the_survivor(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (stays, goes) = await Two(house);
        await house.OpenCase(goes);
        await Merge(house, stays, goes, MergeField.Name, MergeField.Tier);

        var view = await Read(house, goes.Customer.Code);
        Assert.Equal((stays.Customer.Code, "华强电缆（新）", CustomerTier.A), (view.Code, view.Form.Name, view.Form.Tier));
        Assert.Equal((2, 2, 2, 1), (view.Contacts.Count, view.Sites.Count, view.Machines.Count, view.OpenCases.Count));
        Assert.Equal(goes.Customer.Code, Assert.Single(view.Merges).Code);
        Assert.Equal(stays.Customer.Id, (await house.As(Role.Agent).Ask((CallLookup l) => l.ByPhone("13900139000"))).Latest!.CustomerId);
        Assert.Equal(stays.Customer.Id, (await house.As(Role.Agent).Ask((CallLookup l) => l.ByCode(goes.Customer.Code)))!.Caller.CustomerId);
        foreach (var text in new[] { goes.Customer.Code, "13900139000", goes.Asset.SerialNo, "华强电缆（新）" })
        {
            Assert.All(await house.As(Role.Agent).Ask((SearchService s) => s.Find(text)), h => Assert.Equal(stays.Customer.Id, h.CustomerId));
            Assert.NotEmpty(await house.As(Role.Agent).Ask((SearchService s) => s.Find(text)));
        }

        Assert.Equal(1, (await house.As(Role.Agent).Ask((CustomerList l) => l.Find(new CustomerFilter()))).Count);
        Assert.Single((await house.As(Role.Agent).Ask((CustomerHistory h) => h.Read(goes.Customer.Code, new()))).Lines, l => l.Kind == Core.Customers.HistoryKind.Case);
        Assert.Empty(await Findings(house));
        var told = await house.As(Role.Manager).Ask((AuditService a) => a.Find(new AuditFilter { Entity = nameof(CustomerMerge) }));
        Assert.Contains(Assert.Single(told.Rows).Changes, c => c is { Field: "GoneId", To: "华强电缆（新）" });
    }

    [Theory, BothDatabases]
    public async Task Undone_everything_is_as_it_was_and_what_came_since_goes_along(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (stays, goes) = await Two(house);
        await house.OpenCase(goes);
        var before = await Dump(house);
        await Merge(house, stays, goes, MergeField.Name, MergeField.Tier);
        Assert.NotEqual(before, await Dump(house));
        Assert.True((await Undo(house, goes)).Ok);
        Assert.Equal(before, await Dump(house));
        Assert.Empty(await Findings(house));

        await Merge(house, stays, goes);
        house.Time.Advance(TimeSpan.FromDays(29));
        var later = await house.OpenCase(new(stays.Customer, goes.Contact, goes.Site, goes.Asset));
        var form = (await Read(house, stays.Customer.Code)).Form.Copy();
        form.Remarks = "合并后写的";
        await house.As(Role.Agent).Ask((CustomerDesk d) => d.Edit(stays.Customer.Code, form, house.Request));
        Assert.True((await Undo(house, goes)).Ok);
        Assert.Equal(goes.Customer.Id, await house.Read(db => db.Cases.Where(c => c.Id == later).Select(c => c.CustomerId).SingleAsync()));
        Assert.Equal("合并后写的", (await Read(house, stays.Customer.Code)).Form.Remarks);
        Assert.Empty(await Findings(house));
    }

    [Theory, BothDatabases]
    public async Task After_thirty_days_or_while_a_later_merge_stands_on_it_it_stays(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (stays, goes) = await Two(house);
        var third = await house.KnownCustomer("第三家");
        await Merge(house, stays, goes);
        await Merge(house, third, stays);
        Assert.Equal(third.Customer.Code, (await Read(house, goes.Customer.Code)).Code);
        Assert.Empty(await Findings(house));
        Assert.Equal("Customers.UndoLaterFirst", Assert.Single((await Undo(house, goes)).Problems).Code);
        Assert.True((await Undo(house, stays)).Ok);
        Assert.Equal(stays.Customer.Code, (await Read(house, goes.Customer.Code)).Code);
        Assert.Empty(await Findings(house));

        house.Time.Advance(TimeSpan.FromDays(30) + TimeSpan.FromSeconds(1));
        Assert.Equal("Customers.UndoTooLate", Assert.Single((await Undo(house, goes)).Problems).Code);
    }

    [Theory, BothDatabases]
    public async Task What_was_changed_since_it_was_looked_at_is_not_merged_and_nobody_into_itself(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (stays, goes) = await Two(house);
        var view = (await house.As(Role.Agent).Ask((CustomerMerging m) => m.Read(stays.Customer.Code, goes.Customer.Code))).Value;
        Assert.Equal([MergeField.Name, MergeField.Tier], view.Different);
        var form = (await Read(house, goes.Customer.Code)).Form.Copy();
        form.Remarks = "刚改";
        await house.As(Role.Supervisor).Ask((CustomerDesk d) => d.Edit(goes.Customer.Code, form, house.Request));

        var refused = await house.As(Role.Agent).Ask((CustomerMerging m) => m.Merge(stays.Customer.Code, goes.Customer.Code, new() { Version = view.Here.Form.Version, OtherVersion = view.Other.Form.Version }, house.Request));
        Assert.Equal("Shared.ChangedMeanwhile", Assert.Single(refused.Problems).Code);
        refused = await house.As(Role.Agent).Ask((CustomerMerging m) => m.Merge(stays.Customer.Code, stays.Customer.Code, new() { Version = stays.Customer.Version, OtherVersion = stays.Customer.Version }, house.Request));
        Assert.Equal("Customers.MergeSelf", Assert.Single(refused.Problems).Code);
    }

    [Theory, BothDatabases]
    public async Task A_merge_that_is_broken_off_leaves_nothing(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (stays, goes) = await Two(house);
        await house.OpenCase(goes);
        var before = await Dump(house);
        // The last thing that a merge touches fails.
        await using (var db = house.Db())
        {
            await db.Database.ExecuteSqlRawAsync(provider == StorageProvider.Sqlite
                ? """CREATE TRIGGER "Broken" BEFORE UPDATE ON "SearchKeys" BEGIN SELECT RAISE(ABORT, 'broken off'); END"""
                : """CREATE FUNCTION broken() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'broken off'; END $$ LANGUAGE plpgsql; CREATE TRIGGER "Broken" BEFORE UPDATE ON "SearchKeys" FOR EACH ROW EXECUTE FUNCTION broken()""");
        }

        await Assert.ThrowsAnyAsync<Exception>(() => Merge(house, stays, goes));
        Assert.Equal(before, await Dump(house));
        Assert.Empty(await Findings(house));
    }

    /// <summary>The other process takes in a call of the one that is being merged: it lands with the survivor, whoever was first.</summary>
    [Theory, BothDatabases]
    public async Task A_call_taken_in_at_the_same_moment_lands_with_the_survivor(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await using var neighbour = house.Neighbour();
        for (var i = 0; i < 8; i++)
        {
            var (stays, goes) = await Two(house, $"1390013{i:0000}");
            var form = new IntakeForm
            {
                CustomerId = goes.Customer.Id, ContactId = goes.Contact.Id, SiteId = goes.Site.Id, AssetId = goes.Asset.Id, Type = CaseType.Repair,
                Impact = Impact.Stopped, Mode = ServiceMode.OnSite, SymptomText = "漏油", Description = "漏油",
            };
            var merge = Task.Run(() => Merge(house, stays, goes));
            var intake = Task.Run(() => neighbour.As(Role.Agent).Ask((CaseIntake c) => c.Register(form, neighbour.Request)));
            await Task.WhenAll(merge, intake);

            var number = (await intake).Value;
            Assert.Equal(stays.Customer.Id, await house.Read(db => db.Cases.Where(c => c.Number == number).Select(c => c.CustomerId).SingleAsync()));
        }

        Assert.Empty(await Findings(house));
    }

    [Theory]
    [BothDatabases("MergedCustomerIsEmpty", """UPDATE "Contacts" SET "CustomerId" = (SELECT "Id" FROM "Customers" WHERE "MergedIntoId" IS NOT NULL)""")]
    [BothDatabases("PhoneFollowsContact", """UPDATE "Contacts" SET "CustomerId" = (SELECT "Id" FROM "Customers" WHERE "MergedIntoId" IS NOT NULL)""")]
    [BothDatabases("MergeHasRecord", """DELETE FROM "CustomerMerges" """)]
    [BothDatabases("MergeStands", """UPDATE "Customers" SET "MergedIntoId" = NULL""")]
    [BothDatabases("SearchLeadsToSurvivor", """UPDATE "SearchKeys" SET "CustomerId" = "SubjectId" WHERE "Subject" = 1""")]
    public async Task A_broken_merge_is_told_by_check(StorageProvider provider, string invariant, string sql)
    {
        await using var house = await TestHouse.Open(provider);
        var (stays, goes) = await Two(house);
        await Merge(house, stays, goes);
        await using (var db = house.Db())
        {
            await db.Database.ExecuteSqlRawAsync(sql);
        }

        Assert.Contains(await Findings(house), f => f.Invariant == invariant);
    }

    [Fact]
    public async Task On_the_page_fields_are_chosen_the_merge_is_confirmed_and_undone()
    {
        await using var house = await TestHouse.Open();
        var (stays, goes) = await Two(house);
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<MergePage>($"customers/{stays.Customer.Code}/merge?with={goes.Customer.Code}", set => set.Add(p => p.Code, stays.Customer.Code));
        page.WaitForElement("[data-test=take-Name]").Change(true);
        Assert.Equal(("保留 · " + stays.Customer.Code, "并入 · " + goes.Customer.Code), (Head("keep-Name"), Head("take-Name")));
        page.Find("[data-test=merge-ask]").Click();
        page.Find("[data-test=sure]").Click();
        page.WaitForAssertion(() => Assert.Equal("customers/" + stays.Customer.Code, pages.Address));

        var file = pages.Open<CustomerDetails>("customers/" + goes.Customer.Code, set => set.Add(p => p.Code, goes.Customer.Code));
        file.WaitForAssertion(() => Assert.Equal("customers/" + stays.Customer.Code, pages.Address));
        Assert.Contains("华强电缆（新）", file.Find("h1").TextContent, StringComparison.Ordinal);
        file.Find($"[data-test=undo-{goes.Customer.Code}]").Click();
        file.Find($"[data-test=undo-{goes.Customer.Code}]").Click();
        Assert.NotEmpty(file.FindAll("[data-test=merges]"));
        file.Find("[data-test=sure]").Click();
        file.WaitForAssertion(() => Assert.Empty(file.FindAll("[data-test=merges]")));

        // On a narrow screen, where the heads are gone, each value says whose it is.
        string? Head(string choice) => page.Find($"[data-test={choice}]").Closest("td")!.GetAttribute("data-head");
    }

    internal static async Task<(Known Stays, Known Goes)> Two(TestHouse house, string phone = "13900139000")
    {
        var stays = await house.KnownCustomer("华强电缆");
        var goes = await house.KnownCustomer("华强电缆（新）", phone);
        await using var db = house.Db();
        await db.Customers.Where(c => c.Id == goes.Customer.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Tier, CustomerTier.A));
        await db.Contacts.Where(c => c.Id == goes.Contact.Id || c.Id == stays.Contact.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Preferred, true));
        return (stays, goes);
    }

    internal static async Task Merge(TestHouse house, Known stays, Known goes, params MergeField[] taken)
    {
        var view = (await house.As(Role.Agent).Ask((CustomerMerging m) => m.Read(stays.Customer.Code, goes.Customer.Code))).Value;
        var form = new MergeForm { Version = view.Here.Form.Version, OtherVersion = view.Other.Form.Version, Taken = [.. taken] };
        var done = await house.As(Role.Agent).Ask((CustomerMerging m) => m.Merge(stays.Customer.Code, goes.Customer.Code, form, house.Request));
        Assert.True(done.Ok, string.Join("; ", done.Problems));
    }

    internal static Task<Result> Undo(TestHouse house, Known goes) => house.As(Role.Agent).Ask((CustomerMerging m) => m.Undo(goes.Customer.Code, house.Request));

    internal static Task<CustomerView> Read(TestHouse house, string code) => house.As(Role.Agent).Ask((CustomerReader r) => r.Read(code));

    internal static Task<IReadOnlyList<Finding>> Findings(TestHouse house) => house.AsSystem().Ask((IntegrityCheck check) => check.Run());

    /// <summary>Whose everything is, and what the files say.</summary>
    internal static async Task<string> Dump(TestHouse house)
    {
        await using var db = house.Db();
        var lines = new List<string>();
        lines.AddRange(await db.Customers.OrderBy(c => c.Id).Select(c => $"{c.Id} {c.Name} {c.Tier} {c.MergedIntoId} {c.FirstContactOn} {c.FiledOn} {c.FiledById}").ToListAsync());
        lines.AddRange(await db.Contacts.OrderBy(c => c.Id).Select(c => $"contact {c.Id} {c.CustomerId} {c.Preferred}").ToListAsync());
        lines.AddRange(await db.ContactPhones.OrderBy(c => c.Id).Select(c => $"phone {c.Id} {c.CustomerId}").ToListAsync());
        lines.AddRange(await db.Sites.OrderBy(c => c.Id).Select(c => $"site {c.Id} {c.CustomerId}").ToListAsync());
        lines.AddRange(await db.Assets.OrderBy(c => c.Id).Select(c => $"asset {c.Id} {c.CustomerId} {c.SiteId}").ToListAsync());
        lines.AddRange(await db.Cases.OrderBy(c => c.Id).Select(c => $"case {c.Id} {c.CustomerId}").ToListAsync());
        lines.AddRange(await db.CaseFacts.OrderBy(c => c.CaseId).Select(c => $"facts {c.CaseId} {c.CustomerId}").ToListAsync());
        lines.AddRange(await db.SearchKeys.OrderBy(k => k.Subject).ThenBy(k => k.SubjectId).ThenBy(k => k.Tail).Select(k => $"key {k.Tail} {k.Subject} {k.SubjectId} {k.CustomerId}").ToListAsync());
        return string.Join('\n', lines);
    }
}
