using System.Globalization;
using AfterSales.Core.Assets;
using AfterSales.Core.Attachments;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Reports.Pdf;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using AfterSales.Web.Assets;
using AfterSales.Web.Shared;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Assets;

/// <summary>车历 and machine history are one page with every case, visit, part, reading and move.</summary>
public sealed class MachineHistoryTests
{
    [Theory, BothDatabases]
    public async Task Everything_that_happened_stands_there_once_the_newest_first_however_it_is_paged(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var serial = await Told(house);

        var whole = await house.As(Role.Agent).Ask((MachineHistory h) => h.Read(serial, null));
        Assert.Equal(
            [HistoryKind.Visit, HistoryKind.Part, HistoryKind.Case, HistoryKind.Move, HistoryKind.Reading, HistoryKind.Reading, HistoryKind.Reading],
            whole.Lines.Select(l => l.Kind));
        Assert.Equal(whole.Lines.OrderByDescending(l => l.At), whole.Lines);
        Assert.Null(whole.Next);
        for (var size = 1; size <= 8; size++)
        {
            var (paged, after) = (new List<HistoryLine>(), (string?)null);
            do
            {
                var page = await house.As(Role.Manager).Ask((MachineHistory h) => h.Read(serial, after, size));
                paged.AddRange(page.Lines);
                after = page.Next;
            }
            while (after is not null);
            Assert.Equal(whole.Lines, paged);
        }
    }

    [Fact]
    public async Task The_page_tells_it_and_the_printed_sheet_says_the_same_words()
    {
        await using var house = await TestHouse.Open();
        var serial = await Told(house);
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<MachineHistoryPage>(AssetAddress.History(serial));
        page.WaitForAssertion(() => Assert.Equal(7, page.FindAll("[data-test=history] tbody tr").Count));

        var view = await house.As(Role.Agent).Ask((AssetDesk d) => d.Read(serial));
        var history = await house.As(Role.Agent).Ask((MachineHistory h) => h.Read(serial, null, MachineHistory.MostPrinted));
        await house.As(Role.Agent).Ask((AttachmentDesk d) => d.AttachToMachine(serial, "竣工图.pdf", new MemoryStream(Attachments.Samples.Pdf), house.Request));
        var documents = await house.As(Role.Agent).Ask((AttachmentDesk d) => d.OfMachine(serial));
        var book = await house.Get<Lists>().Book();
        foreach (var culture in new[] { "zh-CN", "en" })
        {
            var texts = new ResourceTexts(CultureInfo.GetCultureInfo(culture));
            var text = string.Concat(PdfProbe.Pages(new HistoryPdf(texts, TestHouse.Zone, "华源").Write(view, history, documents, book, house.Now)));
            Assert.All(new[] { serial, "S-1127", "S-2093", "王强", "5,800", "搬迁", "竣工图.pdf" }, word => Assert.Contains(word, text, StringComparison.Ordinal));
            Assert.DoesNotMatch(@"\b[A-Z][A-Za-z]+(\.[A-Z][A-Za-z0-9]+)+\b", text);
        }

        Assert.Contains("S-1127", page.Find("[data-test=line-Part]").TextContent, StringComparison.Ordinal);
        Assert.Contains("搬迁", page.Find("[data-test=line-Move]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1-2")]
    [InlineData("99999999999999999-1-1")]
    [InlineData("x-y-z")]
    public void A_place_that_is_none_is_the_first(string? word) => Assert.Equal(HistoryPlace.First, HistoryPlace.Read(word));

    /// <summary>What a report fitted and somebody took out later is told; what a report took out is told by the report.</summary>
    [Theory, BothDatabases]
    public async Task A_part_of_a_report_that_was_taken_out_by_hand_stands_there_too(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var serial = await Told(house);
        var fitted = await house.Read(db => db.Components.SingleAsync(c => c.RemovedOn == null));
        Assert.DoesNotContain((await house.As(Role.Agent).Ask((MachineHistory h) => h.Read(serial, null))).Lines, l => l.Kind == HistoryKind.Component);

        var form = new ComponentForm { Name = fitted.Name, Serial = "NEW-1", FittedOn = house.Clock.Today, RemovedFor = RemovalReason.Upgrade };
        Assert.Empty((await house.As(Role.Agent).Ask((ComponentDesk d) => d.Replace(serial, fitted.Id, form, house.Request))).Problems);

        var line = Assert.IsType<ComponentLine>(Assert.Single((await house.As(Role.Agent).Ask((MachineHistory h) => h.Read(serial, null))).Lines, l => l.Kind == HistoryKind.Component));
        Assert.Equal((fitted.Serial, "NEW-1", RemovalReason.Upgrade), (line.Serial, line.ReplacedBy, line.Why));
    }

    /// <summary>A repair on site with a part, readings of one day and the next, a move at the day's very beginning.</summary>
    private static async Task<string> Told(TestHouse house)
    {
        var order = await house.OnSite();
        var asset = await house.Read(db => db.Assets.SingleAsync());
        await house.Read(db => db.Assets.ExecuteUpdateAsync(set => set.SetProperty(a => a.MeterUnit, MeterUnit.Hours)));
        await house.Filled(order);
        await house.Mine((JobEnding e) => e.Complete(order, null, house.Request));
        foreach (var (day, value) in new[] { ("2026-11-23", 5000), ("2026-11-24", 5800), ("2026-11-24", 5900) })
        {
            Assert.Empty((await house.As(Role.Agent).Ask((MeterDesk d) => d.Take(asset.SerialNo, new ReadingForm { ReadOn = DateOnly.Parse(day, null), Value = value }, house.Request))).Problems);
        }

        var view = await house.As(Role.Agent).Ask((AssetDesk d) => d.Read(asset.SerialNo));
        var move = MoveForm.Of(view.Form.Version, view.CustomerCode, view.Form.SiteId, house.Clock.Today);
        (move.SiteId, move.Reason) = (null, "搬迁");
        Assert.Empty((await house.As(Role.Agent).Ask((AssetMoving m) => m.Move(asset.SerialNo, move, house.Request))).Problems);
        return asset.SerialNo;
    }
}
