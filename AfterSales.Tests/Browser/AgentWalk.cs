using System.Text.RegularExpressions;
using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AfterSales.Tests.Browser;

/// <summary>The agent's day: a call becomes a case, the customer is answered, chases and complains.</summary>
[Collection("Browser")]
public sealed class AgentWalk(SampleSite house)
{
    private const string Words = "挤出机加热区第三段不升温，已停机等待处理，请尽快安排人来看看。";

    [Theory]
    [InlineData("zh-CN", 1440)]
    [InlineData("en", 390)]
    public async Task A_call_becomes_a_case_that_is_answered_chased_and_complained_about(string culture, int width)
    {
        await using var visitor = await house.Visit(Role.Agent, new Screen(culture, width, false));
        var number = await visitor.TakeCall(await house.PhoneOfAMachine());

        await visitor.Page.ClickAsync("[data-test=saved-number]");
        await visitor.Test("timeline").WaitForAsync();
        await visitor.Picture("case");
        await visitor.Sound($"/cases/{number}");
        await Reply(visitor);
        await Chase(visitor);
        await Complain(visitor, number);

        visitor.NoFault();
    }

    [Fact]
    public async Task What_was_typed_survives_the_tab_and_the_server()
    {
        await using var visitor = await house.Visit(Role.Agent, Screen.Desk);
        await visitor.Go("/intake?phone=" + await house.PhoneOfAMachine());
        await visitor.Test("Description").PressSequentiallyAsync(Words);
        await visitor.Page.Locator("[data-draft-kept=intake]").WaitForAsync(new() { State = WaitForSelectorState.Visible });
        await house.Site.Start();
        visitor.Forgive();

        await using var later = await house.Visit(Role.Agent, Screen.Phone);
        await later.Go("/intake");
        var offer = later.Test("draft-offer").Filter(new() { HasText = Words });
        await offer.Locator("[data-test=draft-take]").ClickAsync();

        await Expect(later.Test("Description")).ToHaveValueAsync(Words);
        await Expect(later.Test("caller-name")).ToBeVisibleAsync();
        later.NoFault();
    }

    [Fact]
    public async Task Over_a_slow_link_the_cursor_stays_where_the_agent_types()
    {
        await using var visitor = await house.Visit(Role.Agent, Screen.Desk);
        await visitor.RouteLink();
        await visitor.Go("/intake?phone=" + await house.PhoneOfAMachine());
        await Expect(visitor.Page.Locator("[data-test=impact] [role=radio]").First).ToBeFocusedAsync();

        var held = visitor.HoldLink();
        await visitor.Page.ClickAsync("[data-test=impact-Impaired]");
        await visitor.Page.FocusAsync("[data-test=Description]");
        held.SetResult();
        await Expect(visitor.Test("impact-Impaired")).ToHaveAttributeAsync("aria-checked", "true");

        await Expect(visitor.Test("Description")).ToBeFocusedAsync();
        visitor.NoFault();
    }

    [Fact]
    public async Task A_choice_that_crosses_the_servers_own_on_its_way_is_the_one_that_stands()
    {
        await using var visitor = await house.Visit(Role.Agent, Screen.Desk);
        await visitor.RouteLink();
        await visitor.Go("/intake?phone=" + await house.PhoneOfAMachine());

        var held = visitor.HoldLink();
        await visitor.Page.ClickAsync("[data-test=impact-Stopped]");
        await visitor.Test("Type").SelectOptionAsync("Enquiry");
        held.SetResult();
        await Expect(visitor.Test("impact-Stopped")).ToHaveAttributeAsync("aria-checked", "true");

        await Expect(visitor.Test("Type")).ToHaveValueAsync("Enquiry");
        visitor.NoFault();
    }

    /// <summary>A customer typed anew is compared with those on file letter by letter: what the server answers to one letter takes none of the next away.</summary>
    [Fact]
    public async Task Letters_typed_faster_than_the_server_answers_stay_and_a_name_on_file_is_told()
    {
        await using var visitor = await house.Visit(Role.Agent, Screen.Desk);
        await visitor.RouteLink();
        var known = await house.One("SELECT Name FROM Customers ORDER BY Id LIMIT 1");
        await visitor.Go("/intake");
        await visitor.Page.ClickAsync("[data-test=new-customer]");
        var name = visitor.Test("Customer.Name");
        await Expect(name).ToBeFocusedAsync();

        var held = visitor.HoldLink();
        await visitor.Page.Keyboard.InsertTextAsync(known[..1]);
        await name.EvaluateAsync("(field, text) => { field.value = text; }", known[..^1]);
        held.SetResult();
        await visitor.Page.WaitForTimeoutAsync(1_000);

        await Expect(name).ToHaveValueAsync(known[..^1]);
        await visitor.Page.Keyboard.PressAsync("End");
        await visitor.Page.Keyboard.InsertTextAsync(known[^1..]);
        await Expect(visitor.Test("like-customer")).ToContainTextAsync(known);
        visitor.NoFault();
    }

    /// <summary>What the page puts into a form by itself is nobody's typing: a form opened and left is not offered again.</summary>
    [Fact]
    public async Task A_form_in_which_nothing_was_typed_is_not_kept()
    {
        await using var visitor = await house.Visit(Role.Agent, Screen.Desk);
        await visitor.Go("/intake");
        await visitor.Page.ClickAsync("[data-test=new-customer]");
        await visitor.Test("Customer.Name").WaitForAsync();
        await visitor.Page.WaitForTimeoutAsync(1_500);
        await Expect(visitor.Page.Locator("[data-draft-kept=intake]")).ToBeHiddenAsync();
        var before = await house.One("SELECT COUNT(*) FROM Drafts WHERE Form = 'intake'");

        await visitor.Test("Contact.Name").PressSequentiallyAsync("孙工");
        await visitor.Page.Locator("[data-draft-kept=intake]").WaitForAsync(new() { State = WaitForSelectorState.Visible });
        Assert.NotEqual(before, await house.One("SELECT COUNT(*) FROM Drafts WHERE Form = 'intake'"));
        visitor.NoFault();
    }

    [Fact]
    public async Task A_book_pasted_into_a_field_stays_there_and_is_told_and_no_page_goes_down()
    {
        await using var visitor = await house.Visit(Role.Agent, Screen.Desk);
        await visitor.Go("/intake");
        var book = new string('长', 100_000);
        await visitor.Test("Description").FillAsync(book);
        await visitor.Test("Description").BlurAsync();
        await Expect(visitor.Test("over-Description")).ToContainTextAsync("100000");
        await Expect(visitor.Test("Description")).ToHaveValueAsync(book);
        await visitor.Test("Description").FillAsync("");
        await visitor.Test("Description").BlurAsync();
        await Expect(visitor.Test("over-Description")).ToHaveCountAsync(0);
        visitor.NoFault();
    }

    [Fact]
    public async Task All_faults_of_an_intake_come_at_once_and_the_cursor_stands_on_the_topmost()
    {
        await using var visitor = await house.Visit(Role.Agent, Screen.Desk);
        await visitor.Go("/intake?phone=" + await house.PhoneOfAMachine());
        await visitor.Test("caller-name").WaitForAsync();
        await visitor.Page.Keyboard.PressAsync("Control+Enter");

        foreach (var field in new[] { "Impact", "Type", "Description" })
        {
            await Expect(visitor.Test("wrong-" + field)).ToBeVisibleAsync();
        }

        await Expect(visitor.Page.GetByRole(AriaRole.Radiogroup).First).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(visitor.Page.GetByRole(AriaRole.Radiogroup).First).ToHaveAccessibleDescriptionAsync(new Regex(await visitor.Test("wrong-Impact").InnerTextAsync()));
        await Expect(visitor.Page.Locator("[data-test=impact] [role=radio]").First).ToBeFocusedAsync();
        await visitor.Picture("intake-faults");
        await visitor.Sound("/intake, refused");
        visitor.NoFault();
    }

    private static async Task Reply(Visitor visitor)
    {
        await visitor.Test("actions").WaitForAsync();
        if (!await visitor.Test("reply").IsVisibleAsync())
        {
            await visitor.Page.ClickAsync("[data-test=verb-Reply]");
        }

        await visitor.Page.FillAsync("[data-test=reply] [data-test=text]", "已电话指导断电检查，工程师两小时内联系。");
        await visitor.Page.ClickAsync("[data-test=reply] [data-test=save]");
        await visitor.Test($"event-{nameof(CaseEventKind.Replied)}").WaitForAsync();
        await Expect(visitor.Test("promise-FirstReply").Locator(".clock.ok")).ToBeVisibleAsync();
        await visitor.Page.ClickAsync("[data-test=promise-FirstReply] .clock");
        await visitor.Test("explained").First.WaitForAsync();
        await visitor.Picture("clock");
        await visitor.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task Chase(Visitor visitor)
    {
        await visitor.Page.ClickAsync("[data-test=chase]");
        await visitor.Test("say").WaitForAsync();
        await visitor.Picture("chase");
    }

    private static async Task Complain(Visitor visitor, string number)
    {
        await visitor.Page.Keyboard.PressAsync("Alt+c");
        await Expect(visitor.Page.Locator("#complaint-channel")).ToBeFocusedAsync();
        await visitor.Page.ClickAsync("[data-test^=severity-]");
        await visitor.Page.FillAsync("[data-test=complaint-form] textarea", "等了太久，一直没人回电话。");
        await visitor.Page.ClickAsync("[data-test=save-complaint]");
        await visitor.Page.WaitForURLAsync(url => url.Contains("/cases/SC-", StringComparison.Ordinal) && !url.EndsWith(number, StringComparison.Ordinal));
        await visitor.Test("complaint-panel").WaitForAsync();
        await visitor.Picture("complaint");
        await visitor.Sound("the complaint");
    }
}
