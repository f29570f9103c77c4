using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Tests.House;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using AfterSales.Web.Cases;
using Bunit;
using static AfterSales.Tests.Support.Times;

namespace AfterSales.Tests.Cases;

public sealed class CaseDetailsTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_page_shows_customer_machine_clocks_and_what_happened_and_no_text_is_missing(string culture)
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer(name: "青岛海缆");
        var first = await house.Registered(known.Repair());
        await house.As(Role.Agent).Ask((CaseClosing c) => c.Resolve(first, new ResolveForm { Resolution = "紧固", Cause = "wear" }, Guid.NewGuid()));
        var form = known.Repair();
        form.LinkRepeat = true;
        var number = await house.Registered(form);
        await using var pages = new PageHouse(house, Role.Agent, culture);
        var page = Open(pages, number.ToLowerInvariant());
        page.WaitForAssertion(() => Assert.Contains(first, page.Find("[data-test=links]").TextContent, StringComparison.Ordinal));
        Assert.Contains("青岛海缆", page.Find("[data-test=customer]").TextContent, StringComparison.Ordinal);
        Assert.Equal("tel:13800138000", page.Find("[data-test=phone]").GetAttribute("href"));
        Assert.Contains("R10", page.Find("[data-test=pays]").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.FindAll("[data-test=promises] .promise").Count);
        Assert.Contains(first, page.Find("[data-test=others]").TextContent, StringComparison.Ordinal);
        foreach (var verb in Enum.GetValues<CaseVerb>().Where(v => page.FindAll($"[data-test=verb-{v}]").Count > 0))
        {
            if (page.FindAll($"[data-test=form-{verb}]").Count == 0)
            {
                await page.Find($"[data-test=verb-{verb}]").ClickAsync();
            }

            page.WaitForElement($"[data-test=form-{verb}] [data-test=save]");
            Assert.Empty(MissingTexts.In(page.Markup));
        }
    }

    [Fact]
    public async Task A_number_that_is_none_is_missing()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Agent);
        foreach (var number in new[] { "SC-20261124-9999", "\0", new string('9', 400), "' OR 1=1" })
        {
            Assert.Throws<MissingException>(() => Open(pages, number).WaitForElement("[data-test=timeline]"));
        }
    }

    [Fact]
    public async Task The_first_reply_stops_its_clock()
    {
        await using var scene = await Scene.Open(Role.Agent, Repair);
        var page = Open(scene.Pages, scene.Number);
        await page.WaitForElement("[data-test=reply]").SubmitAsync();
        page.WaitForElement("[data-test=wrong-Text]");
        await page.Find("[data-test=how-Writing]").ClickAsync();
        await page.Find("[data-test=reply] [data-test=text]").ChangeAsync("已寄说明书");
        await page.Find("[data-test=reply]").SubmitAsync();
        page.WaitForState(() => page.FindAll("[data-test=reply]").Count == 0);
        Assert.Contains("守约", page.Find("[data-test=promise-FirstReply]").TextContent, StringComparison.Ordinal);
        Assert.Contains("首次答复（书面）", page.Find("[data-test=event-Replied]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-test=verb-Reply]"));
    }

    [Fact]
    public async Task A_clock_says_which_promise_it_is_of_also_to_whoever_only_hears_it()
    {
        await using var scene = await Scene.Open(Role.Agent, Repair);
        var promise = Open(scene.Pages, scene.Number).WaitForElement("[data-test=promise-FirstReply]");
        var clock = promise.QuerySelector("button.clock")!;
        Assert.Equal($"{promise.QuerySelector("span")!.TextContent} {clock.TextContent}", clock.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task A_chase_shows_the_sentence_to_say_and_the_third_goes_to_the_supervisor()
    {
        await using var scene = await Scene.Open(Role.Agent, Repair);
        var (house, page, number) = (scene.House, Open(scene.Pages, scene.Number), scene.Number);
        for (var time = 1; time <= 3; time++)
        {
            await page.WaitForElement("[data-test=chase]").ClickAsync();
            page.WaitForAssertion(() => Assert.Contains($"第 {time} 次催单", page.Find("[data-test=said-times]").TextContent, StringComparison.Ordinal));
            Assert.Equal(scene.Pages.Texts[time == 3 ? "Cases.SaidSupervisor" : "Cases.SaidTimes", time], page.Find("[data-test=said-times]").TextContent);
        }

        Assert.Equal($"您的服务单 {number} 目前是“已受理”。\n我们会尽快答复您。\n我们最晚明天 10:00 给您答复。", page.Find("[data-test=say]").TextContent);
        house.Time.Advance(Hours(25));
        await page.Find("[data-test=chase]").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("实在抱歉", page.Find("[data-test=say]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_typed_stays_while_somebody_else_writes()
    {
        await using var scene = await Scene.Open(Role.Agent, Repair);
        var (house, page, number) = (scene.House, Open(scene.Pages, scene.Number), scene.Number);
        await page.WaitForElement("[data-test=reply] [data-test=text]").ChangeAsync("还在写");
        await house.As(Role.Supervisor).Ask((CaseDesk d) => d.Note(number, "已联系厂家", Guid.NewGuid()));
        page.WaitForAssertion(() => Assert.Contains("已联系厂家", page.Find("[data-test=timeline]").TextContent, StringComparison.Ordinal));
        Assert.Equal("还在写", page.Find("[data-test=reply] [data-test=text]").GetAttribute("value") ?? page.Find("[data-test=reply] [data-test=text]").TextContent);
        await house.As(Role.Agent).Ask((CaseDesk d) => d.Reply(number, new ReplyForm { Text = "x" }, Guid.NewGuid())); house.Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-test=verb-Reply]")));
        await page.Find("[data-test=reply]").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("已有首次答复", page.Find("[data-test=problems]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_is_held_and_taken_off_hold()
    {
        await using var scene = await Scene.Open(Role.Supervisor, Repair);
        var page = Open(scene.Pages, scene.Number);
        await page.WaitForElement("[data-test=verb-Hold]").ClickAsync();
        Assert.Contains("等待客户 · 暂停计时", page.WaitForElement("[data-test=reason]").TextContent, StringComparison.Ordinal);
        await page.Find("[data-test=reason]").ChangeAsync("customer");
        await page.Find("[data-test=until]").ChangeAsync("2026-11-30T09:00:00");
        await page.Find("[data-test=hold-form]").SubmitAsync();
        await page.WaitForElement("[data-test=verb-Resume]").ClickAsync();
        Assert.Contains("挂起", page.Find("[data-test=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("暂停", page.Find("[data-test=promise-Handling]").TextContent, StringComparison.Ordinal);
        await page.WaitForElement("[data-test=words]").SubmitAsync();
        page.WaitForElement("[data-test=verb-Hold]");
    }

    [Fact]
    public async Task A_case_is_resolved_with_its_cause_closed_reopened_and_cancelled()
    {
        await using var scene = await Scene.Open(Role.Agent, Repair);
        var page = Open(scene.Pages, scene.Number);
        await page.WaitForElement("[data-test=verb-Resolve]").ClickAsync();
        await page.WaitForElement("[data-test=resolution]").ChangeAsync("电话指导调好");
        await page.Find("[data-test=resolve-form]").SubmitAsync();
        page.WaitForElement("[data-test=wrong-Cause]");
        await page.Find("[data-test=cause]").ChangeAsync("misuse");
        await page.Find("[data-test=resolve-form]").SubmitAsync();
        await page.WaitForElement("[data-test=verb-Close]").ClickAsync();
        await page.WaitForElement("[data-test=words]").SubmitAsync();
        await page.WaitForElement("[data-test=verb-Reopen]").ClickAsync();
        await page.WaitForElement("[data-test=words]").SubmitAsync();
        page.WaitForElement("[data-test=wrong-Text]");
        await page.Find("[data-test=text]").ChangeAsync("又坏了");
        await page.Find("[data-test=words]").SubmitAsync();
        await page.WaitForElement("[data-test=verb-Cancel]").ClickAsync();
        await page.WaitForElement("[data-test=words] [data-test=text]").ChangeAsync("重复受理");
        await page.Find("[data-test=words]").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("取消原因：重复受理", page.Find("[data-test=actions]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-test=chase]"));
    }

    [Fact]
    public async Task Closing_tells_each_thing_that_stands_against_it()
    {
        await using var house = await TestHouse.Open();
        var known = await house.KnownCustomer();
        var id = await house.OpenCase(known);
        await house.Resolve(id, report: false);
        var number = await house.Read(db => Task.FromResult(db.Cases.Single(c => c.Id == id).Number));
        await using var pages = new PageHouse(house, Role.Agent);
        var page = Open(pages, number);
        await page.WaitForElement("[data-test=verb-Close]").ClickAsync();
        await page.WaitForElement("[data-test=words]").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("缺少服务报告单", page.Find("[data-test=problems]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_broken_promise_is_given_its_reason_and_a_quote_is_accepted()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Registered((await house.KnownCustomer(acceptedOn: Day("2020-01-01"))).Repair());
        house.Time.Advance(Hours(25));
        await using var pages = new PageHouse(house, Role.Agent);
        var page = Open(pages, number);
        await page.WaitForElement("[data-test=accept-quote]").ClickAsync();
        page.WaitForElement("[data-test=event-QuoteAccepted]");
        await page.Find("[data-test=why-late-FirstReply]").ChangeAsync("own"); await page.Find("[data-test=say-late-FirstReply]").ClickAsync();
        Assert.Contains("自身原因", page.WaitForElement("[data-test=promise-FirstReply] [data-test=late-reason]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_change_the_same_case_the_second_sees_the_first_field_by_field_and_keeps_own_typing()
    {
        await using var scene = await Scene.Open(Role.Agent, Repair);
        var (house, page, number) = (scene.House, Open(scene.Pages, scene.Number), scene.Number);
        await page.WaitForElement("[data-test=verb-Edit]").ClickAsync();
        await page.WaitForElement("[data-test=edit-Description]").ChangeAsync("我写的");
        await Elsewhere(house, number, theirs => (theirs.Description, theirs.Priority, theirs.OwnerId) = ("他写的", Priority.Low, People.OtherAgent));
        await page.Find("[data-test=edit-form]").SubmitAsync();
        Assert.Contains("赵军 已改为“他写的”", page.WaitForElement("[data-test=theirs-Description]").TextContent, StringComparison.Ordinal);
        Assert.Contains("低", page.Find("[data-test=theirs-Priority]").TextContent, StringComparison.Ordinal);
        Assert.Contains("孙丽", page.Find("[data-test=theirs-OwnerId]").TextContent, StringComparison.Ordinal);
        await page.Find("[data-test=edit-form]").SubmitAsync();
        page.WaitForState(() => page.FindAll("[data-test=edit-form]").Count == 0);
        var head = (await house.Page(number)).Head;
        Assert.Equal(("我写的", Priority.Low, People.OtherAgent), (head.Description, head.Priority, head.OwnerId));
    }

    [Fact]
    public async Task The_others_value_can_be_taken()
    {
        await using var scene = await Scene.Open(Role.Agent, Repair);
        var (house, page, number) = (scene.House, Open(scene.Pages, scene.Number), scene.Number);
        await page.WaitForElement("[data-test=verb-Edit]").ClickAsync();
        await page.WaitForElement("[data-test=edit-Description]").ChangeAsync("我写的");
        await Elsewhere(house, number, theirs => theirs.Description = "他写的");
        await page.Find("[data-test=edit-form]").SubmitAsync();
        await page.WaitForElement("[data-test=take-Description]").ClickAsync();
        await page.Find("[data-test=edit-form]").SubmitAsync();
        page.WaitForState(() => page.FindAll("[data-test=edit-form]").Count == 0);
        Assert.Equal("他写的", (await house.Page(number)).Head.Description);
    }

    [Theory]
    [InlineData(Role.Agent, "chase,complain,verb-Note,verb-Edit", "dispatch")]
    [InlineData(Role.Supervisor, "chase,complain,verb-Note,verb-Edit,dispatch", "")]
    [InlineData(Role.Engineer, "verb-Note", "chase,complain,verb-Edit,dispatch,complaint-panel")]
    [InlineData(Role.Manager, "timeline", "chase,complain,verb-Note,verb-Edit,dispatch")]
    [InlineData(Role.Administrator, "timeline", "chase,complain,verb-Note,verb-Edit,dispatch")]
    public async Task Each_role_finds_what_it_may_do(Role role, string there, string absent)
    {
        await using var house = await TestHouse.Open();
        var number = await house.Case();
        await house.Dispatched(number);
        await using var pages = new PageHouse(house, role);
        var page = Open(pages, number);
        page.WaitForElement("[data-test=timeline]");
        Assert.All(there.Split(','), name => Assert.NotEmpty(page.FindAll($"[data-test={name}]")));
        Assert.All(absent.Split(',', StringSplitOptions.RemoveEmptyEntries), name => Assert.Empty(page.FindAll($"[data-test={name}]")));
        Assert.Equal(role is Role.Manager or Role.Administrator, page.Find("[data-test=customer]").TextContent.Contains("138****8000", StringComparison.Ordinal));
    }

    private static async Task Elsewhere(TestHouse house, string number, Action<CaseEditForm> change)
    {
        var theirs = await house.As(Role.Supervisor).Ask((CaseEditing e) => e.FormOf(number));
        change(theirs);
        Assert.True((await house.As(Role.Supervisor).Ask((CaseEditing e) => e.Edit(number, theirs, Guid.NewGuid()))).Ok);
    }

    private static async Task<string> Repair(TestHouse house) => await house.Registered((await house.KnownCustomer()).Repair());

    private static IRenderedComponent<CaseDetails> Open(PageHouse pages, string number) =>
        pages.Open<CaseDetails>("cases/x", set => set.Add(p => p.Number, number));
}
