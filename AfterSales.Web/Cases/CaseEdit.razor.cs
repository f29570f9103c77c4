using System.Globalization;
using AfterSales.Core.Cases;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace AfterSales.Web.Cases;

/// <summary>
/// Changes a case's fields. When somebody else changed them meanwhile, their values stand under the fields with their name;
/// what was typed here stays, and a second save means it.
/// </summary>
public sealed partial class CaseEdit
{
    private const string ByOther = "Shared.ChangedByOther";
    private readonly RowEditor<CaseEditForm> editor = new();
    private CaseEditForm? stored;
    private CaseEditChoices? choices;
    private IReadOnlyDictionary<string, CaseConflict>? theirs;

    /// <summary>The case.</summary>
    [Parameter, EditorRequired] public CaseView View { get; set; } = null!;

    /// <summary>The names of codes.</summary>
    [Parameter, EditorRequired] public ListBook Book { get; set; } = null!;

    /// <summary>Saved.</summary>
    [Parameter] public EventCallback Done { get; set; }

    /// <summary>Not now.</summary>
    [Parameter] public EventCallback Cancelled { get; set; }

    [Inject] private Desk Desk { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        choices = await Desk.Ask((CaseEditing editing) => editing.Choices(View.Head.Number));
        editor.Open(await Stored());
    }

    private async Task<CaseEditForm> Stored() => stored = await Desk.Ask((CaseEditing editing) => editing.FormOf(View.Head.Number));

    private async Task Save()
    {
        if (await editor.Save((form, request) => Desk.Ask((CaseEditing editing) => editing.Edit(View.Head.Number, form, request)), Stored))
        {
            await Done.InvokeAsync();
            return;
        }

        var conflicts = editor.Sending.Problems.Take(p => p.Code == ByOther);
        if (conflicts.Count > 0)
        {
            var apart = editor.Form!.Differences(stored!).ToHashSet();
            theirs = conflicts.ToDictionary(p => p.Field!, p => new CaseConflict(Worded(p), apart.Contains(p.Field!)));
        }
    }

    private IEnumerable<(string, string)> Members<T1>() where T1 : struct, Enum => Enum.GetValues<T1>().Select(m => (m.ToString(), T.Of(m)));

    private static IEnumerable<(string, string)> Of(IReadOnlyList<CaseChoice> offered) => offered.Select(c => (TextRule.Invariant(c.Id), c.Name));

    /// <summary>Those of the machine's line; a code that is offered no more stays visible.</summary>
    private IEnumerable<(string, string)> Symptoms()
    {
        var offered = Book.Terms(TermKind.Symptom, View.Head.ProductLine).Select(t => (t.Code, t.Name(T.Culture.Name))).ToList();
        return editor.Form!.Symptom is { Length: > 0 } code && offered.TrueForAll(o => o.Code != code) ? [.. offered, (code, Book.Name(TermKind.Symptom, code, T.Culture.Name))] : offered;
    }

    private static string? Key(long? id) => id is { } key ? TextRule.Invariant(key) : null;

    private static long? Key(string? text) => long.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : null;

    private void Take(string field)
    {
        var property = typeof(CaseEditForm).GetProperty(field)!;
        property.SetValue(editor.Form, property.GetValue(stored));
        theirs = theirs!.Where(t => t.Key != field).ToDictionary();
    }

    /// <summary>Keys and codes under their names.</summary>
    private Problem Worded(Problem conflict) =>
        new(conflict.Code, conflict.Field, Name(conflict.Field!, conflict.Args[0]), conflict.Args[1] is "" ? T["Cases.System"] : conflict.Args[1]);

    private object Name(string field, object? value) => (field, value) switch
    {
        (_, null or "") => T["Cases.Edit.None"],
        (nameof(CaseEditForm.ContactId), long id) => Name(choices!.Contacts, id),
        (nameof(CaseEditForm.SiteId), long id) => Name(choices!.Sites, id),
        (nameof(CaseEditForm.AssetId), long id) => Name(choices!.Machines, id),
        (nameof(CaseEditForm.OwnerId), long id) => Name(choices!.Owners, id),
        (nameof(CaseEditForm.Symptom), string code) => Book.Name(TermKind.Symptom, code, T.Culture.Name),
        (_, DateOnly day) => Shown.ShortDayIn(T.Culture, day),
        (_, DateTime at) => $"{Shown.ShortDayIn(T.Culture, DateOnly.FromDateTime(at))} {at:HH:mm}",
        _ => value,
    };

    private static string Name(IReadOnlyList<CaseChoice> offered, long id) => offered.FirstOrDefault(c => c.Id == id)?.Name ?? TextRule.Invariant(id);
}

/// <summary>What somebody else has made of a field meanwhile.</summary>
/// <param name="Said">Who made what of it.</param>
/// <param name="Apart">True when something else stands in the field.</param>
public sealed record CaseConflict(Problem Said, bool Apart);
