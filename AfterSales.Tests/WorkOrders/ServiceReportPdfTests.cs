using System.Globalization;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Reports.Pdf;
using AfterSales.Tests.Support;
using AfterSales.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.WorkOrders;

/// <summary>售后服务报告单 (R31): what the sheet says, to whom, and that nothing typed does harm.</summary>
public sealed class ServiceReportPdfTests
{
    private static readonly Texts Chinese = new ResourceTexts(CultureInfo.GetCultureInfo("zh-CN")), English = new ResourceTexts(CultureInfo.GetCultureInfo("en"));

    [Theory, BothDatabases]
    public async Task A_finished_job_prints_what_R31_asks_for(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var number = await Finished(house);
        var views = await house.As(Role.Agent).Ask((ServiceReportReader r) => r.Read(number));
        var text = string.Concat(Pages(views, Chinese));
        string[] expected =
        [
            "售后服务报告单", number, views[0].Order!.Number, views[0].Case.Customer.Name, "张工", "13800138000", "石家庄市工业路 1 号", "SJ-90", views[0].Case.Machine!.SerialNo, "保修期内",
            "油箱漏油", "磨损", "密封圈老化", "更换密封圈", "ZL-200", "S-1127", "S-2093", "1 小时 30 分", "●●●●●", "很满意", "守约", "王强", "第 1 页 共 ", "完工",
        ];
        Assert.All(expected, e => Assert.Contains(e, text));
        Assert.All(Pages(views, English), page => Assert.DoesNotMatch(@"\b[A-Z][A-Za-z]+(\.[A-Z][A-Za-z0-9]+)+\b", page));
        Assert.Contains("Service report", Pages(views, English)[0]);
    }

    /// <summary>The engineer's sheet shows of 三包 what the machine's page shows.</summary>
    [Fact]
    public async Task A_vehicles_sheet_shows_days_and_km_left_repair_days_counts_and_the_next_right()
    {
        await using var house = await TestHouse.Open();
        var number = await Finished(house);
        await using (var db = house.Db())
        {
            await db.Assets.ExecuteUpdateAsync(set => set.SetProperty(a => a.WarrantyPolicy, "cars").SetProperty(a => a.MeterUnit, Core.Assets.MeterUnit.Km).SetProperty(a => a.PurchasedOn, new DateOnly(2026, 3, 1)));
            db.MeterReadings.Add(new() { AssetId = await db.Assets.Select(a => a.Id).SingleAsync(), ReadOn = house.Clock.Today, Value = 12_000 });
            await db.SaveChangesAsync();
        }

        var views = await house.As(Role.Agent).Ask((ServiceReportReader r) => r.Read(number));
        var text = string.Concat(Pages(views, Chinese));
        Assert.All(new[] { "保修剩余", "里程剩余", "48,000", "累计修理", "同一故障", "下一项权利" }, e => Assert.Contains(e, text));
        Assert.All(Pages(views, English), page => Assert.DoesNotMatch(@"\b[A-Z][A-Za-z]+(\.[A-Z][A-Za-z0-9]+)+\b", page));
    }

    [Theory]
    [InlineData(Core.Cases.ServiceMode.Remote, "电话指导，未上门，无需签字", "进厂")]
    [InlineData(Core.Cases.ServiceMode.Workshop, "进厂，未上门，无需签字", "电话指导")]
    public async Task A_sheet_without_an_order_says_how_it_was_done(Core.Cases.ServiceMode mode, string said, string never)
    {
        await using var house = await TestHouse.Open();
        var id = await house.OpenCase(await house.KnownCustomer(), mode: mode);
        await house.Resolve(id, engineerId: null);
        var number = await house.Read(db => db.Cases.Select(c => c.Number).SingleAsync());
        var text = string.Concat(Pages(await house.As(Role.Agent).Ask((ServiceReportReader r) => r.Read(number)), Chinese)).Replace("\n", "", StringComparison.Ordinal);
        Assert.Contains(said, text);
        Assert.DoesNotContain(never, text);
    }

    /// <summary>The warranty's first day is called what it is.</summary>
    [Theory]
    [InlineData("2026-03-01", "2026-03-05", "2026-03-09", "验收日期 2026-03-09 (周一)")]
    [InlineData("2026-03-01", "2026-03-05", null, "保修起算日 2026-03-05 (周四)（安装日）")]
    [InlineData("2026-03-01", null, null, "保修起算日 2026-03-01 (周日)（交付日）")]
    [InlineData(null, null, null, "保修起算日 2026-02-20 (周五)（购买日）")]
    public async Task A_machine_that_was_never_accepted_says_from_which_day_its_warranty_runs(string? delivered, string? installed, string? accepted, string said)
    {
        DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
        await using var house = await TestHouse.Open();
        var number = await Finished(house);
        await house.Read(db => db.Assets.ExecuteUpdateAsync(set => set.SetProperty(a => a.DeliveredOn, Day(delivered)).SetProperty(a => a.InstalledOn, Day(installed)).SetProperty(a => a.AcceptedOn, Day(accepted)).SetProperty(a => a.PurchasedOn, new DateOnly(2026, 2, 20))));

        var paper = new ServiceReportPaper(Chinese, TestHouse.Zone).Of((await house.As(Role.Agent).Ask((ServiceReportReader r) => r.Read(number)))[0]);

        Assert.Contains(said, ((Core.Reports.PaperFields)paper.Parts[0]).Fields.Select(f => $"{f.Label} {f.Value}"));
    }

    /// <summary>A quote is the customer's where the customer pays; of a decision the paper tells the reason, and neither by whom nor what the table said.</summary>
    [Theory]
    [InlineData(Payer.Customer, true)]
    [InlineData(Payer.CustomerPreferential, true)]
    [InlineData(Payer.Maker, false)]
    public async Task A_quote_stands_beside_the_customer_who_pays_it_alone(Payer payer, bool quoted)
    {
        await using var house = await TestHouse.Open();
        var number = await Finished(house);
        await house.Read(db => db.Cases.ExecuteUpdateAsync(set => set.SetProperty(c => c.QuoteAcceptedAt, house.Now)));
        Assert.True((await house.As(Role.Supervisor).Ask((PayerDesk d) => d.Decide(number, new PayerForm { Payer = payer, Reason = "老客户" }, house.Request))).Ok);

        var fields = ((Core.Reports.PaperFields)new ServiceReportPaper(Chinese, TestHouse.Zone).Of((await house.As(Role.Agent).Ask((ServiceReportReader r) => r.Read(number)))[0]).Parts[0]).Fields;

        Assert.Equal(quoted, fields.Single(f => f.Label == "费用归属").Value.Contains("报价已于", StringComparison.Ordinal));
        Assert.Equal($"老客户（{new Shown(Chinese, TestHouse.Zone).ShortDay(house.Now)} 裁定）", fields.Single(f => f.Label == "费用理由").Value);
    }

    [Fact]
    public async Task It_is_small_and_another_reader_finds_its_words()
    {
        await using var house = await TestHouse.Open();
        var number = await Finished(house);
        var pdf = Write(await house.As(Role.Agent).Ask((ServiceReportReader r) => r.Read(number)), Chinese);
        Assert.InRange(pdf.Length, 1, 300_000);
        Assert.StartsWith("%PDF-", System.Text.Encoding.ASCII.GetString(pdf, 0, 5), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engineer_prints_own_jobs_only_and_a_manager_sees_no_whole_phone_number()
    {
        await using var house = await TestHouse.Open();
        var number = await Finished(house);
        Assert.NotEmpty(await house.As(Role.Engineer).Ask((ServiceReportReader r) => r.Read(number)));
        await Assert.ThrowsAsync<MissingException>(() => house.As(People.Actor(People.OtherEngineer)).Ask((ServiceReportReader r) => r.Read(number)));
        await Assert.ThrowsAsync<MissingException>(() => house.As(Role.Agent).Ask((ServiceReportReader r) => r.Read("SC-19990101-0001")));
        Assert.DoesNotContain("13800138000", string.Concat(Pages(await house.As(Role.Manager).Ask((ServiceReportReader r) => r.Read(number)), Chinese)));
    }

    [Fact]
    public async Task Half_a_report_says_that_it_is_one_and_a_case_without_work_has_none()
    {
        await using var house = await TestHouse.Open();
        var order = await house.OnSite();
        var number = await house.Read(db => db.Cases.Select(c => c.Number).SingleAsync());
        var sheet = Assert.Single(await house.As(Role.Engineer).Ask((ServiceReportReader r) => r.Read(number)));
        Assert.Equal(order, sheet.Order!.Number);
        Assert.Contains("尚未完工", Pages([sheet], Chinese)[0]);
        var enquiry = await house.Case();
        Assert.Empty(await house.As(Role.Agent).Ask((ServiceReportReader r) => r.Read(enquiry)));
    }

    [Fact]
    public async Task Harmful_words_print_as_typed_or_as_a_box()
    {
        await using var house = await TestHouse.Open();
        var number = await Finished(house, remedy: "=1+1 <script>alert(1)</script> 😀\u202Eabc _x0041_");
        var text = string.Concat(Pages(await house.As(Role.Agent).Ask((ServiceReportReader r) => r.Read(number)), Chinese));
        Assert.Contains("=1+1 <script>alert(1)</script> □abc _x0041_", text);
    }

    [Fact]
    public async Task Every_order_of_a_case_has_its_sheet_in_order_and_pages_count_through()
    {
        await using var house = await TestHouse.Open();
        var number = await Finished(house);
        var id = await house.Read(db => db.Cases.Where(c => c.Number == number).Select(c => c.Id).SingleAsync());
        await house.Add(new ServiceReport { CaseId = id, Cause = "wear", Remedy = "电话指导调整张力", CompletedAt = house.Now });
        var views = await house.As(Role.Agent).Ask((ServiceReportReader r) => r.Read(number));
        Assert.Equal(2, views.Count);
        var pages = Pages(views, Chinese);
        Assert.Contains("电话指导调整张力", pages[0]);
        Assert.Contains($"第 {pages.Count} 页 共 {pages.Count} 页", pages[^1]);
    }

    [Fact]
    public async Task A_missing_signature_shows_its_reason_and_who_approved()
    {
        await using var house = await TestHouse.Open();
        var order = await house.OnSite();
        await house.Filled(order);
        await house.Mine((Reporting r) => r.WithoutSignature(order, "refused", Jobs.Png, house.Request));
        var number = await house.Read(db => db.Cases.Select(c => c.Number).SingleAsync());
        Assert.Contains("待主管批准", Last(await house.As(Role.Agent).Ask((ServiceReportReader r) => r.Read(number))));
        await house.As(Role.Supervisor).Ask((Approvals a) => a.ApproveNoSignature(order, house.Request));
        Assert.Contains("主管 赵军 已批准", Last(await house.As(Role.Agent).Ask((ServiceReportReader r) => r.Read(number))));

        static string Last(IReadOnlyList<ServiceReportView> views) => string.Concat(Pages(views, Chinese));
    }

    private static async Task<string> Finished(TestHouse house, string? remedy = null)
    {
        var order = await house.OnSite();
        await house.Filled(order);
        if (remedy is not null)
        {
            var form = (await house.As(Role.Engineer).Ask((JobReader r) => r.Job(order))).Report.Form;
            form.Remedy = remedy;
            await house.Mine((Reporting r) => r.Save(order, form, house.Request));
        }

        await house.Mine((JobEnding e) => e.Complete(order, null, house.Request));
        return await house.Read(db => db.Cases.Select(c => c.Number).SingleAsync());
    }

    private static byte[] Write(IReadOnlyList<ServiceReportView> views, Texts texts) => new ServiceReportPdf(texts, TestHouse.Zone, "华源线缆机械有限公司").Write(views);

    private static IReadOnlyList<string> Pages(IReadOnlyList<ServiceReportView> views, Texts texts) => PdfProbe.Pages(Write(views, texts));
}
