using System.Text;
using AfterSales.Core.Assets;
using AfterSales.Core.Attachments;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Core.Integrity;
using AfterSales.Core.Shared;
using AfterSales.Tests.Customers;
using AfterSales.Tests.Import;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using AfterSales.Web.Assets;
using AfterSales.Web.Shared;
using AfterSales.Web.WorkOrders;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Attachments;

/// <summary>资料 of a machine: manual, drawing, acceptance protocol, photos, registration papers.</summary>
public sealed class MachineDocumentTests
{
    [Theory, BothDatabases]
    public async Task Who_may_change_the_machine_adds_and_takes_away_and_who_may_see_it_opens(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var serial = (await house.KnownCustomer()).Asset.SerialNo;
        Assert.True((await Attach(house, Role.Agent, serial, "验收单.pdf")).Ok);
        Assert.True((await Attach(house, Role.Supervisor, serial, "铭牌.exe", Samples.Png)).Ok);
        Assert.Equal("Attachments.NotAllowed", Code(await Attach(house, Role.Agent, serial, "说明书.pdf", "<html>"u8.ToArray())));
        foreach (var role in new[] { Role.Engineer, Role.Manager, Role.Administrator })
        {
            await Assert.ThrowsAsync<ForbiddenException>(() => Attach(house, role, serial, "x.pdf"));
        }

        var rows = await Of(house, serial, Role.Manager);
        Assert.Equal([("铭牌.exe.png", false), ("验收单.pdf", false)], rows.Select(r => (r.Name, r.MayRemove)));
        Assert.All(await Of(house, serial), r => Assert.True(r.MayRemove));
        Assert.Equal(Samples.Pdf.Length, await Length(house, Role.Manager, rows[1].Id));
        await Assert.ThrowsAsync<MissingException>(() => Of(house, serial, Role.Engineer));
        await Assert.ThrowsAsync<MissingException>(() => Length(house, Role.Engineer, rows[1].Id));
        await Assert.ThrowsAsync<MissingException>(() => Remove(house, Role.Engineer, rows[1].Id));
        await Assert.ThrowsAsync<ForbiddenException>(() => Remove(house, Role.Manager, rows[1].Id));

        Assert.True((await Remove(house, Role.Supervisor, rows[1].Id)).Ok);
        Assert.Equal(("放错", false), (await Of(house, serial))[1] is var gone ? (gone.RemoveReason, gone.MayRemove) : default);
        await Assert.ThrowsAsync<MissingException>(() => Length(house, Role.Manager, rows[1].Id));
        await Assert.ThrowsAsync<MissingException>(() => Remove(house, Role.Agent, rows[1].Id));
        Assert.Equal(3, await house.Read(db => db.AuditEntries.CountAsync(e => e.Entity == nameof(Attachment))));
        house.Time.Advance(FileSweep.Kept + TimeSpan.FromMinutes(1));
        Assert.Equal(1, await house.AsSystem().Ask((FileSweep s) => s.Run()));
        Assert.Empty(await house.AsSystem().Ask((IntegrityCheck c) => c.Run()));
    }

    [Theory, BothDatabases]
    public async Task The_engineer_of_a_job_on_the_machine_reads_them_on_the_jobs_page(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var order = await house.OnSite();
        var serial = await house.Read(db => db.Cases.Join(db.Assets, c => c.AssetId, a => a.Id, (c, a) => a.SerialNo).SingleAsync());
        await using (var before = new PageHouse(house, Role.Engineer))
        {
            var empty = before.Open<JobPage>("work/" + order, p => p.Add(x => x.Number, order));
            empty.WaitForElement("[data-test=attachments]");
            Assert.Single(empty.FindAll("[data-test=attachments]"));
        }

        Assert.True((await Attach(house, Role.Agent, serial, "接线图.pdf")).Ok);
        var row = Assert.Single(await Of(house, serial, Role.Engineer));
        Assert.False(row.MayRemove);
        Assert.Equal(Samples.Pdf.Length, await Length(house, Role.Engineer, row.Id));
        await Assert.ThrowsAsync<ForbiddenException>(() => Remove(house, Role.Engineer, row.Id));
        await using var pages = new PageHouse(house, Role.Engineer);
        var page = pages.Open<JobPage>("work/" + order, p => p.Add(x => x.Number, order));
        page.WaitForState(() => page.FindAll("[data-test=attachment-link]").Count == 1);
        Assert.Empty(page.FindAll("[data-test=remove-attachment]"));
    }

    [Theory, BothDatabases]
    public async Task A_file_belongs_to_a_case_or_to_a_machine_and_the_database_takes_no_other(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var order = await house.OnSite();
        var (assetId, (orderId, caseId)) = (await house.Read(db => db.Assets.Select(a => a.Id).FirstAsync()),
            await house.Read(async db => await db.WorkOrders.Where(o => o.Number == order).Select(o => new ValueTuple<long, long>(o.Id, o.CaseId)).SingleAsync()));
        foreach (var (c, o, a) in new (long?, long?, long?)[] { (null, null, null), (caseId, null, assetId), (caseId, orderId, assetId), (null, orderId, assetId), (null, orderId, null) })
        {
            await Assert.ThrowsAsync<DbUpdateException>(() => house.Add(Row(house, c, o, a)));
        }

        await house.Add(Row(house, caseId, orderId, null), Row(house, null, null, assetId));
    }

    [Fact]
    public async Task Check_tells_a_file_at_another_cases_order_and_one_whose_content_is_lost()
    {
        await using var house = await TestHouse.Open();
        var order = await house.OnSite();
        var number = await house.Case();
        await Attach(house, Role.Agent, await house.Read(db => db.Assets.Select(a => a.SerialNo).FirstAsync()), "a.pdf");
        await house.As(Role.Agent).Ask((AttachmentDesk d) => d.Attach(number, null, "b.png", new MemoryStream(Samples.Png), Guid.NewGuid()));
        await using (var db = house.Db())
        {
            var orderId = await db.WorkOrders.Where(o => o.Number == order).Select(o => o.Id).SingleAsync();
            await db.Attachments.Where(a => a.CaseId != null).ExecuteUpdateAsync(set => set.SetProperty(a => a.WorkOrderId, orderId));
            File.Delete(Directory.EnumerateFiles(house.Storage.Files, db.Attachments.Single(a => a.AssetId != null).Hash, SearchOption.AllDirectories).Single());
        }

        Assert.Equal(["AttachmentHasFile", "AttachmentOrderIsOfItsCase"], (await house.AsSystem().Ask((IntegrityCheck c) => c.Run())).Select(f => f.Invariant).Order());
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_add_at_once_the_limit_holds(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await using var other = house.Neighbour();
        var asset = (await house.KnownCustomer()).Asset;
        await house.Add([.. Enumerable.Range(0, AttachmentLimits.MostOfMachine - 1).Select(_ => Row(house, null, null, asset.Id))]);

        var both = await Task.WhenAll(new[] { house, other }.Select(h => Task.Run(() => Attach(h, Role.Agent, asset.SerialNo, "a.pdf"))));

        Assert.Equal("Attachments.TooManyOfMachine", Code(Assert.Single(both, r => !r.Ok)));
    }

    [Fact]
    public async Task They_go_with_the_machine_to_its_next_owner_and_stand_in_whose_data_it_is()
    {
        await using var house = await TestHouse.Open();
        var (seller, buyer) = (await house.KnownCustomer(), await house.KnownCustomer("买家", "13700001111"));
        await Attach(house, Role.Agent, seller.Asset.SerialNo, "出厂图纸.pdf");
        Assert.Contains("出厂图纸.pdf", await Export(house, seller.Customer.Code), StringComparison.Ordinal);

        await house.Add(new AssetMove { AssetId = seller.Asset.Id, MovedOn = house.Clock.Today, At = house.Now, FromCustomerId = seller.Customer.Id, ToCustomerId = buyer.Customer.Id, Reason = "转卖" });
        await using (var db = house.Db())
        {
            await db.Assets.Where(a => a.Id == seller.Asset.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.CustomerId, buyer.Customer.Id).SetProperty(a => a.SiteId, buyer.Site.Id));
        }

        Assert.Single(await Of(house, seller.Asset.SerialNo));
        Assert.DoesNotContain("出厂图纸.pdf", await Export(house, seller.Customer.Code), StringComparison.Ordinal);
        Assert.Contains("出厂图纸.pdf", await Export(house, buyer.Customer.Code), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task With_the_owner_made_anonymous_they_are_taken_away_and_none_is_added(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        await Attach(house, Role.Agent, known.Asset.SerialNo, "王小明的登记证.pdf");
        Assert.True((await AnonymisingTests.Anonymise(house, known.Customer.Code)).Ok);

        var row = Assert.Single(await Of(house, known.Asset.SerialNo));
        Assert.Equal((PersonalColumns.Mark, PersonalColumns.Mark, true), (row.Name, row.RemoveReason, row.RemovedAt is not null));
        Assert.DoesNotContain(await AnonymisingTests.Everything(house), cell => cell.Contains("王小明", StringComparison.Ordinal));
        Assert.Equal("Customers.IsAnonymous", Code(await Attach(house, Role.Agent, known.Asset.SerialNo, "又一份.pdf")));
    }

    [Fact]
    public async Task A_document_on_an_imported_machine_keeps_its_import()
    {
        await using var house = await TestHouse.Open();
        var report = await ImportTests.Take(house, new Sheets().Add("客户", [Sheets.CustomerHeads, ["C001", "甲公司"]]).Add("设备", Sheets.AssetHeads, ["S-1", "拉丝机", "LH-280", "C001", null, null, null, null]).File());
        await Attach(house, Role.Agent, "S-1", "验收单.pdf");

        var undone = await house.As(Role.Supervisor).Ask((ImportUndoing u) => u.Undo(report.BatchId!.Value, house.Request));

        Assert.Contains(undone.Problems, p => p.Code == "Import.BuiltOnAsset" && p.Args is ["S-1", ..]);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_machines_page_takes_shows_and_removes_them(string culture)
    {
        await using var house = await TestHouse.Open();
        var serial = (await house.KnownCustomer()).Asset.SerialNo;
        await using var pages = new PageHouse(house, Role.Agent, culture);
        var page = pages.Open<AssetDetails>(AssetAddress.Of(serial));
        page.WaitForElement("[data-test=attachments]");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(Samples.Pdf, "说明书.pdf"));
        Assert.Equal("说明书.pdf", page.WaitForElement("[data-test=attachment-link]").TextContent);
        page.Find("[data-test=remove-attachment]").Click();
        page.Find("[data-test=remove-reason]").Change("旧版");
        page.Find("[data-test=attachments] form").Submit();
        page.WaitForState(() => page.FindAll("[data-test=attachment-link]").Count == 0);
        Assert.Contains("旧版", page.Find("[data-test=attachment]").TextContent, StringComparison.Ordinal);
        Assert.Empty(House.MissingTexts.In(page.Markup));
    }

    [Fact]
    public async Task Who_may_only_read_adds_none()
    {
        await using var house = await TestHouse.Open();
        var serial = (await house.KnownCustomer()).Asset.SerialNo;
        await Attach(house, Role.Agent, serial, "说明书.pdf");
        await using var pages = new PageHouse(house, Role.Manager);
        var page = pages.Open<AssetDetails>(AssetAddress.Of(serial));
        page.WaitForElement("[data-test=attachment-link]");
        Assert.Empty(page.FindAll("[data-test=attachments] input, [data-test=remove-attachment]"));
    }

    private static Attachment Row(TestHouse house, long? caseId, long? orderId, long? assetId) =>
        new() { CaseId = caseId, WorkOrderId = orderId, AssetId = assetId, Name = "a.pdf", FileKind = FileKind.Pdf, Hash = new string('a', 64), Size = 1, AddedAt = house.Now };

    private static Task<Result> Attach(TestHouse house, Role role, string serial, string name, byte[]? bytes = null) =>
        house.As(role).Ask((AttachmentDesk d) => d.AttachToMachine(serial, name, new MemoryStream(bytes ?? Samples.Pdf), Guid.NewGuid()));

    private static Task<IReadOnlyList<AttachmentRow>> Of(TestHouse house, string serial, Role role = Role.Agent) => house.As(role).Ask((AttachmentDesk d) => d.OfMachine(serial));

    private static Task<Result> Remove(TestHouse house, Role role, long id) => house.As(role).Ask((AttachmentDesk d) => d.Remove(id, "放错", Guid.NewGuid()));

    private static async Task<long> Length(TestHouse house, Role role, long id)
    {
        await using var content = (await house.As(role).Ask((AttachmentDesk d) => d.Open(id))).Content;
        return content.Length;
    }

    private static async Task<string> Export(TestHouse house, string code) => Encoding.UTF8.GetString((await house.As(Role.Manager).Ask((PersonalData d) => d.Export(code))).Json);

    private static string Code(Result result) => Assert.Single(result.Problems).Code;
}
