using System.Globalization;
using System.Security.Claims;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Web.Drafts;
using AfterSales.Web.Shared;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using MudBlazor.Services;

namespace AfterSales.Tests.Support;

/// <summary>
/// Pages on the house's own services, as a person sees them, in Chinese unless said otherwise.
/// <code>
/// await using var pages = new PageHouse(house, Role.Agent);
/// var page = pages.Open&lt;CasesPage&gt;("cases?risk=overdue");
/// </code>
/// </summary>
public sealed class PageHouse : IAsyncDisposable
{
    private readonly BunitContext context = new();
    private readonly LateAnswers answers;

    /// <summary>The pages of a house for its first person of a role.</summary>
    public PageHouse(TestHouse house, Role role, string culture = "zh-CN") : this(house, People.Actor(role), culture)
    {
    }

    /// <summary>The pages of a house for a person.</summary>
    public PageHouse(TestHouse house, Actor actor, string culture = "zh-CN")
    {
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.JSInterop.SetupModule("./js/drafts.js").Setup<BrowserDrafts>("begin", _ => true).SetResult(new([], []));
        Texts = new ResourceTexts(CultureInfo.GetCultureInfo(culture));
        answers = new(house.Get<IServiceScopeFactory>());
        var services = context.Services;
        services.AddMudServices(o => o.PopoverOptions.CheckForPopoverProvider = false);
        services.AddSingleton<MudBlazor.MudLocalizer>(new AfterSales.Web.Layout.MudTexts(Texts));
        services.AddSingleton<TimeProvider>(house.Time);
        services.AddSingleton(house.Clock);
        services.AddSingleton(house.Get<ChangeFeed>());
        services.AddSingleton(house.Get<Lists>());
        services.AddSingleton(Texts);
        services.AddSingleton(new Shown(Texts, TestHouse.Zone));
        services.AddSingleton<AuthenticationStateProvider>(new SignedIn(actor));
        services.AddSingleton<Cursor>();
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = "Development" });
        services.AddSingleton<AfterSales.Web.Jobs.SystemScope>();
        services.AddScoped<AfterSales.Web.Hosting.ClockControl>();
        services.AddSingleton(p => new Desk(answers, p.GetRequiredService<AuthenticationStateProvider>()));
    }

    /// <summary>The words that the pages use.</summary>
    public Texts Texts { get; }

    /// <summary>Where the browser stands, without the site's own part.</summary>
    public string Address => Navigation.ToBaseRelativePath(Navigation.Uri);

    private NavigationManager Navigation => context.Services.GetRequiredService<NavigationManager>();

    /// <summary>Opens a page at its address; <paramref name="set"/> gives the parts of the route.</summary>
    public IRenderedComponent<T> Open<T>(string address, Action<ComponentParameterCollectionBuilder<T>>? set = null) where T : IComponent
    {
        Navigation.NavigateTo(address);
        return context.Render(set ?? (_ => { }));
    }

    /// <summary>Follows a link.</summary>
    public void Go(string address) => Navigation.NavigateTo(address);

    /// <summary>What stands in the corner for some seconds.</summary>
    public IReadOnlyList<string?> Said() => [.. context.Services.GetRequiredService<MudBlazor.ISnackbar>().ShownSnackbars.Select(s => s.Message)];

    /// <summary>The element that the cursor was put on last, by its "blazor:elementReference".</summary>
    public string? CursorAt => context.JSInterop.Invocations["cursorTo"] is [.., { Arguments: [ElementReference { Id: var id }, ..] }] ? id : null;

    /// <summary>What is asked meanwhile is answered when the returned one is called; what is asked after it at once.</summary>
    public Func<Task> Late(Action meanwhile)
    {
        var wait = new TaskCompletionSource();
        answers.Until = wait.Task;
        meanwhile();
        answers.Until = Task.CompletedTask;
        return () => context.Renderer.Dispatcher.InvokeAsync(wait.SetResult);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => context.DisposeAsync();

    private sealed class SignedIn(Actor actor) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, TextRule.Invariant(actor.Id)), new(ClaimTypes.Role, actor.Role.ToString()!), new("name", actor.Name),
        ], "test"))));
    }
}
