using AfterSales.Core.Identity;
using AfterSales.Core.Listings;
using AfterSales.Core.Shared;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace AfterSales.Web.Listings;

/// <summary>
/// A list's page but for what is its own: head, filters, waiting, empty, rows, pages, all of it in the address.
/// <code>&lt;ListFrame TList="AssetList" TFilter="AssetFilter" TRow="AssetRow" Title="Assets.Title" Empty="@(_ => "Assets.Empty")" NoneFound="Assets.NoneFound">…</code>
/// </summary>
public sealed partial class ListFrame<TList, TFilter, TRow> : IDisposable
{
    private readonly Latest reading = new();
    private Actor? me;
    private TFilter filter = new(), shown = new(), asked = new();
    private IReadOnlyDictionary<string, string?> words = new Dictionary<string, string?>();
    private IReadOnlyList<Column<TRow>> columns = [];
    private Page<TRow>? page, news;
    private IReadOnlyList<string> unknown = [];

    [Inject] private Desk Desk { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <summary>The page's address.</summary>
    [Parameter, EditorRequired] public string Page { get; set; } = "";

    /// <summary>The key of its name.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>The key of what is said where there is nothing at all.</summary>
    [Parameter, EditorRequired] public Func<TFilter, string> Empty { get; set; } = null!;

    /// <summary>The key of what is said where nothing fits, with the way back to everything; null says the same as where there is nothing.</summary>
    [Parameter] public string? NoneFound { get; set; }

    /// <summary>The topics whose news change the rows.</summary>
    [Parameter] public string? Topic { get; set; }

    /// <summary>Rows that come, go or change places wait until they are asked for, so that nobody clicks beside the mark.</summary>
    [Parameter] public bool Still { get; set; }

    /// <summary>Classes of the table.</summary>
    [Parameter] public string? Class { get; set; } = "fold";

    /// <summary>The page's actions, at the right of its head.</summary>
    [Parameter] public RenderFragment? Actions { get; set; }

    /// <summary>Between head and filters.</summary>
    [Parameter] public RenderFragment? Above { get; set; }

    /// <summary>The fields that narrow it.</summary>
    [Parameter] public RenderFragment? Filters { get; set; }

    /// <summary>The cells of a row, one a head.</summary>
    [Parameter, EditorRequired] public RenderFragment<TRow> Row { get; set; } = null!;

    /// <summary>Classes of a row.</summary>
    [Parameter] public Func<TRow, string?>? RowClass { get; set; }

    /// <summary>What stands open beside the rows.</summary>
    [Parameter] public RenderFragment? Beside { get; set; }

    /// <summary>The days asked for, where the first lies behind the last: nothing can be of them.</summary>
    private (DateOnly From, DateOnly To)? Reversed => Address.Day(Word("from")) is { } from && Address.Day(Word("to")) is { } to && from > to ? (from, to) : null;

    /// <summary>The words of the address that narrow nothing: what they say nobody knows, or nobody can read.</summary>
    private IReadOnlyCollection<string> LeftOut => [.. unknown.Union(FilterWords.Unread<TFilter>(Address.Query(Navigation.Uri).GetValueOrDefault, me?.Id))];

    /// <summary>Something is asked for within the shelf.</summary>
    private bool Narrowed => FilterWords.Narrowing(filter).Any();

    private string Count => page!.Count > page.Most ? Shown.Count(page.Most) + "+" : Shown.Count(page.Count);

    /// <inheritdoc/>
    public override string? Word(string name) => words.GetValueOrDefault(name);

    /// <inheritdoc/>
    public override int Narrowing => FilterWords.Narrowing(filter).Except(["q"]).Count();

    /// <inheritdoc/>
    public override string First => Href(filter with { After = null });

    /// <inheritdoc/>
    public override string With(string name, string? value) => Href(FilterWords.Read<TFilter>(n => n == name ? value : n == "after" ? null : Word(n), me?.Id));

    /// <inheritdoc/>
    public override void Set(string name, string? value)
    {
        var to = With(name, value);
        if (to != Navigation.ToBaseRelativePath(Navigation.Uri))
        {
            Navigation.NavigateTo(to);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Navigation.LocationChanged -= Moved;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += Moved;
        me = await Desk.Actor();
        Take();
        await Load();
    }

    private void Moved(object? sender, LocationChangedEventArgs to)
    {
        if (Navigation.ToBaseRelativePath(to.Location).Split('?', '#')[0] == Page)
        {
            _ = InvokeAsync(Show);
        }
    }

    private async Task Show()
    {
        try
        {
            Take();
            StateHasChanged();
            if (page is null || filter != shown)
            {
                await Load();
            }
            else
            {
                Stay();
            }

            StateHasChanged();
        }
        catch (Exception fault)
        {
            await DispatchExceptionAsync(fault);
        }
    }

    /// <summary>The address says what is shown: what another asked for on the way here is nobody's any more.</summary>
    private void Stay()
    {
        unknown = [];
        if (asked != shown)
        {
            reading.Forget();
            asked = shown;
        }
    }

    /// <summary>What the address says, and the words that say it.</summary>
    private void Take()
    {
        var query = Address.Query(Navigation.Uri);
        Take(FilterWords.Read<TFilter>(query.GetValueOrDefault, me?.Id));
    }

    private void Take(TFilter asked) => (filter, words) = (asked, FilterWords.Of(asked, me?.Id).ToDictionary(w => w.Name, w => w.Value));

    private Task<bool> Load() => Read(read => (page, news) = (read, null));

    private Task<bool> Read(Action<Page<TRow>> take)
    {
        var mine = asked = filter;
        return reading.Ask(() => Desk.Ask(async (TList list) => (await list.Find(mine), list.Columns)), read =>
        {
            columns = read.Columns;
            take(read.Item1);

            // News of what is shown already are asked for without the words that nobody knows, and take no word of them back.
            unknown = mine == shown ? unknown : read.Item1.Unknown;
            Take(FilterWords.Without(mine, read.Item1.Unknown));
            shown = asked = filter;
        });
    }

    private async Task Hear()
    {
        if (page is null)
        {
            return;
        }

        await Read(read => (page, news) = Still && shown == filter && Rearranges(page, read) ? (page with { Rows = Kept(page, read) }, read) : (read, null));
        StateHasChanged();
    }

    private void TakeNews() => (page, news) = (news, null);

    private static bool Rearranges(Page<TRow> shown, Page<TRow> read) =>
        shown.Rows.Count > 0 && !shown.Rows.Select(r => r.Id).SequenceEqual(read.Rows.Select(r => r.Id));

    /// <summary>The rows shown, in their places, as they are now.</summary>
    private static IReadOnlyList<TRow> Kept(Page<TRow> shown, Page<TRow> read)
    {
        var now = read.Rows.ToDictionary(r => r.Id);
        return [.. shown.Rows.Select(r => now.GetValueOrDefault(r.Id, r))];
    }

    /// <summary>All that is shown, on paper or as a workbook.</summary>
    private string Out(string how) => FilterWords.Href($"lists/{Page}{how}", filter with { After = null }, me?.Id);

    /// <summary>All of the shelf.</summary>
    private string All => Href(FilterWords.Whole(filter));

    /// <summary>The same days the right way round.</summary>
    private string Turned(DateOnly from, DateOnly to) => Href(FilterWords.Read<TFilter>(n => n == "from" ? Address.Word((DateOnly?)to) : n == "to" ? Address.Word((DateOnly?)from) : n == "after" ? null : Word(n), me?.Id));

    private string Href(TFilter to) => FilterWords.Href(Page, to, me?.Id);
}
