using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AfterSales.Web.Settings;

/// <summary>A form under the user's hands and what is wrong with it.</summary>
public sealed record Editing<TForm>(TForm Form, ProblemSet Problems);

/// <summary>
/// The rows of one kind of policy data with their history; a save makes the next version. What differs from kind to kind
/// is given as fragments.
/// </summary>
public partial class DatedList<TRow, TForm>
{
    private readonly RowEditor<TForm> editor = new();
    private IReadOnlyList<TRow>? rows;
    private bool history;

    /// <summary>Stands above the table (a choice of list, say).</summary>
    [Parameter]
    public RenderFragment? Above { get; set; }

    /// <summary>Heads of the kind's own columns.</summary>
    [Parameter, EditorRequired]
    public RenderFragment Head { get; set; } = default!;

    /// <summary>Cells of the kind's own columns.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<TRow> Cells { get; set; } = default!;

    /// <summary>The kind's own fields.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<Editing<TForm>> Fields { get; set; } = default!;

    /// <summary>Which rows are shown; all without it.</summary>
    [Parameter]
    public Func<TRow, bool>? Where { get; set; }

    /// <summary>What stands together in the table.</summary>
    [Parameter]
    public Func<TRow, string?>? GroupBy { get; set; }

    /// <summary>An empty form; null where nothing can be added.</summary>
    [Parameter]
    public Func<TForm>? New { get; set; }

    /// <summary>The name in the question before a row is retired; null where none may be.</summary>
    [Parameter]
    public Func<TRow, string>? NameOf { get; set; }

    /// <summary>True where the form chooses the code itself.</summary>
    [Parameter]
    public bool CodeIsFixed { get; set; }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => Load();

    private async Task Load() => rows = await Desk.Ask((SettingsService s) => s.All<TRow>());

    private List<TRow> Shows(IReadOnlyList<TRow> all) =>
    [
        .. all.Where(r => (history || r.ValidTo is null) && (Where is null || Where(r)))
            .OrderBy(r => GroupBy?.Invoke(r), StringComparer.Ordinal).ThenBy(r => r is Named named ? named.Sort : 0).ThenBy(r => r.Code, StringComparer.Ordinal).ThenByDescending(r => r.ValidFrom),
    ];

    private string Since(TRow row) => row.ValidFrom <= DateTimeOffset.UnixEpoch ? T["Settings.Always"] : Shown.TableAt(row.ValidFrom);

    private async Task Save()
    {
        if (await editor.Save((form, id) => Desk.Ask((SettingsService s) => s.Save(form, id)), Stored))
        {
            await Load();
            Snackbar.Add(T["Settings.Saved"], Severity.Success);
        }
    }

    /// <summary>What is in force by now; retired since the refusal, the form stays as it is and says so.</summary>
    private async Task<TForm> Stored()
    {
        await Load();
        var same = editor.Form!.Same.Compile();
        if (rows!.SingleOrDefault(r => same(r) && r.ValidTo is null) is { } row)
        {
            return DatedForm<TRow, TForm>.Of(row);
        }

        editor.Sending.Problems.Take(new Problem("Settings.Gone"));
        return editor.Form.Loaded!;
    }

    private async Task Retire(TRow row)
    {
        var name = NameOf!(row);
        if (await Dialogs.ShowMessageBoxAsync(T["Settings.Retire"], T["Settings.RetireAsk", name], T["Settings.Retire"], cancelText: T["Shared.Cancel"]) != true)
        {
            return;
        }

        var result = await Desk.Ask((SettingsService s) => s.Retire<TRow>(row.Id, Guid.NewGuid()));
        await Load();
        Snackbar.Add(result.Ok ? T["Settings.Retired", name] : T[result.Problems[0].Code], result.Ok ? Severity.Success : Severity.Warning);
    }
}
