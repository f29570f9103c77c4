using AfterSales.Core.Identity;
using AfterSales.Tests.Support;
using AfterSales.Web.Callbacks;
using Bunit;

namespace AfterSales.Tests.Shared;

public sealed class FieldTests
{
    [Fact]
    public async Task What_a_choice_or_a_time_was_refused_for_is_past_once_it_is_changed()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Agent);
        var form = pages.Open<AttemptFields>("callbacks", set => set.Add(a => a.Id, 1));
        await form.Find("[data-test=attempt]").SubmitAsync();
        form.WaitForElement("[data-test=wrong-Outcome]");
        await form.Find("[data-test=outcome-CallAgain]").ClickAsync();
        Assert.Empty(form.FindAll(".wrong"));

        await form.Find("[data-test=attempt]").SubmitAsync();
        form.WaitForElement("[data-test=wrong-CallAgainAt]");
        await form.Find("[data-test=again]").InputAsync("2026-11-27T09:30:00");
        form.WaitForAssertion(() => Assert.Empty(form.FindAll(".wrong")));
    }
}
