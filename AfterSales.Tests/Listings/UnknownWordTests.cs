using AfterSales.Core.Audit;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Tests.Support;
using AfterSales.Tests.WorkOrders;
using AfterSales.Web.Cases;
using AfterSales.Web.Shared;
using Bunit;

namespace AfterSales.Tests.Listings;

/// <summary>What an address asks for and nobody knows is as if it weren't asked for: a member, a code or a person, in every list.</summary>
public sealed class UnknownWordTests
{
    private const string Unknown = "999999";

    /// <summary>What may be anything.</summary>
    private static readonly string[] Free = ["q", "key"];

    [Theory, BothDatabases]
    public async Task An_unknown_value_narrows_no_list_and_is_not_told(StorageProvider provider)
    {
        await using var house = await TestHouse.Open(provider);
        await house.Resolve(await house.OpenCase(await house.KnownCustomer()));
        await house.Complaint(await house.OpenCase(await house.KnownCustomer("江南线缆", area: "south")));
        await house.Dispatched();
        var tried = 0;
        foreach (var (name, filter) in await Lists(house))
        {
            var role = name is "audit" or "people" ? Role.Administrator : Role.Supervisor;
            Task<PrintedList> Print(params (string Word, string Value)[] words) =>
                house.As(role).Ask((ListExport e) => e.Print(name, words.ToDictionary(w => w.Word, w => (string?)w.Value), new ResourceTexts()));
            var whole = await Print();
            foreach (var word in FilterWords.Names([filter]).Except(Free))
            {
                var asked = await Print((word, Unknown));
                Assert.True((whole.Count, whole.Filter) == (asked.Count, asked.Filter), $"{name}?{word}={Unknown}: {asked.Count} of {whole.Count}, {asked.Filter}");
                tried++;
            }
        }

        Assert.True(tried > 40);
    }

    [Fact]
    public async Task A_workbook_and_its_trail_ask_for_what_is_known_alone()
    {
        await using var house = await TestHouse.Open();
        await house.KnownCustomer();
        var done = await house.As(Role.Supervisor).Ask((ListExport e) => e.Workbook("customers", new Dictionary<string, string?> { ["area"] = Unknown, ["kind"] = "direct" }, new MemoryStream(), new ResourceTexts()));
        Assert.True(done.Ok);
        var told = Assert.Single((await house.As(Role.Administrator).Ask((AuditService a) => a.Find(new() { Entity = ExportTrail.Entity }))).Rows);
        Assert.Equal(["Exported", "kind=direct", "1"], told.Changes.Select(c => c.To));
    }

    [Fact]
    public async Task A_page_does_not_show_it_as_set_and_a_known_one_it_does()
    {
        await using var house = await TestHouse.Open();
        await house.Dispatched();
        await using var pages = new PageHouse(house, Role.Supervisor);
        var page = pages.Open<CasesPage>($"cases?area={Unknown}&engineer={Unknown}&symptom={Unknown}");
        page.WaitForElement("[data-test=cases] tbody tr");
        Assert.Empty(page.FindAll("[data-test=filters-set]"));
        Assert.DoesNotContain(Unknown, page.Find("[data-test=print]").GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain(Unknown, page.Find("[data-test=filters]").InnerHtml, StringComparison.Ordinal);

        page = pages.Open<CasesPage>("cases?area=north");
        page.WaitForElement("[data-test=cases] tbody tr");
        Assert.Equal("1", page.Find("[data-test=filters-set]").TextContent);
    }

    /// <summary>Nobody takes everything for what was asked for; the words go with the next address.</summary>
    [Theory]
    [InlineData("zh-CN", "未按“片区、故障”筛选")]
    [InlineData("en", "Not filtered by Area, Symptom")]
    public async Task A_page_says_which_words_of_its_address_it_left_out(string culture, string said)
    {
        await using var house = await TestHouse.Open();
        await house.Dispatched();
        await using var pages = new PageHouse(house, Role.Supervisor, culture);
        var page = pages.Open<CasesPage>($"cases?area={Unknown}&symptom={Unknown}");
        page.WaitForAssertion(() => Assert.StartsWith(said, page.Find("[data-test=left-out][role=status]").TextContent.Trim(), StringComparison.Ordinal));

        await house.Case();
        house.Time.Advance(TimeSpan.FromSeconds(2));
        page.WaitForElement("[data-test=news]");
        Assert.StartsWith(said, page.Find("[data-test=left-out]").TextContent.Trim(), StringComparison.Ordinal);

        pages.Go("cases");
        page.WaitForAssertion(() => Assert.Empty(page.Find("[data-test=left-out]").TextContent.Trim()));
    }

    [Theory]
    [InlineData("from=2026-99-99&to=abc", "未按“从、到”筛选")]
    [InlineData("priority=17&order=nonsense&after=x", "未按“优先级”筛选")]
    [InlineData("from=2026-11-01&q=%20", "")]
    public async Task A_word_that_nobody_can_read_is_told_as_well(string words, string said)
    {
        await using var house = await TestHouse.Open();
        await house.Dispatched();
        await using var pages = new PageHouse(house, Role.Supervisor);
        var page = pages.Open<CasesPage>($"cases?{words}");
        page.WaitForAssertion(() => Assert.Equal(said, string.Concat(page.Find("[data-test=left-out]").TextContent.Trim().TakeWhile(c => c != '：' && c != '，'))));
    }

    private static Task<List<(string Name, Type Filter)>> Lists(TestHouse house) =>
        house.As(Role.Supervisor).Ask((IEnumerable<Listing> all) => Task.FromResult(all.Select(l => (l.Name, Filter(l.GetType()))).ToList()));

    private static Type Filter(Type list) => list.BaseType is { IsGenericType: true } of ? of.GetGenericArguments()[0] : Filter(list.BaseType!);
}
