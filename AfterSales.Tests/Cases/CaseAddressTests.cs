using AfterSales.Core.Cases;
using AfterSales.Web.Cases;
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
            Area = "north", Line = "extruder", Symptom = "leak", Engineer = 2, Owner = 7, Text = "青岛 & 海缆=1", After = new(1764000000000, 17), Order = CaseOrder.Opened,
        };
        Assert.Equal(filter, CaseAddress.Read("http://localhost/" + CaseAddress.Href(filter, 7), 7));
        Assert.Contains("owner=me", CaseAddress.Href(filter, 7), StringComparison.Ordinal);
        Assert.Equal("cases", CaseAddress.Href(new CaseFilter(), 7));
        var risky = new CaseFilter { Risk = CaseRisk.Overdue, Undispatched = true, After = new(null, 9) };
        Assert.Equal("cases?risk=overdue&undispatched=true&after=-9", CaseAddress.Href(risky, 7));
        Assert.Equal(risky, CaseAddress.Read("cases?risk=overdue&undispatched=true&after=-9", null));
    }

    [Theory]
    [InlineData("cases?status=9&type=&priority=x&risk=1&owner=-5&engineer=1e3&after=x")]
    [InlineData("cases?status=Registered,Replied&span=17&from=2026-13-40&to=0001-01-01&order=up")]
    [InlineData("cases?after=99999999999999999999-1&q=%20%00&area=%ff%00&?&&==&%")]
    [InlineData("cases?after=9223372036854775807-1")]
    [InlineData("cases?owner=me")]
    public void Nonsense_is_as_if_it_were_not_there(string address) => Assert.Equal(new CaseFilter(), CaseAddress.Read(address, null));

    [Fact]
    public void A_field_that_is_set_leaves_the_others_and_begins_at_the_first_page()
    {
        var filter = new CaseFilter { Area = "north", After = new(1, 2) };
        Assert.Equal(new CaseFilter { Area = "north", Type = CaseType.Repair }, CaseAddress.With(filter, "type", "repair", 1));
        Assert.Equal(new CaseFilter(), CaseAddress.With(filter, "area", "", 1));
        Assert.Equal(new CaseFilter { Area = "south" }, CaseAddress.With(filter, "area", "south", 1));
    }
}
