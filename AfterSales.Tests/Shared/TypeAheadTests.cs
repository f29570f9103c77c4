using System.Collections.Concurrent;
using AfterSales.Core.Identity;
using AfterSales.Tests.Support;
using AfterSales.Web.Shared;
using Bunit;
using Microsoft.AspNetCore.Components.Web;

namespace AfterSales.Tests.Shared;

public sealed class TypeAheadTests
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<IReadOnlyList<string>>> asked = [];
    private readonly List<string> picked = [];

    [Fact]
    public async Task A_late_answer_to_an_older_text_neither_shows_nor_is_picked()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Agent);
        var field = Open(pages);
        _ = field.Find("input").InputAsync("张");
        Wait("张");
        _ = field.Find("input").InputAsync("张三");
        Wait("张三");
        await Answer(field, "张", "张大");
        Assert.Empty(Hits(field));

        var enter = field.Find("input").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        await Answer(field, "张三", "张三丰");
        await enter;

        Assert.Equal(["张三丰"], picked);
    }

    [Fact]
    public async Task Enter_while_the_new_text_is_looked_up_does_not_pick_what_fitted_the_old()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Agent);
        var field = Open(pages);
        _ = field.Find("input").InputAsync("张");
        Wait("张");
        await Answer(field, "张", "张大");
        Assert.Equal(["张大"], Hits(field));
        _ = field.Find("input").InputAsync("李");
        Wait("李");

        var enter = field.Find("input").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        Assert.Empty(picked);
        await Answer(field, "李", "李四");
        await enter;

        Assert.Equal(["李四"], picked);
    }

    [Fact]
    public async Task An_answer_after_the_field_was_left_stays_unshown()
    {
        await using var house = await TestHouse.Open();
        await using var pages = new PageHouse(house, Role.Agent);
        var field = Open(pages);
        _ = field.Find("input").InputAsync("张");
        Wait("张");
        await field.Find("input").BlurAsync(new FocusEventArgs());

        await Answer(field, "张", "张大");

        Assert.Equal("false", field.Find("input").GetAttribute("aria-expanded"));
        await field.Find("input").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        Assert.Empty(picked);
    }

    private void Wait(string text) => Assert.True(SpinWait.SpinUntil(() => asked.ContainsKey(text), TimeSpan.FromSeconds(20)));

    private static string[] Hits(IRenderedComponent<TypeAhead<string>> field) => [.. field.FindAll("[role=option]").Select(o => o.TextContent)];

    private Task Answer(IRenderedComponent<TypeAhead<string>> field, string text, params string[] found) => field.InvokeAsync(() => asked[text].TrySetResult(found));

    private IRenderedComponent<TypeAhead<string>> Open(PageHouse pages) => pages.Open<TypeAhead<string>>("intake", set => set
        .Add(t => t.Id, "find").Add(t => t.Rest, 1).Add(t => t.Test, "find")
        .Add(t => t.Find, text => asked.GetOrAdd(text, _ => new()).Task)
        .Add(t => t.Picked, picked.Add)
        .Add(t => t.Row, hit => hit));
}
