using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Messages;
using AfterSales.Core.Notices;
using AfterSales.Core.Search;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Tests.Support;
using AfterSales.Web.Cases;
using AfterSales.Web.Shared;
using Bunit;
using Microsoft.EntityFrameworkCore;
using static AfterSales.Tests.Support.Times;

namespace AfterSales.Tests.Cases;

/// <summary>R42: a visitor's name and time, a letter's date and subject, a written text as it came.</summary>
public sealed class ReceivedTests
{
    private const string Raw = "  您好：\r\n\r\n三号机漏油。 \t\n——张工  ";

    [Theory, BothDatabases]
    public async Task R42_each_channel_keeps_what_it_brings_and_the_registers_show_it(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var known = await house.KnownCustomer();
        var visitor = await house.Page(await house.Registered(Of(known, Channel.Visitor)));
        Assert.Equal(new(known.Contact.Name, house.Now, null, null, null), visitor.Head.Received);

        var named = Of(known, Channel.Visitor);
        (named.Received.VisitorName, named.Received.VisitedAt) = (" 李会计 ", house.Clock.Local(house.Now).AddHours(-2));
        Assert.Equal(new("李会计", house.Now.AddHours(-2), null, null, null), (await house.Page(await house.Registered(named))).Head.Received);

        var letter = Of(known, Channel.Letter);
        (letter.Received.LetterOn, letter.Received.LetterSubject) = (house.Clock.Today.AddDays(-3), "关于三号机漏油的函");
        var number = await house.Registered(letter);
        Assert.Equal(new(null, null, house.Clock.Today.AddDays(-3), "关于三号机漏油的函", null), (await house.Page(number)).Head.Received);
        Assert.Contains(await house.As(Role.Agent).Ask((SearchService s) => s.Find("三号机漏油的函")), h => h.Title == number);

        var row = Assert.Single((await house.As(Role.Agent).Ask((ContactList l) => l.Find(new() { Book = Register.Letters }))).Rows);
        Assert.Equal("关于三号机漏油的函", row.Received!.LetterSubject);
        Assert.Contains((await house.As(Role.Agent).Ask((ContactList l) => l.Find(new() { Channel = Channel.Visitor }))).Rows, r => r.Received!.VisitorName == "李会计");
    }

    [Theory, BothDatabases]
    public async Task Online_text_is_kept_as_received_and_stands_for_the_words(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        var form = Of(await house.KnownCustomer(), Channel.Online);
        var refused = await house.As(Role.Agent).Ask((CaseIntake i) => i.Register(form, house.Request));
        Assert.Equal(("Shared.Required", "Received.Text"), refused.Problems.Select(p => (p.Code, p.Field)).Single());
        (form.Description, form.Received.Text) = (null, Raw);
        var number = await house.Registered(form);
        var head = (await house.Page(number)).Head;
        Assert.Equal((Raw, TextRule.Kept(Raw)), (head.Received.Text, head.Description));

        var edit = await house.As(Role.Agent).Ask((CaseEditing e) => e.FormOf(number));
        edit.Description = "三号机漏油";
        Assert.True((await house.As(Role.Agent).Ask((CaseEditing e) => e.Edit(number, edit, house.Request))).Ok);
        head = (await house.Page(number)).Head;
        Assert.Equal((Raw, "三号机漏油"), (head.Received.Text, head.Description));
    }

    [Fact]
    public async Task A_long_mail_is_kept_whole_and_its_beginning_stands_for_the_words()
    {
        await using var house = await TestHouse.Open();
        var form = Of(await house.KnownCustomer(), Channel.Email);
        (form.Description, form.Received.Text) = (null, new string('长', CaseLimits.Description - 1) + "😀" + new string('x', 9_000));
        var head = (await house.Page(await house.Registered(form))).Head;
        Assert.Equal((form.Received.Text, new string('长', CaseLimits.Description - 1)), (head.Received.Text, head.Description));
    }

    [Fact]
    public async Task A_pasted_message_is_kept_to_the_last_blank()
    {
        await using var house = await TestHouse.Open();
        var sheet = new IntakeSheet(await house.Get<Lists>().Book(), "zh-CN");
        sheet.Pour(PastedMessage.Read(Raw));
        Assert.Equal((Raw, TextRule.Kept(Raw)), (sheet.Form.Received.Text, sheet.Form.Description));
        sheet.Pour(PastedMessage.Read("又停了 "));
        Assert.Equal(Raw + "\n\n又停了 ", sheet.Form.Received.Text);
    }

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        await using var house = await TestHouse.Open();
        var now = house.Clock.Local(house.Now);
        ReceivedForm form = new() { VisitedAt = now.AddMinutes(1), LetterOn = house.Clock.Today.AddDays(1), LetterSubject = new('x', CaseLimits.Symptom + 1), VisitorName = "a\0", Text = new('x', CaseLimits.Received + 1) };
        Assert.Equal(
            ["Shared.BadCharacter VisitorName", "Cases.AfterReceived VisitedAt", "Cases.AfterReceived LetterOn", "Shared.TooLong LetterSubject", "Shared.TooLong Text"],
            Faults(form));
        Assert.Equal(["Shared.Required VisitorName", "Shared.Required LetterOn", "Shared.Required LetterSubject"], Faults(new()));
        Assert.Empty(Faults(new() { VisitorName = "李", VisitedAt = now, LetterOn = house.Clock.Today, LetterSubject = "询价" }));
        Assert.Equal(["Cases.TooLongAgo VisitedAt", "Cases.TooLongAgo LetterOn"], Faults(new() { VisitorName = "李", VisitedAt = new(26, 11, 24, 8, 0, 0), LetterOn = new(26, 11, 24), LetterSubject = "询价" }));

        IEnumerable<string> Faults(ReceivedForm f) => f.Check(true, true, false, house.Now, house.Clock.Zone).Select(p => $"{p.Code} {p.Field}");
    }

    [Fact]
    public async Task What_was_said_of_visitor_and_letter_is_corrected_but_not_emptied_and_the_trail_tells_it()
    {
        await using var house = await TestHouse.Open();
        var letter = Of(await house.KnownCustomer(), Channel.Letter);
        (letter.Received.LetterOn, letter.Received.LetterSubject) = (house.Clock.Today, "询价");
        var number = await house.Registered(letter);
        var edit = await house.As(Role.Agent).Ask((CaseEditing e) => e.FormOf(number));
        (edit.LetterOn, edit.LetterSubject) = (null, "");
        Assert.Equal(["LetterOn", "LetterSubject"], (await house.As(Role.Agent).Ask((CaseEditing e) => e.Edit(number, edit, house.Request))).Problems.Select(p => p.Field));
        (edit.LetterOn, edit.LetterSubject) = (house.Clock.Today.AddDays(-1), "询价函");
        Assert.True((await house.As(Role.Agent).Ask((CaseEditing e) => e.Edit(number, edit, house.Request))).Ok);
        Assert.Contains("询价函", (await house.Read(db => db.AuditEntries.OrderBy(e => e.Id).LastAsync(e => e.Entity == nameof(ServiceCase)))).Changes, StringComparison.Ordinal);
        Assert.Equal("LetterOn,LetterSubject", (await house.Page(number)).Timeline[^1].Facts["fields"]);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_fields_appear_by_the_channel_and_what_was_filled_in_stays_in_sight(string culture)
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Agent, culture);
        var sheet = new IntakeSheet(await house.Get<Lists>().Book(), culture);
        var page = pages.Open<Microsoft.AspNetCore.Components.CascadingValue<IntakeSheet>>("intake", p => p.Add(c => c.Value, sheet).AddChildContent<IntakeCall>());
        Assert.Empty(page.FindAll("[name^='Received.']"));
        foreach (var (channel, names) in new[] { ("Visitor", "Received.VisitorName Received.VisitedAt"), ("Letter", "Received.LetterOn Received.LetterSubject"), ("Online", "Received.Text"), ("Email", "Received.Text"), ("Phone", "") })
        {
            page.Find("[data-test=Channel]").Change(channel);
            Assert.Equal(names, string.Join(' ', page.FindAll("[name^='Received.']").Select(e => e.GetAttribute("name"))));
        }

        Assert.Empty(House.MissingTexts.In(page.Markup));
        page.Find("[data-test=Channel]").Change("Letter");
        page.Find("[data-test='Received.LetterSubject']").Change("询价");
        page.Find("[data-test=Channel]").Change("Phone");
        Assert.Equal("询价", page.Find("[data-test='Received.LetterSubject']").GetAttribute("value"));
    }

    [Fact]
    public async Task A_letter_that_is_no_case_keeps_its_subject_in_the_register()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Agent);
        var sheet = new IntakeSheet(await house.Get<Lists>().Book(), "zh-CN");
        (sheet.Form.Channel, sheet.Form.Received.LetterSubject, sheet.Form.Description) = (Channel.Letter, "展会邀请函", "请市场部参加");
        var page = pages.Open<NoCaseBar>("intake", p => p.Add(b => b.Sheet, sheet));
        page.Find("[data-test=no-case]").Click();
        page.WaitForState(() => pages.Said().Count > 0);
        Assert.Equal("展会邀请函\n请市场部参加", Assert.Single((await house.As(Role.Agent).Ask((ContactList l) => l.Find(new() { Book = Register.Letters }))).Rows).About);
    }

    private static IntakeForm Of(Known known, Channel channel)
    {
        var form = known.Repair();
        form.Channel = channel;
        return form;
    }
}
