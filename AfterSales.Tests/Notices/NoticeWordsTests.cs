using System.Globalization;
using AfterSales.Core.Identity;
using AfterSales.Core.Notices;
using AfterSales.Tests.Support;
using AfterSales.Web.Notices;
using AfterSales.Web.Shared;

namespace AfterSales.Tests.Notices;

public sealed class NoticeWordsTests
{
    public static TheoryData<NoticeKind, string> Everything =>
        new(from kind in Enum.GetValues<NoticeKind>() from culture in new[] { "zh-CN", "en" } select (kind, culture));

    [Theory, MemberData(nameof(Everything))]
    public void Every_kind_has_a_sentence_with_and_without_facts_in_both_languages(NoticeKind kind, string culture)
    {
        var texts = new ResourceTexts(CultureInfo.GetCultureInfo(culture));
        foreach (var row in new[] { Row(kind), Row(kind, ("promise", kind <= NoticeKind.PromiseEscalated ? "Arrival" : "")), Row(kind, ("times", "3"), ("round", "2"), ("what", "signature"), ("parent", "SC-20261124-0001")) })
        {
            var said = NoticeWords.Sentence(texts, row);
            Assert.DoesNotContain("Notices.", said, StringComparison.Ordinal);
            Assert.DoesNotContain("{0}", said, StringComparison.Ordinal);
            Assert.DoesNotContain("WorkOrders.", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_notification_leads_to_where_it_is_dealt_with()
    {
        Assert.Equal("callbacks?shelf=Due&id=7", NoticeWords.Href(Row(NoticeKind.CallbackDue, ("callback", "7")), Role.Agent));
        Assert.Equal("work/WO-1", NoticeWords.Href(Row(NoticeKind.Assigned, ("order", "WO-1")), Role.Engineer));
        Assert.Equal("dispatch?shelf=Approvals", NoticeWords.Href(Row(NoticeKind.ApprovalAsked), Role.Supervisor));
        Assert.Equal("cases/SC-1", NoticeWords.Href(Row(NoticeKind.PromiseBroken), Role.Agent));
    }

    private static NoticeRow Row(NoticeKind kind, params (string Name, string Value)[] facts) =>
        new(1, TestHouse.Start, kind, "SC-1", facts.ToDictionary(f => f.Name, f => f.Value), true);
}
