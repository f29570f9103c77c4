using AfterSales.Core.Callbacks;
using AfterSales.Core.Drafts;
using AfterSales.Core.Identity;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using AfterSales.Web.Callbacks;
using AfterSales.Web.Cases;
using AfterSales.Web.WorkOrders;
using Bunit;

namespace AfterSales.Tests.Drafts;

public sealed class DraftFormTests
{
    [Fact]
    public async Task The_newest_two_are_offered_each_by_whose_it_is_and_its_words_and_the_rest_on_request()
    {
        await using var house = await TestHouse.Open();
        foreach (var (name, words) in new[] { ("宁波线缆", "收线机不转"), ("青岛海缆", "张力不稳"), ("", "牵引打滑") })
        {
            await Keep(house, "intake", new() { ["Caller"] = name, ["Phone"] = "13911112222", ["Impact"] = "Stopped", ["Description"] = words });
        }

        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<IntakePage>("intake");

        Assert.Equal(2, page.WaitForElements("[data-test=draft-offer]").Count);
        Assert.StartsWith("13911112222", Offers(page)[0], StringComparison.Ordinal);
        Assert.Contains("牵引打滑", Offers(page)[0], StringComparison.Ordinal);
        Assert.StartsWith("青岛海缆 · 13911112222", Offers(page)[1], StringComparison.Ordinal);
        Assert.Contains("张力不稳", Offers(page)[1], StringComparison.Ordinal);

        page.Find("[data-test=draft-more]").Click();
        Assert.Equal((3, 0), (Offers(page).Count, page.FindAll("[data-test=draft-more]").Count));
    }

    [Fact]
    public async Task A_number_that_rang_is_no_draft_by_itself()
    {
        await using var house = await TestHouse.Open();
        await Keep(house, "intake", new() { ["Phone"] = "13911112222", ["Caller"] = "青岛海缆", ["CustomerId"] = "7", ["ContactId"] = "8", ["SiteId"] = "9", ["AssetId"] = "10" });
        await Keep(house, "intake", new() { ["Phone"] = "13911112222", ["Impact"] = "Stopped" });

        await using var pages = new PageHouse(house, Role.Agent);

        Assert.Single(pages.Open<IntakePage>("intake").WaitForElements("[data-test=draft-offer]"));
    }

    /// <summary>A new customer's kind and tier stand there before anybody chose them.</summary>
    [Fact]
    public async Task What_a_form_brings_by_itself_is_no_draft()
    {
        await using var house = await TestHouse.Open();
        await Keep(house, "intake", new() { ["Phone"] = "13911112222", ["Customer.Kind"] = "EndUser", ["Customer.Tier"] = "C", ["Customer.Name"] = "", ["LinkRepeat"] = "true", ["Channel"] = "Phone" });
        await Keep(house, "intake", new() { ["Customer.Kind"] = "Dealer", ["Customer.Tier"] = "C" });

        await using var pages = new PageHouse(house, Role.Agent);

        Assert.Single(pages.Open<IntakePage>("intake").WaitForElements("[data-test=draft-offer]"));
    }

    /// <summary>A part's row that was added and not filled in has its one piece by itself.</summary>
    [Fact]
    public async Task A_row_that_holds_nothing_is_no_draft()
    {
        await using var scene = await Scene.Open(Role.Engineer, house => house.OnSite());
        var (house, pages, number) = scene;
        Dictionary<string, string> row = new() { ["Parts[0].Name"] = "", ["Parts[0].Assembly"] = "", ["Parts[0].Quantity"] = "1", ["Parts[0].KeepsInner"] = "false" };
        await Keep(house, Role.Engineer, $"report/{number}", row);
        await Keep(house, Role.Engineer, $"report/{number}", new(row) { ["Parts[0].Name"] = "密封圈" });

        var page = pages.Open<JobPage>($"work/{number}?part=Findings", set => set.Add(p => p.Number, number));

        Assert.Contains("密封圈", Assert.Single(page.WaitForElements("[data-test=draft-offer]")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_chosen_is_never_told_as_a_word()
    {
        await using var house = await TestHouse.Open();
        await Keep(house, "callback/5", new() { ["Outcome"] = "Answered", ["Score"] = "2", ["Dissatisfied"] = "true", ["Comment"] = "态度好" });

        await using var pages = new PageHouse(house, Role.Agent);
        var page = pages.Open<AttemptFields>("callbacks", set => set.Add(p => p.Id, 5));

        var offer = page.WaitForElement("[data-test=draft-offer]").TextContent;
        Assert.Contains("态度好", offer, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(AttemptOutcome.Answered), offer, StringComparison.Ordinal);
    }

    private static List<string> Offers(IRenderedComponent<IntakePage> page) => [.. page.FindAll("[data-test=draft-offer] .grow").Select(o => o.TextContent.Trim())];

    private static Task Keep(TestHouse house, string form, Dictionary<string, string> fields) => Keep(house, Role.Agent, form, fields);

    private static async Task Keep(TestHouse house, Role role, string form, Dictionary<string, string> fields)
    {
        house.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await house.As(role).Ask((DraftDesk d) => d.Save(form, Guid.NewGuid(), fields))).Ok);
    }
}
