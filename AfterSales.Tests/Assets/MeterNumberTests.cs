using AfterSales.Core.Assets;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using AfterSales.Web.Assets;
using AfterSales.Web.Shared;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Assets;

/// <summary>A reading that can't be is refused as what it is: no whole number, out of range, before the machine was there.</summary>
public sealed class MeterNumberTests
{
    [Theory]
    [InlineData("12.5")]
    [InlineData("99999999999")]
    [InlineData("10000000")]
    [InlineData("-3")]
    public async Task What_is_no_reading_is_told_with_what_is_allowed_and_stays_to_be_seen(string typed)
    {
        await using var house = await TestHouse.Open();
        var serial = await Metered(house, null);
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<AssetDetails>(AssetAddress.Of(serial));
        page.WaitForElement("[data-test=take-reading]").Click();
        page.WaitForElement("[data-test=Value]").Change(typed);

        page.Find("[data-test=reading-form]").Submit();

        page.WaitForAssertion(() => Assert.Contains("0 到 9,999,999 的整数", page.Find("#meter--below").TextContent, StringComparison.Ordinal));
        Assert.Equal(typed, page.Find("[data-test=Value]").GetAttribute("value"));
        Assert.False(await house.Read(db => db.MeterReadings.AnyAsync()));
        page.Find("[data-test=Value]").Change("");
        page.Find("[data-test=reading-form]").Submit();
        page.WaitForAssertion(() => Assert.Contains("请填写", page.Find("#meter--below").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_opens_a_form_of_the_page_types_in_its_first_field_next()
    {
        await using var house = await TestHouse.Open();
        var serial = await Metered(house, null);
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<AssetDetails>(AssetAddress.Of(serial));
        page.WaitForElement("[data-test=take-reading]").Click();
        page.WaitForAssertion(() => Assert.Equal(page.Find("[data-test=read-on]").GetAttribute("blazor:elementReference"), pages.CursorAt));
        page.Find("[data-test=edit]").Click();
        page.WaitForAssertion(() => Assert.Equal(page.Find("[data-test=line]").GetAttribute("blazor:elementReference"), pages.CursorAt));
    }

    [Theory, BothDatabases]
    public async Task A_reading_of_before_the_delivery_is_refused_with_the_day_unless_that_is_unknown(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var serial = await Metered(house, new(2026, 6, 1));
        Task<Result> Take(string day) => house.As(Role.Agent).Ask((MeterDesk d) => d.Take(serial, new ReadingForm { ReadOn = DateOnly.Parse(day, null), Value = 10 }, house.Request));

        var refused = Assert.Single((await Take("2026-05-31")).Problems);

        Assert.Equal(("Assets.ReadBeforeDelivery", "ReadOn", new DateOnly(2026, 6, 1)), (refused.Code, refused.Field, (DateOnly)refused.Args[0]!));
        Assert.True((await Take("2026-06-01")).Ok);
        var line = Assert.Single((await house.As(Role.Agent).Ask((MeterDesk d) => d.Read(serial)))!.Lines);
        var earlier = line.Form.Copy();
        earlier.ReadOn = new(2026, 5, 1);
        Assert.Equal("Assets.ReadBeforeDelivery", (await house.As(Role.Agent).Ask((MeterDesk d) => d.Correct(serial, line.Id, earlier, house.Request))).Problems[0].Code);
        await Metered(house, null);
        Assert.True((await Take("2026-05-31")).Ok);
    }

    [Fact]
    public async Task The_engineers_reading_of_before_the_delivery_is_told_with_the_job()
    {
        await using var house = await TestHouse.Open();
        var order = await house.OnSite();
        await house.Read(db => db.Assets.ExecuteUpdateAsync(set => set.SetProperty(a => a.MeterUnit, MeterUnit.Hours)));
        await house.Filled(order);
        var form = (await house.As(Role.Engineer).Ask((JobReader r) => r.Job(order))).Report.Form.Copy();
        form.MeterValue = 5800;
        await house.Mine((Reporting r) => r.Save(order, form, house.Request));
        await house.Read(db => db.Assets.ExecuteUpdateAsync(set => set.SetProperty(a => a.DeliveredOn, house.Clock.Today.AddDays(1))));

        var refused = Assert.Single((await house.As(Role.Engineer).Ask((JobEnding e) => e.Complete(order, null, house.Request))).Problems);

        Assert.Equal(("Assets.ReadBeforeDelivery", "Findings"), (refused.Code, refused.Field));
        Assert.False(await house.Read(db => db.MeterReadings.AnyAsync()));
    }

    private static async Task<string> Metered(TestHouse house, DateOnly? delivered)
    {
        var serial = await house.Read(db => db.Assets.Select(a => a.SerialNo).FirstOrDefaultAsync()) ?? (await house.KnownCustomer()).Asset.SerialNo;
        await house.Read(db => db.Assets.ExecuteUpdateAsync(set => set.SetProperty(a => a.MeterUnit, MeterUnit.Hours).SetProperty(a => a.DeliveredOn, delivered)));
        return serial;
    }
}
