using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Tests.Cases;
using AfterSales.Tests.Support;
using AfterSales.Web.Customers;
using AfterSales.Web.Start;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Tests.Customers;

/// <summary>匿名化, before it is decided: who asks and who decides see what stands against it, and managers what waits.</summary>
public sealed class AnonymityAskedTests
{
    [Theory]
    [InlineData("zh-CN", "还有 2 张未关闭的服务单：SC-20261124-0001、SC-20261124-0002")]
    [InlineData("en", "Cases not closed yet (2): SC-20261124-0001, SC-20261124-0002")]
    public async Task Who_asks_reads_beforehand_what_would_refuse_it(string culture, string told)
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var cases = new[] { await house.Registered(known.Repair()), await house.Registered(known.Repair()) };
        await using var pages = new PageHouse(house, Role.Agent, culture);
        var page = pages.Open<CustomerDetails>("customers/" + known.Customer.Code, set => set.Add(p => p.Code, known.Customer.Code));
        page.WaitForElement("[data-test=anonymise]").Click();

        Assert.Contains(told, page.Find("[data-test=against]").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find("[data-test=ask-anonymity]").HasAttribute("disabled"));

        foreach (var number in cases)
        {
            Assert.True((await house.As(Role.Supervisor).Ask((CaseClosing c) => c.Cancel(number, "误报", house.Request))).Ok);
        }

        house.Time.Advance(TimeSpan.FromSeconds(2));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test=against]")));
        Assert.Equal("Ctrl+Enter", page.Find("[data-test=ask-anonymity]").GetAttribute("data-key"));
        page.Find("[data-test=anonymity-reason]").Change("客户来函要求");
        page.Find("[data-test=anonymity-form]").Submit();
        page.WaitForElement("[data-test=anonymity]");
    }

    /// <summary>The reason is read long after the rest is gone.</summary>
    [Theory, BothDatabases]
    public async Task A_reason_tells_nobody(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer("沧州瑞华电缆有限公司");
        var (code, contact) = (known.Customer.Code, await house.Read(db => db.Contacts.Select(c => c.Name).FirstAsync()));
        await Add(new ContactPhone { CustomerId = known.Customer.Id, ContactId = known.Contact.Id, Kind = PhoneKind.Office, Number = "0317-7234788", NumberKey = PhoneNumber.Key("0317-7234788") });
        await Add(new ContactPhone { CustomerId = known.Customer.Id, ContactId = known.Contact.Id, Kind = PhoneKind.WeChat, Number = "wanglei_hq", NumberKey = PhoneNumber.Key("wanglei_hq", PhoneKind.WeChat) });
        await Add(new ContactPhone { CustomerId = known.Customer.Id, ContactId = known.Contact.Id, Kind = PhoneKind.WeChat, Number = "15912340000", NumberKey = PhoneNumber.Key("15912340000") });
        foreach (var (reason, told) in new[] { ("微信 wanglei_hq 来函要求删除", "wanglei_hq"), ("微信 15912340000 来函", null), ("来电 ７２３４７８８", null), ("来电 七二三四七八八", null), ("来电 七二三\u200b四七八八", null), ($"客户{contact}要求删除", contact), ("沧州瑞华电缆 有限公司来函", "沧州瑞华电缆有限公司"), ($"{known.Asset.SerialNo} 已报废", known.Asset.SerialNo), ("来电 139 1234 5678 要求", null), ("来电 723 4788 要求", null) })
        {
            var refused = await house.As(Role.Agent).Ask((Anonymising a) => a.Ask(code, reason, house.Request));
            Assert.Equal((told is null ? "Customers.AnonymityReasonNumber" : "Customers.AnonymityReasonNames", "Reason", told), (Assert.Single(refused.Problems).Code, refused.Problems[0].Field, refused.Problems[0].Args.FirstOrDefault()));
        }

        Assert.True((await house.As(Role.Agent).Ask((Anonymising a) => a.Ask(code, "刘总 2026 年 11 月 24 日来函要求", house.Request))).Ok);
        await Add(new Contact { CustomerId = known.Customer.Id, Name = "刘总" });
        var granted = await house.As(Role.Manager).Ask((Anonymising a) => a.Grant(code, house.Request));
        Assert.Equal("Customers.AnonymityReasonNames", Assert.Single(granted.Problems).Code);

        async Task Add(object row)
        {
            await using var db = house.Db();
            db.Add(row);
            await db.SaveChangesAsync();
        }
    }

    [Fact]
    public async Task Who_decides_reads_it_too_and_grants_only_what_would_be_done()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        await Ask(house, known.Customer.Code);
        var number = await house.Registered(known.Repair());
        await using var pages = new PageHouse(house, Role.Manager);
        var page = pages.Open<CustomerDetails>("customers/" + known.Customer.Code, set => set.Add(p => p.Code, known.Customer.Code));

        Assert.Contains(number, page.WaitForElement("[data-test=against]").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find("[data-test=grant]").HasAttribute("disabled"));
        Assert.Equal("Ctrl+Enter", page.Find("[data-test=refuse]").GetAttribute("data-key"));
    }

    /// <summary>The reason stands in a sentence that ends once, and of nobody is nothing left to reveal.</summary>
    [Fact]
    public async Task A_file_made_anonymous_tells_its_reason_and_offers_nothing_to_reveal()
    {
        await using var house = await TestHouse.Open();
        var code = (await house.KnownCustomer()).Customer.Code;
        Assert.True((await house.As(Role.Agent).Ask((Anonymising a) => a.Ask(code, "来函要求。", house.Request))).Ok);
        await using var pages = new PageHouse(house, Role.Manager);
        var page = pages.Open<CustomerDetails>("customers/" + code, set => set.Add(p => p.Code, code));
        page.WaitForElement("[data-test=reveal]");
        Assert.True((await house.As(Role.Manager).Ask((Anonymising a) => a.Grant(code, house.Request))).Ok);

        house.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("理由：来函要求。姓名", page.WaitForElement("section[data-test=anonymous]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-test=reveal]"));
    }

    /// <summary>Who is nobody any more has no file to be completed.</summary>
    [Fact]
    public async Task Who_was_made_anonymous_is_not_among_those_to_be_filed()
    {
        await using var house = await TestHouse.Open();
        var (known, other) = (await house.KnownCustomer(), await house.KnownCustomer());
        await house.Read(db => db.Customers.ExecuteUpdateAsync(set => set.SetProperty(c => c.FiledOn, (DateOnly?)null)));
        await Ask(house, known.Customer.Code);
        Assert.True((await house.As(Role.Manager).Ask((Anonymising a) => a.Grant(known.Customer.Code, house.Request))).Ok);

        Assert.Equal(other.Customer.Code, Assert.Single((await house.As(Role.Agent).Ask((CustomerList l) => l.Find(new() { Unfiled = true }))).Rows).Code);
    }

    /// <summary>The first press is forgotten with a refusal: what is asked anew is not granted by one press.</summary>
    [Fact]
    public async Task A_refusal_takes_the_first_press_back()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        await Ask(house, known.Customer.Code);
        await using var pages = new PageHouse(house, Role.Manager);
        var page = pages.Open<CustomerDetails>("customers/" + known.Customer.Code, set => set.Add(p => p.Code, known.Customer.Code));
        page.WaitForElement("[data-test=grant]").Click();
        Assert.NotEmpty(page.FindAll("[data-test=question]"));
        page.Find("[data-test=refuse-why]").Change("仍在保修期");
        page.Find("[data-test=anonymity] form").Submit();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test=anonymity]")));

        await Ask(house, known.Customer.Code);
        house.Time.Advance(TimeSpan.FromSeconds(2));

        page.WaitForElement("[data-test=grant]");
        Assert.Empty(page.FindAll("[data-test=question]"));
    }

    [Theory, BothDatabases]
    public async Task What_waits_to_be_decided_is_a_list_who_asked_first_first(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var codes = new List<string>();
        foreach (var name in new[] { "乙厂", "甲厂", "丙厂" })
        {
            codes.Add((await house.KnownCustomer(name)).Customer.Code);
        }

        await house.KnownCustomer("没有申请");
        foreach (var code in codes)
        {
            await Ask(house, code);
            house.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.True((await house.As(Role.Manager).Ask((Anonymising a) => a.Grant(codes[1], house.Request))).Ok);
        var page = await house.As(Role.Manager).Ask((CustomerList l) => l.Find(new() { Anonymity = true }));

        Assert.Equal([codes[0], codes[2]], page.Rows.Select(r => r.Code));
        Assert.Equal(2, page.Count);
    }

    [Fact]
    public async Task A_managers_start_leads_to_what_waits()
    {
        await using var house = await TestHouse.Open();
        var code = (await house.KnownCustomer()).Customer.Code;
        await using var pages = new PageHouse(house, Role.Manager);
        var page = pages.Open<ManagerStart>("");
        Assert.Contains("没有待决定的匿名化申请", page.WaitForElement("[data-test=start-anonymity] [data-test=empty]").TextContent, StringComparison.Ordinal);

        await Ask(house, code);

        Assert.Equal("/customers/" + code, "/" + page.WaitForElement($"[data-test=asked-{code}]").GetAttribute("href")!.TrimStart('/'));
        Assert.Equal("customers?anonymity=true", page.Find("[data-test=all-anonymity]").GetAttribute("href"));
    }

    private static async Task Ask(TestHouse house, string code) =>
        Assert.Equal([], (await house.As(Role.Agent).Ask((Anonymising a) => a.Ask(code, "客户来函要求", house.Request))).Problems);
}
