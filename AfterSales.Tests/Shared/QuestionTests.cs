using System.Globalization;
using AfterSales.Core.Shared;
using AfterSales.Web.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Tests.Shared;

/// <summary>What can't be taken back is asked once more, and nobody answers before having seen the question.</summary>
public sealed class QuestionTests
{
    [Fact]
    public async Task A_yes_counts_once_the_cursor_stands_on_the_no()
    {
        await using var context = new BunitContext();
        context.Services.AddSingleton<Texts>(new ResourceTexts(CultureInfo.GetCultureInfo("zh-CN")));
        context.Services.AddSingleton<Cursor>();
        var cursor = context.JSInterop.SetupVoid("cursorTo", _ => true);
        var (sure, cancelled) = (0, 0);
        var question = context.Render<Question>(p => p.Add(q => q.Yes, "确认").Add(q => q.Sure, () => sure++).Add(q => q.Cancelled, () => cancelled++));

        await question.Find("[data-test=sure]").ClickAsync();
        Assert.Equal(0, sure);

        cursor.SetVoidResult();
        await question.Find("[data-test=sure]").ClickAsync();
        await question.Find("[data-test=keep]").ClickAsync();

        Assert.Equal((1, 1), (sure, cancelled));
        var no = question.Find("[data-test=keep]").GetAttribute("blazor:elementReference");
        Assert.Equal(no, Assert.IsType<Microsoft.AspNetCore.Components.ElementReference>(context.JSInterop.Invocations["cursorTo"][0].Arguments[0]).Id);
    }
}
