using System.Globalization;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Messages;
using AfterSales.Core.Settings;
using AfterSales.Tests.Cases;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using AfterSales.Web.Messages;
using AfterSales.Web.Shared;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Messages;

public sealed class OutMessageTests
{
    private const string Phone = "13800138000";

    [Fact]
    public async Task The_customer_reads_his_own_words_and_how_it_stands_and_no_number_or_address()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var number = await house.Registered(known.Repair());
        foreach (var kind in new[] { OutKind.Case, OutKind.Promise })
        {
            var text = await Text(house, number, kind);
            Assert.Contains(number, text, StringComparison.Ordinal);
            Assert.StartsWith(known.Contact.Name, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Phone, text, StringComparison.Ordinal);
            Assert.DoesNotContain(known.Site.Address, text, StringComparison.Ordinal);
            Assert.DoesNotContain(known.Customer.Code, text, StringComparison.Ordinal);
        }

        Assert.Contains("三号机漏油，已停机。", await Text(house, number, OutKind.Case), StringComparison.Ordinal);
        Assert.Contains("我们最晚", await Text(house, number, OutKind.Promise), StringComparison.Ordinal);
        Assert.Null(OutMessage.Of(await house.Page(number), OutKind.Dispatch));
    }

    [Fact]
    public async Task The_engineer_reads_where_to_go_whom_to_call_and_the_way_there()
    {
        await using var house = await TestHouse.Open();
        var order = await house.Dispatched();
        var job = await house.As(Role.Engineer).Ask((Core.WorkOrders.JobReader r) => r.Job(order));
        var text = await Text(house, job.CaseNumber, OutKind.Dispatch);
        foreach (var part in new[] { order, job.CaseNumber, job.Customer, job.Place!.Address, job.Contact!.Phones[0], "https://uri.amap.com/search?keyword=" + Uri.EscapeDataString(job.Place.Address) })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
        var english = await Text(house, job.CaseNumber, OutKind.Dispatch, "en");
        Assert.Contains("Address", english, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Where_the_case_names_nobody_the_engineer_is_given_whom_the_customer_prefers(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var order = await house.Dispatched();
        var customer = await house.Read(db => db.Cases.Select(c => c.CustomerId).SingleAsync());
        await house.Add(new Contact { CustomerId = customer, Name = "钱科长", Preferred = true, Phones = { new ContactPhone { CustomerId = customer, Kind = PhoneKind.Mobile, Number = "13900001111", NumberKey = PhoneNumber.Key("13900001111") } } });
        async Task<(string? Message, string? Job)> Reached()
        {
            var job = await house.As(Role.Engineer).Ask((Core.WorkOrders.JobReader r) => r.Job(order));
            return (OutMessage.Of(await house.Page(job.CaseNumber, Role.Engineer), OutKind.Dispatch)!.Job!.Phones[0], job.Contact?.Phones[0]);
        }

        Assert.Equal(("13800138000", "13800138000"), await Reached());
        await house.Read(db => db.Cases.ExecuteUpdateAsync(set => set.SetProperty(c => c.ContactId, (long?)null)));
        Assert.Equal(("13900001111", "13900001111"), await Reached());
    }

    [Fact]
    public async Task Who_need_not_see_a_number_copies_none()
    {
        await using var house = await TestHouse.Open();
        var order = await house.Dispatched();
        var number = (await house.As(Role.Engineer).Ask((Core.WorkOrders.JobReader r) => r.Job(order))).CaseNumber;
        var phones = OutMessage.Of(await house.Page(number, Role.Manager), OutKind.Dispatch)!.Job!.Phones;
        Assert.All(phones, p => Assert.Contains('*', p));
    }

    [Fact]
    public async Task What_is_over_promises_nothing()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        Assert.True((await house.As(Role.Agent).Ask((CaseClosing c) => c.Cancel(number, "误报", house.Request))).Ok);
        Assert.Null(OutMessage.Of(await house.Page(number), OutKind.Promise));
    }

    [Theory]
    [InlineData("zh-CN", "地址", "en", "Address")]
    [InlineData("en", "Address", "zh-CN", "地址")]
    public async Task Each_stands_ready_under_a_key_in_the_pages_language_and_the_other_one_key_away(string culture, string ready, string other, string then)
    {
        await using var house = await TestHouse.Open();
        var order = await house.Dispatched();
        var number = (await house.As(Role.Engineer).Ask((Core.WorkOrders.JobReader r) => r.Job(order))).CaseNumber;
        var (view, book) = (await house.Page(number), await house.Get<Lists>().Book());
        await using var pages = new PageHouse(house, Role.Agent, culture);
        var page = pages.Open<CopyOut>("cases/" + number, p => p.Add(c => c.View, view).Add(c => c.Book, book));
        Assert.Equal(["Alt+m", "Alt+g", "Alt+y"], page.FindAll("[data-copy]").Select(b => b.GetAttribute("data-key")));
        Assert.Contains(ready, page.Find("[data-test=text-Dispatch]").GetAttribute("value"), StringComparison.Ordinal);
        Assert.Equal("Alt+z", page.Find($"[data-test=out-{other}]").GetAttribute("data-key"));
        page.Find($"[data-test=out-{other}]").Click();
        Assert.Contains(then, page.Find("[data-test=text-Dispatch]").GetAttribute("value"), StringComparison.Ordinal);
        Assert.Empty(House.MissingTexts.In(page.Markup));
    }

    /// <summary>It may be read another day: no "today", and one spelling of a day.</summary>
    [Theory]
    [InlineData("zh-CN", "2026-11-", "今天|明天|后天|月")]
    [InlineData("en", " Nov 2026 ", "today|tomorrow|2026-")]
    public async Task A_message_names_each_day_by_its_date_in_one_spelling(string culture, string spelled, string others)
    {
        await using var house = await TestHouse.Open();
        var order = await house.Dispatched();
        var number = (await house.As(Role.Engineer).Ask((Core.WorkOrders.JobReader r) => r.Job(order))).CaseNumber;
        foreach (var kind in Enum.GetValues<OutKind>())
        {
            var text = await Text(house, number, kind, culture);
            Assert.Contains(spelled, text, StringComparison.Ordinal);
            Assert.All(others.Split('|'), other => Assert.DoesNotContain(other, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static async Task<string> Text(TestHouse house, string number, OutKind kind, string culture = "zh-CN") =>
        new OutWords(new ResourceTexts(CultureInfo.GetCultureInfo(culture)), TestHouse.Zone, await house.Get<Lists>().Book()).Of(OutMessage.Of(await house.Page(number), kind)!, house.Now);
}
