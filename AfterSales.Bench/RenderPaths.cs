using System.Globalization;
using System.Linq.Expressions;
using System.Security.Claims;
using AfterSales.Core.Cases;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Web.Cases;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using MudBlazor;
using MudBlazor.Services;

namespace AfterSales.Bench;

/// <summary>
/// The first render of the open-case list, its reading included, beside a bare MudDataGrid of the same 50 rows, which are
/// given to it: what one costs of the processor, and what a circuit retains of it. Each circuit is a scope of services of its
/// own and a renderer that keeps its components as Blazor Server's does; what would go to the browser is thrown away, so
/// neither side pays for the wire.
/// </summary>
internal static class RenderPaths
{
    private const int Circuits = 40, Rounds = 5;

    public static async Task Measure(BenchHouse house)
    {
        var rows = (await house.Ask(Role.Supervisor, (CaseList list) => list.Find(new()))).Rows;
        await using var services = Services(house, await house.Actor(Role.Supervisor));
        var given = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(BareGrid.Rows)] = rows });
        (string Name, Func<Circuit, Task> Show)[] both = [("the list of open cases", c => c.Show<CasesPage>(ParameterView.Empty)), ("a bare MudDataGrid", c => c.Show<BareGrid>(given)), ("the list's reading alone", Reading)];
        var costs = both.Select(_ => new List<Cost>()).ToArray();
        for (var round = 0; round <= Rounds; round++)
        {
            for (var i = 0; i < both.Length; i++)
            {
                var cost = await Open(services, both[i].Show);
                if (round > 0)
                {
                    costs[i].Add(cost);
                }
            }
        }

        Print(rows.Count, both.Select((b, i) => (b.Name, Median(costs[i]))).ToList());
    }

    /// <summary>What the page asks before it shows its rows.</summary>
    private static async Task Reading(Circuit circuit)
    {
        var desk = circuit.Get<Desk>();
        await desk.Ask((Core.Settings.Lists lists) => lists.Book());
        await desk.Ask((CaseList list) => list.Find(new()));
    }

    /// <summary>So many circuits one after the other, all kept until they are weighed.</summary>
    private static async Task<Cost> Open(ServiceProvider services, Func<Circuit, Task> show)
    {
        var circuits = new List<Circuit>();
        var (before, allocated, processor) = (GC.GetTotalMemory(forceFullCollection: true), GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
        for (var i = 0; i < Circuits; i++)
        {
            circuits.Add(new Circuit(services));
            await show(circuits[^1]);
        }

        var (ms, made) = ((Environment.CpuUsage.TotalTime - processor).TotalMilliseconds, GC.GetTotalAllocatedBytes(precise: true) - allocated);
        var retained = GC.GetTotalMemory(forceFullCollection: true) - before;
        var frames = circuits[^1].Frames;
        foreach (var circuit in circuits)
        {
            await circuit.DisposeAsync();
        }

        return new(ms / Circuits, retained / 1024.0 / Circuits, made / 1024.0 / Circuits, frames);
    }

    private static Cost Median(List<Cost> costs)
    {
        double Of(Func<Cost, double> part) => costs.Select(part).Order().ElementAt(costs.Count / 2);
        return new(Of(c => c.Processor), Of(c => c.Retained), Of(c => c.Allocated), costs[0].Frames);
    }

    private static void Print(int rows, List<(string Name, Cost Cost)> both)
    {
        string Shown(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);
        Console.WriteLine();
        Console.WriteLine($"| first render, {rows} rows, a circuit | of the processor ms | retained KB | allocated KB | frames |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        foreach (var (name, cost) in both)
        {
            Console.WriteLine($"| {name} | {Shown(cost.Processor)} | {Shown(cost.Retained)} | {Shown(cost.Allocated)} | {cost.Frames} |");
        }

        var (ours, bare) = (both[0].Cost, both[1].Cost);
        Console.WriteLine($"| list ÷ grid | {Shown(ours.Processor / bare.Processor)} | {Shown(ours.Retained / bare.Retained)} | {Shown(ours.Allocated / bare.Allocated)} | |");
    }

    /// <summary>What the site registers for its pages, with a browser that answers nothing.</summary>
    private static ServiceProvider Services(BenchHouse house, Actor actor)
    {
        var texts = new ResourceTexts(CultureInfo.CurrentUICulture);
        return new ServiceCollection().AddLogging().AddMudServices().AddSingleton(TimeProvider.System).AddSingleton(house.Clock)
            .AddSingleton(house.Get<ChangeFeed>()).AddSingleton<Texts>(texts).AddSingleton(new Shown(texts, house.Clock.Zone))
            .AddScoped<NavigationManager, AtCases>().AddScoped<IJSRuntime, SilentBrowser>()
            .AddScoped<Cursor>().AddScoped<AuthenticationStateProvider>(_ => new SignedIn(actor))
            .AddScoped(p => new Desk(house.Get<IServiceScopeFactory>(), p.GetRequiredService<AuthenticationStateProvider>()))
            .BuildServiceProvider();
    }

    private sealed record Cost(double Processor, double Retained, double Allocated, int Frames);

    /// <summary>The rows in a MudDataGrid with eight columns and nothing else.</summary>
    private sealed class BareGrid : ComponentBase
    {
        [Parameter]
        public IReadOnlyList<CaseRow> Rows { get; set; } = [];

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<MudPopoverProvider>(0);
            builder.CloseComponent();
            builder.OpenComponent<MudDataGrid<CaseRow>>(1);
            builder.AddComponentParameter(2, nameof(MudDataGrid<CaseRow>.Items), Rows);
            builder.AddComponentParameter(3, nameof(MudDataGrid<CaseRow>.Columns), (RenderFragment)Columns);
            builder.CloseComponent();
        }

        private static void Columns(RenderTreeBuilder builder)
        {
            Column(builder, r => r.Number);
            Column(builder, r => r.CustomerName);
            Column(builder, r => r.Symptom);
            Column(builder, r => r.Priority);
            Column(builder, r => r.Status);
            Column(builder, r => r.Type);
            Column(builder, r => r.Engineer);
            Column(builder, r => r.OpenedAt);
        }

        private static void Column<T>(RenderTreeBuilder builder, Expression<Func<CaseRow, T>> property)
        {
            builder.OpenComponent<PropertyColumn<CaseRow, T>>(0);
            builder.AddComponentParameter(1, nameof(PropertyColumn<CaseRow, T>.Property), property);
            builder.CloseComponent();
        }
    }

    private sealed class AtCases : NavigationManager
    {
        public AtCases() => Initialize("http://localhost/", "http://localhost/cases");

        protected override void NavigateToCore(string uri, NavigationOptions options)
        {
        }
    }

    private sealed class SilentBrowser : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => default;

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => default;
    }

    private sealed class SignedIn(Actor actor) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, TextRule.Invariant(actor.Id)), new(ClaimTypes.Role, actor.Role.ToString()!), new("name", actor.Name),
        ], "bench"))));
    }
}
