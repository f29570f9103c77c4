using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.WorkOrders;
using AfterSales.Tests.Support;

namespace AfterSales.Tests.WorkOrders;

public sealed class ReportMergeTests
{
    [Fact]
    public async Task Own_typing_stays_and_untouched_fields_take_the_others_value()
    {
        await using var house = await TestHouse.Open();
        var book = await house.As(Role.Engineer).Ask((Lists l) => l.Book());
        var (mine, seen, theirs) = (Jobs.Findings(1), Jobs.Findings(1), Jobs.Findings(2));
        mine.Remedy = "紧固螺栓";
        (theirs.Remedy, theirs.CauseText) = ("换油封", "油封磨损");

        var told = ReportMerge.Take(mine, seen, theirs, book);

        Assert.Equal(("紧固螺栓", "油封磨损", 2), (mine.Remedy, mine.CauseText, mine.Version));
        var one = Assert.Single(told);
        Assert.Equal(("WorkOrders.OtherWrote", "Remedy", "换油封"), (one.Code, one.Field, one.Args[0]));
    }

    [Fact]
    public async Task A_copy_is_its_own()
    {
        await using var house = await TestHouse.Open();
        var book = await house.As(Role.Engineer).Ask((Lists l) => l.Book());
        var (form, theirs) = (Jobs.Findings(), Jobs.Findings(3));
        var copy = form.Copy();
        copy.Parts[0].NewSerial = "S-9999";

        var told = ReportMerge.Take(copy, form, theirs, book);

        Assert.Equal("S-2093", form.Parts[0].NewSerial);
        Assert.Equal("S-9999", copy.Parts[0].NewSerial);
        Assert.Empty(told);
    }
}
