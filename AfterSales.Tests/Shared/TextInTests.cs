using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using AfterSales.Tests.Cases;
using AfterSales.Tests.House;
using AfterSales.Tests.Support;
using AfterSales.Web.Cases;
using AfterSales.Web.Shared;
using Bunit;

namespace AfterSales.Tests.Shared;

public sealed class TextInTests
{
    [Theory]
    [InlineData("zh-CN", "最多 4000 个字符，现有 4001 个")]
    [InlineData("en", "At most 4000 characters; you have 4001")]
    public async Task More_than_may_be_saved_is_told_below_the_field_refused_and_kept(string culture, string said)
    {
        await using var house = await TestHouse.Open();
        var number = await house.Registered((await house.KnownCustomer()).Repair());
        await using var pages = new PageHouse(house, Role.Agent, culture);
        var form = pages.Open<CaseReply>("cases/x", set => set.Add(r => r.Number, number));
        var typed = new string('长', CaseLimits.Description + 1);
        await form.Find("[data-test=text]").ChangeAsync(typed);
        Assert.Equal(said, form.Find("[data-test=over-Text]").TextContent);
        Assert.Equal("true", form.Find("[data-test=text]").GetAttribute("aria-invalid"));

        await form.Find("[data-test=reply]").SubmitAsync();
        Assert.Equal(said, form.WaitForElement("[data-test=wrong-Text]").TextContent);
        Assert.Empty(form.FindAll("[data-test=over-Text]"));
        Assert.Equal(typed, form.FindComponent<TextIn>().Instance.Value);

        await form.Find("[data-test=text]").ChangeAsync(typed[1..]);
        Assert.Empty(form.FindAll(".wrong"));
        await form.Find("[data-test=reply]").SubmitAsync();
        form.WaitForAssertion(() => Assert.Empty(form.FindAll(".wrong")));
        Assert.Contains(await house.Read(db => Task.FromResult(db.CaseEvents.ToList())), e => e.Kind == CaseEventKind.Replied);
    }

    [Fact]
    public void No_other_field_cuts_what_is_typed() =>
        Found.None(Source.Files("", ".razor").Where(f => Path.GetFileName(f) is not ("TextIn.razor" or "TypeAhead.razor"))
            .SelectMany(f => Source.Lines(f).Where(l => l.Contains("maxlength=", StringComparison.OrdinalIgnoreCase) && !l.Contains("MaxLength=\"TextIn.Most\"", StringComparison.Ordinal)).Select(l => (f, l.Trim()))));
}
