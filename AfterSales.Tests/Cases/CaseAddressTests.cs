using AfterSales.Core.Cases;
using AfterSales.Core.Listings;
using AfterSales.Core.Shared;
using static AfterSales.Tests.Support.Times;

namespace AfterSales.Tests.Cases;

public sealed class CaseAddressTests
{
    [Fact]
    public void An_address_says_the_whole_list_and_nothing_that_goes_without_saying()
    {
        var filter = new CaseFilter
        {
            Span = CaseSpan.Opened, From = Day("2026-11-01"), To = Day("2026-11-24"), Status = CaseStatus.OnHold, Type = CaseType.Repair, Priority = Priority.Urgent, Channel = Channel.Letter,
            Area = "north", Line = "extruder", Symptom = "leak", Engineer = 2, Owner = 7, Text = "青岛 & 海缆=1", After = new("1764000000000", 17), Order = "opened",
        };
        Assert.Equal(filter, Read("http://localhost/" + Href(filter), 7));
        Assert.Contains("owner=me", Href(filter), StringComparison.Ordinal);
        Assert.Equal("cases", Href(new CaseFilter()));
        var risky = new CaseFilter { Risk = CaseRisk.Overdue, Undispatched = true, After = new(null, 9) };
        Assert.Equal("cases?risk=overdue&undispatched=true&after=9", Href(risky));
        Assert.Equal(risky, Read("cases?risk=overdue&undispatched=true&after=9", null));
    }

    [Theory]
    [InlineData("cases?status=9&type=&priority=x&risk=1&owner=-5&engineer=1e3&after=x")]
    [InlineData("cases?status=Registered,Replied&span=17&from=2026-13-40&to=0001-01-01&order=")]
    [InlineData("cases?after=99999999999999999999~1&q=%20%00&area=%ff%00&?&&==&%")]
    [InlineData("cases?after=-1~9223372036854775807")]
    [InlineData("cases?owner=me")]
    public void Nonsense_is_as_if_it_were_not_there(string address) => Assert.Equal(new CaseFilter(), Read(address, null));

    [Theory]
    [InlineData("cases?from=2026-11-01", "cases?span=opened&from=2026-11-01")]
    [InlineData("cases?span=open&from=2026-11-01&risk=atrisk", "cases?risk=atrisk")]
    [InlineData("cases?status=closed&risk=overdue", "cases?span=all&status=closed")]
    [InlineData("cases?status=onhold", "cases?status=onhold")]
    [InlineData("cases?status=cancelled&from=2026-11-01", "cases?span=opened&from=2026-11-01&status=cancelled")]
    [InlineData("cases?span=all&risk=overdue&undispatched=1&to=2026-11-01", "cases?span=all")]
    public void What_does_not_go_together_is_left_out(string asked, string held) => Assert.Equal(held, Href(Read(asked, 7)));

    private static CaseFilter Read(string address, long? me) => FilterWords.Read<CaseFilter>(Address.Query(address).GetValueOrDefault, me);

    private static string Href(CaseFilter filter) => FilterWords.Href("cases", filter, 7);
}
