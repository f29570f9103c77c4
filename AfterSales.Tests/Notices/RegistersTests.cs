using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Core.Shared;
using AfterSales.Tests.Cases;
using AfterSales.Tests.Support;
using AfterSales.Web.Notices;
using Bunit;

namespace AfterSales.Tests.Notices;

/// <summary>R42: every call in and out and every letter stands in its register.</summary>
public sealed class RegistersTests
{
    [Theory, BothDatabases]
    public async Task R42_each_register_shows_its_part_of_what_came_and_went(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer("青岛海缆");
        var agent = house.As(Role.Agent);
        var number = await house.Registered(known.Repair());
        var letter = known.Repair();
        (letter.Channel, letter.Type, letter.Symptom, letter.Impact, letter.Description) = (Channel.Letter, CaseType.Enquiry, null, Impact.None, "来函问价");
        (letter.Received.LetterOn, letter.Received.LetterSubject) = (house.Clock.Today, "询价函");
        await house.Registered(letter);
        await agent.Ask((CaseDesk d) => d.Chase(number, "什么时候到？", house.Request));
        await agent.Ask((CaseDesk d) => d.Reply(number, new() { How = ReplyHow.Writing, Text = "已发函答复" }, house.Request));
        await agent.Ask((NoCaseCall c) => c.Log(new() { Phone = "13900000000", Reason = "wrong", Note = "找别家" }, house.Request));

        Assert.Equal(["找别家", "什么时候到？", Description(letter), Description(known.Repair())], await About(house, new()));
        Assert.Equal(["找别家", "什么时候到？", Description(known.Repair())], await About(house, new() { Book = Register.Calls }));
        Assert.Equal(["已发函答复", Description(letter)], await About(house, new() { Book = Register.Letters }));
        Assert.Equal(["找别家"], await About(house, new() { NoCase = true }));
        Assert.Equal([Description(letter)], await About(house, new() { Channel = Channel.Letter }));
        Assert.Equal(4, (await About(house, new() { From = house.Clock.Today, To = house.Clock.Today, Person = agent.Actor.Id })).Count);
        Assert.Empty(await About(house, new() { Person = People.Supervisor }));
        Assert.Empty(await About(house, new() { To = house.Clock.Today.AddDays(-1) }));
    }

    [Fact]
    public async Task A_number_is_masked_for_those_who_need_not_see_it()
    {
        await using var house = await TestHouse.Open();
        await house.As(Role.Agent).Ask((NoCaseCall c) => c.Log(new() { Phone = "13900000000", Reason = "wrong" }, house.Request));
        Assert.Equal("13900000000", Assert.Single((await Find(house, new(), Role.Agent)).Rows).Phone);
        Assert.Equal("139****0000", Assert.Single((await Find(house, new(), Role.Manager)).Rows).Phone);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_page_has_a_tab_a_register_and_says_it_in_the_address(string culture)
    {
        await using var house = await TestHouse.Open();
        await house.Registered((await house.KnownCustomer()).Repair());
        await using var pages = new PageHouse(house, Role.Agent, culture);
        var page = pages.Open<RegistersPage>("registers");
        var row = page.WaitForElement("[data-test=registers] tbody tr");
        Assert.Equal(page.FindAll("thead th").Count, row.Children.Length);
        Assert.Empty(House.MissingTexts.In(page.Markup));
        pages.Go(page.Find("[data-test=book-letters]").GetAttribute("href")!);
        page.WaitForElement("[data-test=empty]");
        Assert.Equal("registers?book=letters", pages.Address);
    }

    [Fact]
    public async Task A_letter_that_went_out_is_called_so()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        await house.As(Role.Agent).Ask((CaseDesk d) => d.Reply(number, new() { How = ReplyHow.Writing, Text = "已发函答复" }, house.Request));
        await using var pages = new PageHouse(house, Role.Agent, "zh-CN");
        var row = pages.Open<RegistersPage>("registers?book=letters").WaitForElement("[data-test=registers] tbody tr").TextContent;
        Assert.Contains("去", row, StringComparison.Ordinal);
        Assert.DoesNotContain("来", row, StringComparison.Ordinal);
    }

    private static string Description(IntakeForm form) => form.Description!;

    private static async Task<List<string?>> About(TestHouse house, ContactFilter filter) => [.. (await Find(house, filter, Role.Agent)).Rows.Select(r => r.About)];

    private static Task<Page<ContactRow>> Find(TestHouse house, ContactFilter filter, Role role) => house.As(role).Ask((ContactList l) => l.Find(filter));
}
