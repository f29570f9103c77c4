using System.Net;
using AfterSales.Core.Attachments;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using AfterSales.Web.Attachments;
using AfterSales.Web.Cases;
using AfterSales.Web.Hosting;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;

namespace AfterSales.Tests.Attachments;

public sealed class AttachmentPagesTests
{
    [Fact]
    public async Task A_file_is_served_with_the_type_of_its_content_and_nothing_in_it_runs()
    {
        await using var web = await WebHouse.Open();
        await using var house = new TestHouse(web.Storage, keep: true);
        var number = await house.Case();
        foreach (var (name, bytes) in new[] { ("图 1.html", Samples.Png), ("b.pdf", Samples.Pdf), ("c.docx", Samples.Zip("[Content_Types].xml", "word/document.xml")) })
        {
            Assert.True((await house.As(Role.Agent).Ask((AttachmentDesk d) => d.Attach(number, null, name, new MemoryStream(bytes), Guid.NewGuid()))).Ok);
        }

        var agent = await web.SignedIn(Role.Agent);
        var (picture, pdf, word) = (await agent.GetAsync("/attachments/1"), await agent.GetAsync("/attachments/2"), await agent.GetAsync("/attachments/3"));
        Assert.Equal(("image/png", "inline"), (picture.Content.Headers.ContentType!.MediaType, picture.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("图 1.html.png", picture.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal(["nosniff"], picture.Headers.GetValues("X-Content-Type-Options"));
        var csp = Assert.Single(picture.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", csp, StringComparison.Ordinal);
        Assert.Contains("sandbox", csp, StringComparison.Ordinal);
        Assert.Equal(Samples.Png, await picture.Content.ReadAsByteArrayAsync());
        Assert.Equal(("application/pdf", "inline"), (pdf.Content.Headers.ContentType!.MediaType, pdf.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Contains("default-src 'none'", Assert.Single(pdf.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("attachment", word.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.GetAsync("/attachments/99")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await web.SignedIn(Role.Engineer)).GetAsync("/attachments/1")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await web.Visitor().GetAsync("/attachments/1")).StatusCode);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Chosen_files_are_sent_and_each_refusal_is_told_by_name(string culture)
    {
        await using var house = await TestHouse.Open();
        var number = await house.Case();
        await using var pages = new PageHouse(house, Role.Agent, culture);
        var page = pages.Open<AttachmentSection>("cases/" + number, p => p.Add(s => s.CaseNumber, number).Add(s => s.MayAdd, true));
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(Samples.Png, "泄漏.png"), InputFileContent.CreateFromText("<html>", "坏.pdf"));
        page.WaitForElement("[data-test=attachment-link]");
        Assert.Equal("泄漏.png", page.Find("[data-test=attachment-link]").TextContent);
        Assert.Contains("坏.pdf", page.Find("[data-test=wrong-file]").TextContent, StringComparison.Ordinal);
        page.Find("[data-test=remove-attachment]").Click();
        page.Find("[data-test=remove-reason]").Change("重复");
        page.Find("form").Submit();
        page.WaitForState(() => page.FindAll("[data-test=attachment-link]").Count == 0);
        Assert.Contains("重复", page.Find("[data-test=attachment]").TextContent, StringComparison.Ordinal);
        Assert.Empty(House.MissingTexts.In(page.Markup));
    }

    [Fact]
    public async Task A_letters_scan_goes_with_the_draft()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Agent);
        var sheet = new IntakeSheet(await house.Get<Lists>().Book(), "zh-CN");
        sheet.Form.Channel = Core.Cases.Channel.Letter;
        var page = pages.Open<Microsoft.AspNetCore.Components.CascadingValue<IntakeSheet>>("intake", p => p.Add(c => c.Value, sheet).AddChildContent<IntakeReceived>(r => r.Add(x => x.Channel, Core.Cases.Channel.Letter).Add(x => x.Received, sheet.Form.Received)));
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(Samples.Pdf, "信.pdf"));
        page.WaitForElement("[data-test=scan-name]");
        var again = new Core.Cases.IntakeForm();
        Web.Drafts.FormFields.Apply(again, page.FindAll("input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!));
        Assert.Equal(("信.pdf", sheet.Form.Scans[0].Hash), (again.Scans[0].Name, again.Scans[0].Hash));
    }

    [Fact]
    public void The_folder_is_never_within_the_web_root()
    {
        var builder = Start.Builder(["--Attachments:Folder=" + Path.Combine(Start.Builder([]).Environment.WebRootPath, "files")]);
        Assert.Contains(SiteSettings.Read(builder.Configuration, builder.Environment).Problems, p => p.Code == "Hosting.FilesInWebRoot");
    }
}
