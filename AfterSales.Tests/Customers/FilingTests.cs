using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Performance;
using AfterSales.Tests.Support;
using AfterSales.Web.Start;
using Bunit;

namespace AfterSales.Tests.Customers;

/// <summary>R5: the file within two days of the first contact; K9 follows.</summary>
public sealed class FilingTests
{
    [Theory]
    [BothDatabases(2, 1)]
    [BothDatabases(3, 0)]
    public async Task R5_a_file_complete_on_the_second_day_is_on_time_for_K9_and_on_the_third_late(StorageProvider provider, int days, int onTime)
    {
        await using var house = await TestHouse.Open(provider);
        var code = await Unfiled(house);
        Assert.Equal(0, (await K9(house)).Denominator);
        house.Time.Advance(TimeSpan.FromDays(days));
        await house.As(Role.Agent).Ask((CustomerDesk d) => d.SaveSite(code, null, new SiteForm { Address = "工业路 1 号" }, house.Request));

        Assert.Equal((onTime, 1), await K9(house) is var figure ? ((int)figure.Numerator, (int)figure.Denominator) : default);
    }

    [Fact]
    public async Task R5_a_fax_reaches_nobody()
    {
        await using var house = await TestHouse.Open();
        var code = (await house.As(Role.Agent).Ask((CustomerDesk d) => d.Add(new CustomerForm { Name = "新客户", Area = "north" }, house.Request))).Value;
        await house.As(Role.Agent).Ask((CustomerDesk d) => d.SaveSite(code, null, new SiteForm { Address = "工业路 1 号" }, house.Request));
        await house.As(Role.Agent).Ask((CustomerDesk d) => d.SaveContact(code, null, new ContactForm { Name = "张工", Phones = [new PhoneForm { Kind = PhoneKind.Fax, Number = "0532-88881234" }] }, house.Request));
        Assert.Equal("Customers.FileNeedsPhone", Assert.Single((await house.As(Role.Agent).Ask((CustomerReader r) => r.Read(code))).Missing).Code);
    }

    [Theory, BothDatabases]
    public async Task R5_a_file_that_loses_its_phone_stays_filed_for_K9_and_says_so(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var code = await Unfiled(house);
        await house.As(Role.Agent).Ask((CustomerDesk d) => d.SaveSite(code, null, new SiteForm { Address = "工业路 1 号" }, house.Request));
        var view = await house.As(Role.Agent).Ask((CustomerReader r) => r.Read(code));
        Assert.Empty(view.Missing);
        house.Time.Advance(TimeSpan.FromDays(5));
        var contact = view.Contacts.Single();
        var form = contact.Form.Copy();
        form.Phones.Clear();

        Assert.Empty((await house.As(Role.Agent).Ask((CustomerDesk d) => d.SaveContact(code, contact.Id, form, house.Request))).Problems);

        view = await house.As(Role.Agent).Ask((CustomerReader r) => r.Read(code));
        Assert.Equal(("Customers.FileNeedsPhone", house.Clock.Today.AddDays(-5)), (Assert.Single(view.Missing).Code, view.FiledOn!.Value));
        Assert.Equal((1, 1), await K9(house) is var figure ? ((int)figure.Numerator, (int)figure.Denominator) : default);
        var book = await Book(house);
        await using var pages = new PageHouse(house, Role.Agent);
        Assert.Contains("电话", pages.Open<Web.Customers.CustomerData>("", set => set.Add(p => p.View, view).Add(p => p.Book, book)).Find("[data-test=lost]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unfiled_ones_and_talks_to_come_stand_on_the_agents_start_page()
    {
        await using var house = await TestHouse.Open();
        await Unfiled(house);
        var known = await house.KnownCustomer("老客户");
        var form = CustomerForm.Of(known.Customer);
        (form.NextTalk, form.NextTalkOn) = ("保养合同", house.Clock.Today.AddDays(1));
        await house.As(Role.Agent).Ask((CustomerDesk d) => d.Edit(known.Customer.Code, form, house.Request));

        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<AgentStart>("", set => set.Add(p => p.Me, People.Agent));
        page.WaitForAssertion(() => Assert.Contains("新客户", page.Markup, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("保养合同", page.Markup, StringComparison.Ordinal));
    }

    private static Task<Core.Settings.ListBook> Book(TestHouse house) => house.AsSystem().Ask((Core.Settings.Lists l) => l.Book());

    private static async Task<string> Unfiled(TestHouse house)
    {
        var code = (await house.As(Role.Agent).Ask((CustomerDesk d) => d.Add(new CustomerForm { Name = "新客户", Area = "north" }, house.Request))).Value;
        await house.As(Role.Agent).Ask((CustomerDesk d) => d.SaveContact(code, null, new ContactForm { Name = "张工", Phones = ["13912345678"] }, house.Request));
        return code;
    }

    private static async Task<Figure> K9(TestHouse house) =>
        (await house.As(Role.Manager).Ask((PerformanceService s) => s.View(Period.Parse("2026-11")!, Dimension.Area))).Lines.Single(l => l.Key == FigureKey.K9).Figure;
}
