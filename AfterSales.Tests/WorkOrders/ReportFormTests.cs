using System.Globalization;
using AfterSales.Core.Settings;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;
using AfterSales.Web.Shared;

namespace AfterSales.Tests.WorkOrders;

/// <summary>Two devices fill in the same report.</summary>
public sealed class ReportFormTests
{
    [Fact]
    public void Own_typing_stays_and_untouched_fields_take_the_others_value()
    {
        var (mine, theirs) = (Jobs.Findings(1).Freshly(), Jobs.Findings(2));
        mine.Remedy = "紧固螺栓";
        (theirs.Remedy, theirs.CauseText) = ("换油封", "油封磨损");

        var one = Assert.Single(mine.Merge(theirs, "王强"));

        Assert.Equal(("紧固螺栓", "油封磨损", 2), (mine.Remedy, mine.CauseText, (int)mine.Version));
        Assert.Equal(("Shared.ChangedByOther", "Remedy", "换油封", "王强"), (one.Code, one.Field, one.Args[0], one.Args[1]));
    }

    [Fact]
    public void A_copy_has_lines_of_its_own_and_a_typed_line_stays()
    {
        var form = Jobs.Findings().Freshly();
        var copy = form.Copy();
        copy.Parts[0].NewSerial = "S-9999";

        var told = copy.Merge(Jobs.Findings(3), "王强");

        Assert.Equal(("S-2093", "S-9999"), (form.Parts[0].NewSerial, copy.Parts[0].NewSerial));
        Assert.Empty(told);
        Assert.True(copy.Touched);
    }

    [Fact]
    public void A_line_added_by_the_other_comes_in_and_two_lists_are_told_as_a_list()
    {
        var (untouched, typed, theirs) = (Jobs.Findings(1).Freshly(), Jobs.Findings(1).Freshly(), Jobs.Findings(2));
        theirs.Parts.Add(new PartForm { Name = "油封" });
        typed.Parts[0].Quantity = 3;

        var (none, one) = (untouched.Merge(theirs, "王强"), Assert.Single(typed.Merge(theirs, "王强")));

        Assert.Empty(none);
        Assert.Equal(["密封圈", "油封"], untouched.Parts.Select(p => p.Name));
        Assert.Equal(("Shared.ListChangedByOther", "Parts", 3), (one.Code, one.Field, Assert.Single(typed.Parts).Quantity));
    }

    [Theory]
    [InlineData("zh-CN", "王强 已改为“2 个零件：ZL-200 · 密封圈 · ×2 · S-1127 · S-2093（其中的部件留用）、– · 油封 · ×1 · – · –”")]
    [InlineData("en", "王强 changed this to “2 parts: ZL-200 · 密封圈 · ×2 · S-1127 · S-2093 (the parts in it are kept), – · 油封 · ×1 · – · –”")]
    public async Task A_tick_that_the_other_set_is_told_with_its_part(string language, string said)
    {
        await using var house = await TestHouse.Open();
        var (typed, theirs, book) = (Jobs.Findings(1).Freshly(), Jobs.Findings(2), await house.Get<Lists>().Book());
        theirs.Parts[0].KeepsInner = true;
        theirs.Parts.Add(new PartForm { Name = "油封" });
        typed.Parts[0].Quantity = 3;

        var one = Assert.Single(typed.Merge(theirs, "王强", (field, value) => ReportForm.Told(book, field, value)));

        Assert.Equal(said, new ResourceTexts(CultureInfo.GetCultureInfo(language)).Say(one));
    }

    /// <summary>What this device has sent is no other's change when it is read back.</summary>
    [Fact]
    public void What_was_sent_comes_back_without_a_word_and_later_typing_stays()
    {
        var form = Jobs.Findings(1).Freshly();
        form.Remedy = "换油封";
        var sent = form.Sent();
        form.Stored(sent);
        form.Remedy = "换油封，试机";
        var stored = sent.Copy();
        stored.Version = 2;

        Assert.Empty(form.Merge(stored, "王强"));
        Assert.Equal(("换油封，试机", 2), (form.Remedy, (int)form.Version));
    }
}
