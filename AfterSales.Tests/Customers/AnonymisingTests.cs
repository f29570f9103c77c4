using System.Data.Common;
using AfterSales.Core.Attachments;
using AfterSales.Core.Callbacks;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Data.SampleData;
using AfterSales.Core.Drafts;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Performance;
using AfterSales.Core.Search;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Web.Customers;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Customers;

/// <summary>匿名化: asked by one, granted by a manager, for good; nobody is named any more and no figure moves.</summary>
public sealed class AnonymisingTests
{
    internal const string Name = "王小明五金店";

    private const string Phone = "13987654321", Words = "主轴异响，请找王小明";

    [Theory, BothDatabases]
    public async Task Every_figure_is_the_same_before_and_after(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await using (var db = house.Db())
        {
            Assert.True(await SampleHistory.Ensure(db, new SamplePlan(240), house.Clock));
        }

        var waiting = new[] { CallbackState.Waiting, CallbackState.Due };
        var codes = await house.Read(db => db.Customers
            .Where(c => c.MergedIntoId == null && db.Cases.Any(x => x.CustomerId == c.Id) && !db.Cases.Any(x => x.CustomerId == c.Id && x.Status != CaseStatus.Closed && x.Status != CaseStatus.Cancelled)
                && !db.Callbacks.Any(k => waiting.Contains(k.State) && db.Cases.Any(x => x.Id == k.CaseId && x.CustomerId == c.Id)))
            .OrderByDescending(c => db.Cases.Count(x => x.CustomerId == c.Id)).Take(5).Select(c => c.Code).ToListAsync());
        Assert.NotEmpty(codes);
        var before = await Figures(house);
        foreach (var code in codes)
        {
            Assert.Equal([], (await Anonymise(house, code)).Problems);
        }

        Assert.Equal(before, await Figures(house));
        Assert.Empty(await CustomerMergingTests.Findings(house));
    }

    [Theory, BothDatabases]
    public async Task Nothing_that_tells_who_it_was_is_left_in_any_table(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (known, merged) = await Served(house);
        var figures = await Figures(house);
        await house.As(Role.Agent).Ask((DraftDesk d) => d.Save("intake", Guid.NewGuid(), new Dictionary<string, string> { ["Customer.Name"] = Name }));
        var kept = Guid.NewGuid();
        await house.As(Role.Agent).Ask((DraftDesk d) => d.Save("intake", kept, new Dictionary<string, string> { ["Customer.Name"] = "别家" }));

        await (await house.As(Role.Agent).Ask((AttachmentDesk d) => d.Open(2))).Content.DisposeAsync();
        Assert.Equal([], (await Anonymise(house, known.Customer.Code)).Problems);

        await Assert.ThrowsAsync<MissingException>(() => house.As(Role.Agent).Ask((AttachmentDesk d) => d.Open(2)));
        var all = await Everything(house);
        Assert.All(new[] { Name, "老店名", Phone, "13811112222", "王小明", "幸福里 8 号", "鲁A·12345", "要固定工程师" }, told => Assert.DoesNotContain(all, cell => cell.Contains(told, StringComparison.Ordinal)));
        Assert.Equal(figures, await Figures(house));
        Assert.Empty(await CustomerMergingTests.Findings(house));
        Assert.Empty(await house.As(Role.Agent).Ask((SearchService s) => s.Find(Name)));
        Assert.Empty(await house.As(Role.Agent).Ask((SearchService s) => s.Find(Phone)));
        Assert.NotEmpty(await house.As(Role.Agent).Ask((SearchService s) => s.Find(merged)));
        Assert.Equal(kept, await house.Read(db => db.Drafts.Select(d => d.Id).SingleAsync()));
        var words = await house.Read(db => db.Cases.Where(c => c.Number.StartsWith("SC-")).Select(c => c.SymptomKey).Distinct().ToListAsync());
        Assert.StartsWith(PersonalColumns.Mark, Assert.Single(words), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_still_to_be_served_is_still_known()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var id = await house.OpenCase(known);
        var refused = await house.As(Role.Agent).Ask((Anonymising a) => a.Ask(known.Customer.Code, "客户来函要求", house.Request));
        Assert.Contains(refused.Problems, p => p.Code == "Customers.AnonymityOpenCases" && p.Args is [1, List<string> named] && named.Single().StartsWith("SC-", StringComparison.Ordinal));
        await house.Resolve(id);
        refused = await house.As(Role.Agent).Ask((Anonymising a) => a.Ask(known.Customer.Code, "客户来函要求", house.Request));
        Assert.Contains(refused.Problems, p => p.Code == "Customers.AnonymityCallbacks");
        Assert.Equal(["Reason"], (await house.As(Role.Agent).Ask((Anonymising a) => a.Ask(known.Customer.Code, " ", house.Request))).Problems.Select(p => p.Field));
    }

    [Fact]
    public async Task The_managers_are_told_and_who_asked_reads_why_not()
    {
        await using var house = await TestHouse.Open();
        var code = (await house.KnownCustomer()).Customer.Code;
        Assert.True((await house.As(Role.Agent).Ask((Anonymising a) => a.Ask(code, "客户来函要求", house.Request))).Ok);
        Assert.Contains((await house.As(Role.Manager).Ask((NoticeService n) => n.Mine())), n => n.Kind == NoticeKind.AnonymityAsked);
        Assert.True((await house.As(Role.Manager).Ask((Anonymising a) => a.Refuse(code, "保修期内", house.Request))).Ok);
        var told = (await house.As(Role.Agent).Ask((NoticeService n) => n.Mine())).Single(n => n.Kind == NoticeKind.AnonymityDecided);
        Assert.Equal("保修期内", told.Facts["reason"]);
        Assert.Null((await house.As(Role.Agent).Ask((CustomerReader r) => r.Read(code))).Anonymity);
        Assert.True((await house.As(Role.Agent).Ask((Anonymising a) => a.Ask(code, "再次来函", house.Request))).Ok);
    }

    [Fact]
    public async Task The_page_says_what_goes_and_that_it_goes_for_good_before_it_does()
    {
        await using var house = await TestHouse.Open();
        var code = (await house.KnownCustomer()).Customer.Code;
        await house.As(Role.Agent).Ask((Anonymising a) => a.Ask(code, "客户来函要求", house.Request));
        await using var pages = new PageHouse(house, Role.Manager);
        var page = pages.Open<CustomerDetails>("customers/" + code, set => set.Add(p => p.Code, code));
        Assert.Contains("无法撤销", page.WaitForElement("[data-test=anonymity]").TextContent, StringComparison.Ordinal);
        page.Find("[data-test=grant]").Click();
        page.Find("[data-test=grant]").Click();
        Assert.Null((await house.Read(db => db.Customers.SingleAsync())).AnonymousAt);
        page.Find("[data-test=sure]").Click();
        page.WaitForElement("[data-test=anonymous]");
        Assert.NotNull((await house.Read(db => db.Customers.SingleAsync())).AnonymousAt);
    }

    /// <summary>Every text that people type is classified, or a new one would be left standing.</summary>
    [Fact]
    public async Task No_free_text_of_a_customers_tables_is_forgotten()
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        string[] nothing =
        [
            "Customer.Code", "Customer.NameKey", "Customer.Area", "Customer.AnonymityReason", "ContactPhone.NumberKey", "Site.Area",
            "Asset.SerialNo", "Asset.SerialKey", "Asset.ProductLine", "Asset.Model", "Asset.Vin", "Asset.WarrantyPolicy", "Component.Name", "Component.PartNo", "Component.Serial", "Component.Assembly",
            "ContactLog.NoCaseReason", "ServiceCase.Number", "ServiceCase.Symptom", "ServiceCase.SymptomKey", "ServiceCase.Area", "ServiceCase.ProductLine", "CaseHold.Reason", "ServiceCase.AgentText", "ServiceCase.EngineerText", "HandOff.Department", "HandOff.AnsweredBy", "Attachment.Hash",
            "Promise.Rule", "Promise.ExemptionReason", "Promise.LateReason", "WorkOrder.Number", "WorkOrder.Area", "Callback.Area", "Visit.UnfinishedReason", "ServiceReport.ConfirmedSymptom", "ServiceReport.Cause", "ServiceReport.NoSignatureReason",
            "ReportPart.PartNo", "ReportPart.Name", "ReportPart.OldSerial", "ReportPart.NewSerial", "ReportPart.Assembly", "ChecklistAnswer.Item",
        ];
        var types = Core.Customers.CustomerData.Rows(db, 0, [0]).Where(t => t.Name != "AuditEntries").Select(t => t.Rows.ElementType).ToHashSet();
        var texts = db.Model.GetEntityTypes().Where(e => types.Contains(e.ClrType)).SelectMany(e => e.GetProperties()).Where(p => p.ClrType == typeof(string) || p.ClrType == typeof(byte[]))
            .Where(p => !PersonalColumns.Of(p.DeclaringType.ClrType).Contains(p.Name)).Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}");
        Assert.Equal([], texts.Except(nothing));
    }

    internal static async Task<Result> Anonymise(TestHouse house, string code)
    {
        var asked = await house.As(Role.Agent).Ask((Anonymising a) => a.Ask(code, "客户来函要求", house.Request));
        return asked.Ok ? await house.As(Role.Manager).Ask((Anonymising a) => a.Grant(code, house.Request)) : asked;
    }

    private static async Task<string> Figures(TestHouse house)
    {
        var views = new List<string>();
        foreach (var name in new[] { "2026-08", "2026-10", "2026-11", "2026" })
        {
            var view = await house.As(Role.Manager).Ask((PerformanceService s) => s.View(Period.Parse(name)!, Dimension.Area));
            views.AddRange(FigureKeys.All.Select(k => $"{name} {k} {view[k].Figure}"));
            views.AddRange(view.Groups.SelectMany(g => g.Figures.Select(f => $"{name} {g.Key} {f}")));
        }

        return string.Join('\n', views);
    }

    /// <summary>A customer merged from two, served twice for the same words, called back, with machine, plate and place; every case closed.</summary>
    internal static async Task<(Known Known, string Merged)> Served(TestHouse house)
    {
        var known = await house.KnownCustomer(Name, Phone);
        var gone = await house.KnownCustomer("老店名", "13811112222");
        var agent = house.As(Role.Agent);
        var form = CustomerForm.Of(known.Customer);
        form.Wishes = "要固定工程师";
        await agent.Ask((CustomerDesk d) => d.Edit(known.Customer.Code, form, house.Request));
        await agent.Ask((CustomerDesk d) => d.SaveSite(known.Customer.Code, null, new SiteForm { Address = "幸福里 8 号" }, house.Request));
        var contact = new ContactForm { Name = "王小明" };
        contact.Phones.Add(Phone);
        await agent.Ask((CustomerDesk d) => d.SaveContact(known.Customer.Code, null, contact, house.Request));
        await agent.Ask((Core.Assets.AssetDesk d) => d.Add(known.Customer.Code, new() { SerialNo = "V-1", ProductLine = "vehicle", Model = "DLF-5120", Plate = "鲁A12345" }, house.Request));
        var versions = await house.Read(db => db.Customers.ToDictionaryAsync(c => c.Id, c => c.Version));
        await agent.Ask((CustomerMerging m) => m.Merge(known.Customer.Code, gone.Customer.Code, new MergeForm { Version = versions[known.Customer.Id], OtherVersion = versions[gone.Customer.Id] }, house.Request));
        for (var i = 0; i < 2; i++)
        {
            var id = await house.OpenCase(known);
            await house.Change(id, async (write, file) =>
            {
                (file.Case.Symptom, file.Case.SymptomText, file.Case.Description) = (null, Words, Words);
                file.Case.SymptomKey = RepeatFault.SymptomKey(null, Words);
                await Task.CompletedTask;
                return Result.Done;
            });
            await house.Resolve(id);
            await house.Answer(id, 4, "王小明说可以");
            house.Time.Advance(TimeSpan.FromHours(3));
            await house.Change(id, (write, file) => Task.FromResult(file.Case.Status == CaseStatus.Closed ? Result.Done : file.Case.Close(write.Actor, write.Now, "王小明同意")));
        }

        foreach (var name in new[] { "王小明的铭牌.pdf", "给王小明.pdf" })
        {
            await agent.Ask((AttachmentDesk d) => d.Attach("SC-20261124-0001", null, name, new MemoryStream(Attachments.Samples.Pdf), house.Request));
        }

        await agent.Ask((AttachmentDesk d) => d.Remove(1, "王小明的", house.Request));
        await Import.ImportTests.Take(house, Old(known.Customer.Code, "王小明家漏油", 66).File());
        await Import.ImportTests.Take(house, Old(known.Customer.Code, "王小明家异响", 77).File());
        await using var db = house.Db();
        await db.Callbacks.Where(k => k.State == CallbackState.Waiting || k.State == CallbackState.Due).ExecuteUpdateAsync(set => set.SetProperty(k => k.State, CallbackState.Void));
        return (known, gone.Customer.Code);
    }

    /// <summary>What the firm's old system knows of the customer.</summary>
    internal static Import.Sheets Old(string code, string symptom, int km) => new Import.Sheets()
        .Add("客户", Import.Sheets.CustomerHeads, [code, Name, null, null, null, null, null, null, km])
        .Add("服务单", Import.Sheets.CaseHeads, ["F-1", "2026-10-05 09:00", "来电", "咨询", code, null, symptom, "请找王小明", null, null, null, null, null, "2026-10-07 16:00", "2026-10-08 10:00"]);

    /// <summary>Every text in every table.</summary>
    internal static async Task<List<string>> Everything(TestHouse house)
    {
        await using var db = house.Db();
        await db.Database.OpenConnectionAsync();
        var cells = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                cells.AddRange(Enumerable.Range(0, rows.FieldCount).Where(i => !rows.IsDBNull(i)).Select(i => rows.GetValue(i).ToString()!));
            }
        }

        return cells;
    }
}
