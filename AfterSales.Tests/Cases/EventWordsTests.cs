using System.Globalization;
using AfterSales.Core.Cases;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Tests.House;
using AfterSales.Tests.Support;
using AfterSales.Web.Cases;
using AfterSales.Web.Shared;

namespace AfterSales.Tests.Cases;

public sealed class EventWordsTests
{
    private static readonly string From = TextRule.Invariant(new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds());
    private static readonly string To = TextRule.Invariant(new DateTimeOffset(2026, 11, 25, 4, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds());

    public static TheoryData<CaseEventKind, string, string, string> Lines => new()
    {
        { CaseEventKind.Registered, "channel=Phone", "受理来电", "took the case (Phone" },
        { CaseEventKind.Registered, "parent=SC-20261101-0001", "受理，来自", "opened the case, follow-on to" },
        { CaseEventKind.Replied, "how=Writing", "首次答复（书面）", "gave the first reply (" },
        { CaseEventKind.Chased, "times=3", "记下客户第 3 次催单", "chased (no. 3)" },
        { CaseEventKind.OrderCancelled, "order=WO-20261124-0001", "取消作业单 WO-20261124-0001", "cancelled work order WO-20261124-0001" },
        { CaseEventKind.Dispatched, $"engineer=王强;kind=Morning;from={From};to={To}", "派工给王强，2026-11-25 (周三) 上午", "dispatched 王强, Wed 25 Nov 2026 morning" },
        { CaseEventKind.Reassigned, $"engineer=刘洋;before=王强;kind=Time;from={From};to={To}", "改派给刘洋，2026-11-25 (周三) 08:00–12:00，原为王强", "previously 王强" },
        { CaseEventKind.Arrived, "visit=2;backEntered=1", "到达现场，第 2 次上门，补录，待主管确认", "arrived on site, visit 2, entered late" },
        { CaseEventKind.VisitUnfinished, "reason=part;visit=1", "结束上门，未完成：", "ended the visit unfinished: " },
        { CaseEventKind.Completed, "noHeadquarters=1", "完工，未致电总部", "completed the job, without calling headquarters" },
        { CaseEventKind.Resolved, "onSpot=1", "当场解决", "resolved it on the spot" },
        { CaseEventKind.Held, $"reason=customer;until={To};pauses=1", "），到 2026-11-25 (周三) 12:00，时限暂停", "clock stopped" },
        { CaseEventKind.PromiseMoved, $"promise=Arrival;to={To}", "到场承诺重新计算，改为 2026-11-25 (周三) 12:00 前完成", "Promise recalculated: Arrival, now due Wed 25 Nov 2026 12:00" },
        { CaseEventKind.ExemptionDecided, "reason=ticket", "不批准豁免到场承诺", "refused to waive" },
        { CaseEventKind.ExemptionDecided, "reason=ticket;approved=1", "批准豁免到场承诺", "waived the arrival promise" },
        { CaseEventKind.Edited, "fields=Priority,SiteId", "修改了优先级，地点", "changed the priority, the site" },
        { CaseEventKind.CalledBack, "round=1;outcome=Answered;score=5", "第 1 次回访：", "score 5" },
        { CaseEventKind.ScoreCorrected, "from=5;score=4", "由 5 改为 4", "from 5 to 4" },
        { CaseEventKind.ComplaintReported, "to=赵军", "上报主管赵军", "reported it to 赵军" },
        { CaseEventKind.ComplaintJudged, "verdict=Dissatisfied", "不满意", "Dissatisfied" },
        { CaseEventKind.HeadquartersCalled, "confirmed=1", "确认工程师已致电总部", "confirmed the engineer's call" },
        { CaseEventKind.LateReasonGiven, "promise=FirstReply;reason=road", "说明首次答复承诺超时的原因：", "gave the reason why" },
    };

    [Theory, MemberData(nameof(Lines))]
    public async Task A_line_reads_as_a_sentence_from_its_facts(CaseEventKind kind, string facts, string chinese, string english)
    {
        var line = Line(kind, facts.Split(';').Select(f => f.Split('=')).ToDictionary(f => f[0], f => f[1]));
        await using var house = await TestHouse.Open();
        var book = await house.AsSystem().Ask((Lists l) => l.Book());
        Assert.Contains(chinese, Say("zh-CN", line, book), StringComparison.Ordinal);
        Assert.Contains(english, Say("en", line, book), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_kind_has_a_sentence_in_both_languages_even_without_facts()
    {
        await using var house = await TestHouse.Open();
        var book = await house.AsSystem().Ask((Lists l) => l.Book());
        foreach (var kind in Enum.GetValues<CaseEventKind>())
        {
            foreach (var culture in new[] { "zh-CN", "en" })
            {
                Assert.Empty(MissingTexts.In(Say(culture, Line(kind, new Dictionary<string, string>()), book)));
            }
        }
    }

    private static TimelineLine Line(CaseEventKind kind, IReadOnlyDictionary<string, string> facts) => new(1, TestHouse.Start, null, kind, "李敏", null, facts);

    private static string Say(string culture, TimelineLine line, ListBook book)
    {
        var texts = new ResourceTexts(CultureInfo.GetCultureInfo(culture));
        return EventWords.Of(texts, new Shown(texts, TestHouse.Zone), TestHouse.Zone, book, line);
    }
}
