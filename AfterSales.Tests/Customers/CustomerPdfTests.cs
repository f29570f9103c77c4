using System.Globalization;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Reports;
using AfterSales.Core.Shared;
using AfterSales.Tests.Reports.Pdf;
using AfterSales.Tests.Support;
using AfterSales.Web.Shared;

namespace AfterSales.Tests.Customers;

/// <summary>客户档案基本资料表: what the sheet says and to whom.</summary>
public sealed class CustomerPdfTests
{
    private static readonly Texts Chinese = new ResourceTexts(CultureInfo.GetCultureInfo("zh-CN")), English = new ResourceTexts(CultureInfo.GetCultureInfo("en"));

    [Theory, BothDatabases]
    public async Task It_prints_the_whole_file(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (code, sheet) = await Sheet(house, Role.Agent);
        var text = string.Concat(Pages(sheet, Chinese));
        string[] expected = ["客户档案基本资料表", code, "华强电缆厂", "直接客户", "B 级 · VIP", "李敏", "固定的工程师", "夜班休息", "停北门", "★ 李总", "决策人", "手机", "13912345678", "微信", "li_zong", "石家庄市工业路 1 号", "640 公里", "SJ-90", "SC-20261124-0001", "漏油", "第 1 页 共 "];
        Assert.All(expected, e => Assert.Contains(e, text));
        Assert.All(Pages(sheet, English), page => Assert.DoesNotMatch(@"\b[A-Z][A-Za-z]+(\.[A-Z][A-Za-z0-9]+)+\b", page));
    }

    [Fact]
    public async Task A_manager_sees_no_whole_number_and_an_engineer_no_file()
    {
        await using var house = await TestHouse.Open();
        var (code, sheet) = await Sheet(house, Role.Manager);
        Assert.DoesNotContain("13912345678", string.Concat(Pages(sheet, Chinese)));
        await Assert.ThrowsAsync<ForbiddenException>(() => house.As(Role.Engineer).Ask((CustomerFileReader r) => r.Read(code)));
    }

    [Fact]
    public async Task The_print_view_is_served_with_the_same_words()
    {
        await using var web = await WebHouse.Open();
        await using var house = new TestHouse(web.Storage, keep: true);
        var (code, sheet) = await Sheet(house, Role.Agent);
        using var agent = await web.SignedIn(Role.Agent);
        var html = System.Net.WebUtility.HtmlDecode(await agent.GetStringAsync($"/customers/{code}/file"));
        foreach (var field in new CustomerPaper(Chinese, TestHouse.Zone).Of(sheet).Parts.OfType<PaperFields>().SelectMany(p => p.Fields))
        {
            Assert.Contains(field.Value, html, StringComparison.Ordinal);
        }

        var pdf = await agent.GetAsync($"/customers/{code}/file.pdf");
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await agent.GetAsync("/customers/none/file.pdf")).StatusCode);
    }

    private static async Task<(string Code, CustomerSheet Sheet)> Sheet(TestHouse house, Role reader)
    {
        var known = await house.KnownCustomer();
        var form = CustomerForm.Of(known.Customer);
        (form.Vip, form.Wishes, form.Quiet, form.QuietWhy, form.Remarks) = (true, "固定的工程师", true, "夜班休息", "停北门");
        Assert.True((await house.As(Role.Agent).Ask((CustomerDesk d) => d.Edit(known.Customer.Code, form, house.Request))).Ok);
        var contact = new ContactForm { Name = "李总", Role = ContactRole.DecisionMaker, Preferred = true, Phones = ["13912345678", new PhoneForm { Kind = PhoneKind.WeChat, Number = "li_zong" }] };
        await house.As(Role.Agent).Ask((CustomerDesk d) => d.SaveContact(known.Customer.Code, null, contact, house.Request));
        await house.OpenCase(known);
        return (known.Customer.Code, await house.As(reader).Ask((CustomerFileReader r) => r.Read(known.Customer.Code)));
    }

    private static IReadOnlyList<string> Pages(CustomerSheet sheet, Texts texts) => PdfProbe.Pages(new CustomerPdf(texts, TestHouse.Zone, "华源线缆机械有限公司").Write(sheet));
}
