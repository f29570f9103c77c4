using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Web.Cases;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Cases;

public sealed class IntakeCallTests
{
    [Fact]
    public async Task Of_two_customers_with_one_number_the_one_clicked_last_is_chosen_whichever_file_comes_first()
    {
        await using var house = await TestHouse.Open();
        await house.KnownCustomer(name: "青岛海缆");
        var second = await house.KnownCustomer(name: "宁波线缆");
        await using var pages = new PageHouse(house, Role.Agent);
        var (page, sheet) = await Open(house, pages);

        var answer = pages.Late(() => Click(page, "青岛海缆"));
        Click(page, "宁波线缆");
        page.WaitForState(() => sheet.Caller?.Name == "宁波线缆");
        await answer();

        Assert.Equal(("宁波线缆", second.Customer.Id), (sheet.Caller!.Name, sheet.Form.CustomerId));
    }

    [Fact]
    public async Task A_customer_whose_file_comes_after_the_screen_was_emptied_is_not_the_next_calls()
    {
        await using var house = await TestHouse.Open();
        await house.KnownCustomer(name: "青岛海缆");
        await house.KnownCustomer(name: "宁波线缆");
        foreach (var turn in new Action<IntakeSheet>[] { s => s.Clear(), s => s.Leave(), s => s.Fresh("新客户") })
        {
            await using var pages = new PageHouse(house, Role.Agent);
            var (page, sheet) = await Open(house, pages);
            var answer = pages.Late(() => Click(page, "青岛海缆"));
            turn(sheet);
            await answer();
            Assert.Equal((null, null), (sheet.Caller, sheet.Form.CustomerId));
        }
    }

    [Fact]
    public async Task What_an_enquiry_costs_without_a_machine_stands_beside_how_it_was_answered()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<IntakePage>("intake");
        page.WaitForElement("[data-test=Type]");
        Assert.Empty(page.FindAll("[data-test=pays]"));

        page.Find("[data-test=Type]").Change(nameof(CaseType.Enquiry));
        house.Time.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Contains("R11", page.Find("[data-test=pays]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_number_is_no_more_refused_once_another_is_typed()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Agent);
        var (page, sheet) = await Open(house, pages);
        sheet.Problems.Take(Result.Refused([new Problem("Shared.TooLong", "Phone", 1, 2)]));
        page.Render();
        page.WaitForElement("[data-test=wrong-Phone]");
        page.Find("[data-test=Phone]").Change("13900139000");
        Assert.Equal((0, "13900139000"), (page.FindAll("[data-test=wrong-Phone]").Count, sheet.Form.Phone));
    }

    [Fact]
    public async Task A_distance_that_is_not_whole_stays_as_typed_and_is_refused_under_its_field()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Agent);
        var (page, sheet) = await Open(house, pages);
        sheet.Fresh("新客户");
        page.Render();

        page.Find("[data-test='Site.DistanceKm']").Change("12.7");
        sheet.Form.Site.Address = "工业路 1 号";
        var refused = await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(sheet.Form, house.Request));
        Assert.Contains(refused.Problems, p => p is { Code: "Customers.WholeKm", Field: "Site.DistanceKm" });
        sheet.Problems.Take(refused);
        page.FindComponent<IntakeSiteFields>().Render();

        Assert.Equal("要填整数公里", page.WaitForElement("[data-test='wrong-Site.DistanceKm']").TextContent);
        Assert.Equal("12.7", page.Find("[data-test='Site.DistanceKm']").GetAttribute("value"));
    }

    [Fact]
    public async Task Who_rang_and_what_is_promised_is_told_where_a_reader_was_listening_before()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer(name: "青岛海缆", phone: "13911112222");
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<IntakePage>("intake");
        page.WaitForElement("[data-test=intake]");
        Assert.All(["[data-test=recognised][role=status]", "[data-test=intake] > .stack > [aria-live=polite]"], told => Assert.Empty(page.Find(told).TextContent.Trim()));

        page.Find("[data-test=Phone]").Change("13911112222");
        page.WaitForElement("[data-test=caller]");
        page.Find("[data-test=impact-Stopped]").Click();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[data-test=intake] > .stack > [aria-live=polite] [data-test=say]")));
        Assert.Contains(known.Customer.Name, page.Find("[data-test=recognised]").TextContent, StringComparison.Ordinal);
    }

    /// <summary>The caller is somebody else: what was recognised goes, and the screen stays.</summary>
    [Fact]
    public async Task A_call_about_another_customer_begins_anew_on_the_same_screen()
    {
        await using var house = await TestHouse.Open();
        await house.KnownCustomer(name: "青岛海缆", phone: "13911112222");
        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<IntakePage>("intake");
        page.WaitForElement("[data-test=Phone]").Change("13911112222");

        page.WaitForElement("[data-test=other-customer]").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test=caller]")));
        Assert.Equal("13911112222", page.Find("[data-test=Phone]").GetAttribute("value"));
        Assert.Empty(page.FindAll("[data-test=page-error]"));
    }

    /// <summary>A symptom is found as a name is: by its words, its code, and as its pinyin is typed.</summary>
    [Theory]
    [InlineData("漏油")]
    [InlineData("gen-oil")]
    [InlineData("louyou")]
    [InlineData("ly")]
    [InlineData("oil l")]
    public async Task A_symptom_is_found_by_pinyin_too(string typed)
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Agent);
        var sheet = new IntakeSheet(await house.Get<Lists>().Book(), "zh-CN");
        var page = pages.Open<IntakeSymptom>("intake", set => set.AddCascadingValue(sheet));

        page.Find("#in-symptom").Input(typed);

        page.WaitForAssertion(() => Assert.Contains(page.FindAll("[role=option]"), o => o.TextContent.Contains("漏油", StringComparison.Ordinal)));
    }

    /// <summary>Two numbers typed as the one that rang are both the contact's.</summary>
    [Fact]
    public async Task Several_numbers_of_a_caller_are_kept()
    {
        await using var house = await TestHouse.Open();
        var call = (await house.KnownCustomer()).Repair();
        (call.Phone, call.FurtherPhones) = ("13911112222、0532-88881234", "13911113333");

        Assert.Equal([], (await house.As(Role.Agent).Ask((CaseIntake intake) => intake.Register(call, house.Request))).Problems);

        Assert.Equal(["13800138000", "13911112222", "0532-88881234", "13911113333"], await house.Read(db => db.ContactPhones.OrderBy(p => p.Id).Select(p => p.Number).ToListAsync()));
    }

    private static void Click(IRenderedComponent<IntakeCall> page, string name) =>
        page.FindAll("[data-test=shared-number] button").Single(b => b.TextContent == name).Click();

    private static async Task<(IRenderedComponent<IntakeCall> Page, IntakeSheet Sheet)> Open(TestHouse house, PageHouse pages)
    {
        var sheet = new IntakeSheet(await house.Get<Lists>().Book(), "zh-CN");
        sheet.Form.Phone = "13800138000";
        sheet.Rang(new((await house.As(Role.Agent).Ask((CallLookup l) => l.ByPhone("13800138000"))).Callers, null));
        return (pages.Open<IntakeCall>("intake", set => set.AddCascadingValue(sheet)), sheet);
    }
}
