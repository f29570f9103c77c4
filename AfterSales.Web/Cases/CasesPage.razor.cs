using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Web.Promises;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace AfterSales.Web.Cases;

/// <summary>
/// The list of cases. Changes made elsewhere appear in the rows shown; when rows would come, go or change places, a button
/// offers it instead, so that nobody clicks beside the mark.
/// </summary>
public sealed partial class CasesPage : IDisposable
{
    private readonly Latest reading = new();
    private Actor? me;
    private ListBook? book;
    private CaseFilter? filter, shown;
    private CasePage? page, news;
    private PromiseWhy? why;

    [Inject] private Desk Desk { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <summary>What is shown, from its first page.</summary>
    private CaseFilter? FirstPage => filter is null ? null : filter with { After = null };

    private IEnumerable<(string Name, CaseFilter Filter)> Views =>
    [
        ("Open", new()),
        .. me?.Id is { } id && me.May(Permission.HandleCases) ? [("Mine", new CaseFilter { Owner = id })] : Array.Empty<(string, CaseFilter)>(),
        ("AtRisk", new() { Risk = CaseRisk.AtRisk }),
        ("Overdue", new() { Risk = CaseRisk.Overdue }),
        ("Undispatched", new() { Undispatched = true }),
        ("All", new() { Span = CaseSpan.All }),
    ];

    /// <inheritdoc/>
    public void Dispose() => Navigation.LocationChanged -= Moved;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += Moved;
        me = await Desk.Actor();
        filter = CaseAddress.Read(Navigation.Uri, me.Id);
        book = await Desk.Ask((Lists lists) => lists.Book());
        await Load();
    }

    private void Moved(object? sender, LocationChangedEventArgs to)
    {
        if (Navigation.ToBaseRelativePath(to.Location).Split('?', '#')[0] == "cases")
        {
            _ = InvokeAsync(() => DispatchExceptions(Show));
        }
    }

    private async Task DispatchExceptions(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault)
        {
            await DispatchExceptionAsync(fault);
        }
    }

    private async Task Show()
    {
        filter = CaseAddress.Read(Navigation.Uri, me?.Id);
        StateHasChanged();
        await Load();
        StateHasChanged();
    }

    private Task Load() => Read(read => (page, news) = (read, null));

    private Task<bool> Read(Action<CasePage> take)
    {
        var asked = filter!;
        return reading.Ask(() => Desk.Ask((CaseList list) => list.Find(asked)), read =>
        {
            take(read);
            shown = asked;
        });
    }

    private async Task Hear()
    {
        if (page is null)
        {
            return;
        }

        await Read(read => (page, news) = shown == filter && Rearranges(page, read) ? (page with { Rows = Kept(page, read) }, read) : (read, null));
        StateHasChanged();
    }

    private void TakeNews() => (page, news) = (news, null);

    private static bool Rearranges(CasePage shown, CasePage read) =>
        shown.Rows.Count > 0 && !shown.Rows.Select(r => r.Id).SequenceEqual(read.Rows.Select(r => r.Id));

    /// <summary>The rows shown, in their places, as they are now.</summary>
    private static IReadOnlyList<CaseRow> Kept(CasePage shown, CasePage read)
    {
        var now = read.Rows.ToDictionary(r => r.Id);
        return [.. shown.Rows.Select(r => now.GetValueOrDefault(r.Id, r))];
    }

    private string Href(CaseFilter to) => CaseAddress.Href(to, me?.Id);

    private string Count(int count) => count > Page<CaseRow>.CountCap ? Shown.Count(Page<CaseRow>.CountCap) + "+" : Shown.Count(count);

    private string Problem(CaseRow row) =>
        row.Symptom is not null ? book!.Name(TermKind.Symptom, row.Symptom, T.Culture.Name, row.OpenedAt) : row.SymptomText ?? T.Of(row.Type);

    private string Marks(CaseRow row) =>
        string.Join(" · ", new[] { row.Chases > 0 ? T["Cases.ChasedTimes", row.Chases] : "", row.Repeat ? T["Cases.RepeatMark"] : "" }.Where(m => m.Length > 0));

    private string Opened(DateTimeOffset at) => Clock.DayOf(at).Year == Clock.Today.Year ? Shown.ShortAt(at) : Shown.TableAt(at);
}
