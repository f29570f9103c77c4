using System.Text.Json;
using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Data;
using AfterSales.Core.HandOffs;
using AfterSales.Core.Identity;
using AfterSales.Core.Integrity;
using AfterSales.Core.Notices;
using AfterSales.Core.Scheduling;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Tests.Cases;
using AfterSales.Tests.Support;
using AfterSales.Web.HandOffs;
using Bunit;
using Microsoft.EntityFrameworkCore;
using static AfterSales.Tests.Support.Times;

namespace AfterSales.Tests.HandOffs;

/// <summary>R7: an unsolved question is passed on to another department and answered within its set time.</summary>
public sealed class HandOffTests
{
    [Theory, BothDatabases]
    public async Task R7_a_question_is_passed_on_with_a_due_time_and_its_answer_comes_back_to_the_case(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (number, id) = await Asked(house);
        Assert.Equal(house.Clock.Local(house.Now.AddHours(24)), await house.As(Role.Agent).Ask((HandOffDesk d) => d.Due(number)));
        Assert.Equal((number, "quality"), (await house.As(Role.Manager).Ask((HandOffDesk d) => d.Open(10))).Select(h => (h.CaseNumber, h.Department)).Single());

        house.Time.Advance(Hours(3));
        Assert.True((await house.As(Role.Supervisor).Ask((HandOffDesk d) => d.Answer(id, new() { Answer = "是批次问题", By = "质量部老王" }, house.Request))).Ok);
        var row = Assert.Single(await house.As(Role.Agent).Ask((HandOffDesk d) => d.Of(number)));
        Assert.Equal(("是批次问题", "质量部老王", "赵军", house.Now), (row.Answer, row.AnsweredBy, row.WrittenBy, row.AnsweredAt!.Value));
        Assert.Equal([CaseEventKind.HandedOff, CaseEventKind.HandOffAnswered], (await house.Page(number)).Timeline.Skip(1).Select(l => l.Kind));
        Assert.Equal([(People.Agent, NoticeKind.HandOffAnswered)], await Told(house));
        Assert.Empty(await house.As(Role.Manager).Ask((HandOffDesk d) => d.Open(10)));
        Assert.Equal("HandOffs.AlreadyAnswered", Assert.Single((await house.As(Role.Agent).Ask((HandOffDesk d) => d.Answer(id, new() { Answer = "再答" }, house.Request))).Problems).Code);
        Assert.Empty(await house.AsSystem().Ask((IntegrityCheck c) => c.Run()));
    }

    /// <summary>Who of the department answered and whose account noted it are two things in a customer's data, answered or not.</summary>
    [Fact]
    public async Task A_hand_off_is_given_out_with_a_customers_data()
    {
        await using var house = await TestHouse.Open();
        var (_, id) = await Asked(house);
        var code = await house.Read(db => db.Customers.Select(c => c.Code).SingleAsync());
        Assert.Equal(JsonValueKind.Null, (await Given()).GetProperty("answeredBy").ValueKind);

        Assert.True((await house.As(Role.Supervisor).Ask((HandOffDesk d) => d.Answer(id, new() { Answer = "是批次问题", By = "质量部老王" }, house.Request))).Ok);
        var given = await Given();
        Assert.Equal(("质量部老王", "赵军"), (given.GetProperty("answeredBy").GetString(), given.GetProperty("answeredByAccount").GetString()));

        async Task<JsonElement> Given() => Assert.Single(
            JsonDocument.Parse((await house.As(Role.Manager).Ask((PersonalData d) => d.Export(code))).Json).RootElement.GetProperty("tables").GetProperty("handOffs").EnumerateArray().ToList());
    }

    [Theory, BothDatabases]
    public async Task R7_what_is_not_answered_in_its_time_is_told_once_to_owner_and_supervisor(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var (number, _) = await Asked(house);
        house.Time.Advance(Hours(24));
        await house.AsSystem().Ask((ActionRunner r) => r.RunDue());
        house.Time.Advance(Hours(1));
        await house.AsSystem().Ask((ActionRunner r) => r.RunDue());
        Assert.Equal([(People.Agent, NoticeKind.HandOffOverdue), (People.Supervisor, NoticeKind.HandOffOverdue)], await Told(house));
        var line = (await house.Page(number)).Timeline[^1];
        Assert.Equal((CaseEventKind.HandOffOverdue, "quality"), (line.Kind, line.Facts["department"]));
        Assert.Equal(HandOffState.Overdue, HandOff.StateOf(house.Now.AddHours(-1), null, house.Now));
        Assert.Empty(await house.AsSystem().Ask((IntegrityCheck c) => c.Run()));
    }

    [Fact]
    public async Task R7_an_answer_in_time_tells_nobody_that_it_is_late()
    {
        await using var house = await TestHouse.Open();
        var (_, id) = await Asked(house);
        await house.As(Role.Agent).Ask((HandOffDesk d) => d.Answer(id, new() { Answer = "好" }, house.Request));
        house.Time.Advance(Hours(48));
        await house.AsSystem().Ask((ActionRunner r) => r.RunDue());
        Assert.Empty(await Told(house));
    }

    [Fact]
    public async Task R7_a_case_does_not_end_while_a_department_owes_an_answer()
    {
        await using var house = await TestHouse.Open();
        var (number, id) = await Asked(house);
        var agent = house.As(Role.Agent);
        Assert.Contains("HandOffs.StillOpen", (await Resolve()).Problems.Select(p => p.Code));
        Assert.Contains("HandOffs.StillOpen", (await agent.Ask((CaseClosing c) => c.Cancel(number, "误报", house.Request))).Problems.Select(p => p.Code));
        await agent.Ask((HandOffDesk d) => d.Answer(id, new() { Answer = "不再需要" }, house.Request));
        Assert.True((await Resolve()).Ok);

        Task<Result> Resolve() => agent.Ask((CaseClosing c) => c.Resolve(number, new() { Resolution = "已答", Cause = "wear" }, house.Request));
    }

    [Theory, BothDatabases]
    public async Task R7_of_two_answers_at_once_one_counts_and_no_case_ends_with_a_question_open(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await using var other = house.Neighbour();
        var known = await house.KnownCustomer();
        for (var n = 0; n < 8; n++)
        {
            var number = await house.Registered(known.Repair());
            await house.As(Role.Agent).Ask((HandOffDesk d) => d.Ask(number, Question(house), house.Request));
            var id = await house.Read(db => db.HandOffs.MaxAsync(h => h.Id));
            var answers = await Task.WhenAll(new[] { house, other }.Select(h => Task.Run(() => h.As(Role.Agent).Ask((HandOffDesk d) => d.Answer(id, new() { Answer = "好" }, Guid.NewGuid())))));
            Assert.Equal("HandOffs.AlreadyAnswered", Assert.Single(Assert.Single(answers, a => !a.Ok).Problems).Code);

            var ends = await Task.WhenAll(
                Task.Run(() => house.As(Role.Agent).Ask((HandOffDesk d) => d.Ask(number, Question(house), Guid.NewGuid()))),
                Task.Run(() => other.As(Role.Agent).Ask((CaseClosing c) => c.Cancel(number, "误报", Guid.NewGuid()))));
            Assert.Contains(Assert.Single(Assert.Single(ends, a => !a.Ok).Problems).Code, new[] { "HandOffs.StillOpen", "Cases.NotOpen" });
        }
    }

    [Fact]
    public void R7_an_answer_after_its_time_is_told_as_late()
    {
        var due = TestHouse.Start;
        Assert.Equal(
            [HandOffState.Open, HandOffState.Overdue, HandOffState.Answered, HandOffState.AnsweredLate],
            [HandOff.StateOf(due, null, due), HandOff.StateOf(due, null, due.AddMinutes(1)), HandOff.StateOf(due, due, due.AddDays(1)), HandOff.StateOf(due, due.AddMinutes(1), due.AddDays(1))]);
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_and_an_ended_case_passes_nothing_on()
    {
        await using var house = await TestHouse.Open();
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        var wrong = await house.As(Role.Agent).Ask((HandOffDesk d) => d.Ask(number, new() { Department = "nowhere", Due = house.Clock.Local(house.Now) }, house.Request));
        Assert.Equal(["Shared.NotInList Department", "Shared.Required Question", "Cases.TimePast Due"], wrong.Problems.Select(p => $"{p.Code} {p.Field}"));
        await house.As(Role.Agent).Ask((CaseClosing c) => c.Cancel(number, "误报", house.Request));
        Assert.Equal("Cases.NotOpen", Assert.Single((await house.As(Role.Agent).Ask((HandOffDesk d) => d.Ask(number, Question(house), house.Request))).Problems).Code);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task It_is_asked_and_answered_on_the_cases_page(string culture)
    {
        await using var house = await TestHouse.Open();
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        var book = await house.Get<Lists>().Book();
        await using var pages = new PageHouse(house, Role.Agent, culture);
        var page = pages.Open<HandOffSection>("cases/" + number, p => p.Add(s => s.Number, number).Add(s => s.Topic, "case/1").Add(s => s.Book, book).Add(s => s.MayAsk, true).Add(s => s.MayAnswer, true));
        page.Find("[data-test=hand-off]").Click();
        page.WaitForState(() => page.Find("[data-test=due]").GetAttribute("value")?.Length > 0);
        page.Find("[data-test=department]").Change("technical");
        page.Find("[data-test=question]").Change("能否提速？");
        page.Find("form").Submit();
        page.WaitForElement("[data-test=hand-off-row]");
        Assert.Empty(House.MissingTexts.In(page.Markup));
        page.Find("[data-test=answer-hand-off]").Click();
        page.Find("[data-test=answer-text]").Change("可以");
        page.Find("form").Submit();
        Assert.Contains("可以", page.WaitForElement("[data-test=answer]").TextContent, StringComparison.Ordinal);
        Assert.Empty(House.MissingTexts.In(page.Markup));
    }

    private static HandOffForm Question(TestHouse house) => new() { Department = "quality", Question = "是否批次问题？", Due = house.Clock.Local(house.Now.AddHours(24)) };

    private static async Task<(string Number, long Id)> Asked(TestHouse house)
    {
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        var asked = await house.As(Role.Agent).Ask((HandOffDesk d) => d.Ask(number, Question(house), house.Request));
        Assert.True(asked.Ok, string.Join("; ", asked.Problems));
        return (number, await house.Read(db => db.HandOffs.Select(h => h.Id).SingleAsync()));
    }

    private static Task<List<(long, NoticeKind)>> Told(TestHouse house) => house.Read(async db =>
        (await db.Notifications.Where(n => n.Kind == NoticeKind.HandOffOverdue || n.Kind == NoticeKind.HandOffAnswered).OrderBy(n => n.PersonId).Select(n => new { n.PersonId, n.Kind }).ToListAsync()).Select(n => (n.PersonId, n.Kind)).ToList());
}
