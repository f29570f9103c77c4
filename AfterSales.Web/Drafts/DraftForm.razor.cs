using System.Globalization;
using AfterSales.Core.Drafts;
using AfterSales.Core.Shared;
using AfterSales.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AfterSales.Web.Drafts;

/// <summary>
/// A long form whose typing is never lost (DESIGN, Pages). Every input that is to be kept has the name of its property
/// (<c>name="Customer.Name"</c>); a choice made by buttons has a hidden input of that name beside it. What was not saved
/// is offered again on any device.
/// <code>&lt;DraftForm Name="intake" Model="form" Sending="sending" OnSubmit="Save"&gt;…&lt;/DraftForm&gt;</code>
/// </summary>
public sealed partial class DraftForm<TModel>
{
    private const int GistLength = 60, Few = 2;
    private ElementReference element;
    private IJSObjectReference? script;
    private List<DraftView> offers = [];
    private IReadOnlyDictionary<string, string>? takenUp;
    private bool refused, gone, all;
    private Guid known;
    private Dictionary<string, string> empty = [];
    private string owner = "";

    /// <summary>Which form: "intake", "report/WO-20261124-0002".</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>What the inputs are bound to.</summary>
    [Parameter, EditorRequired] public TModel Model { get; set; } = null!;

    /// <summary>How it is sent; its request id is the draft's.</summary>
    [Parameter, EditorRequired] public Sending Sending { get; set; } = null!;

    /// <summary>Saves.</summary>
    [Parameter] public EventCallback OnSubmit { get; set; }

    /// <summary>A draft was put back into the model.</summary>
    [Parameter] public EventCallback Restored { get; set; }

    /// <summary>Classes of the form.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>Fields that the page fills in by itself: nobody needs them again if nothing else was typed.</summary>
    [Parameter] public IReadOnlyCollection<string> Given { get; set; } = [];

    /// <summary>Fields that say whose draft it is, as far as they were filled in.</summary>
    [Parameter] public IReadOnlyCollection<string> Who { get; set; } = [];

    /// <summary>Name for tests.</summary>
    [Parameter] public string? Test { get; set; }

    /// <summary>The fields.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <inheritdoc/>
    protected override Task OnAfterRenderAsync(bool firstRender) => WhileOpen(firstRender ? Begin : Follow);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        gone = true;
        await WhileOpen(async () =>
        {
            if (script is not null)
            {
                await script.InvokeVoidAsync("end", known, known != Sending.Request);
                await script.DisposeAsync();
            }
        });
    }

    private static async Task WhileOpen(Func<Task> talk)
    {
        try
        {
            await talk();
        }
        catch (JSDisconnectedException)
        {
            // The window is gone; its storage and the server keep the draft.
        }
    }

    private async Task Begin()
    {
        known = Sending.Request;
        owner = TextRule.Invariant((await Desk.Actor()).Id);
        var module = await Js.InvokeAsync<IJSObjectReference>("import", "./" + Assets["js/drafts.js"]);
        if (gone)
        {
            await module.DisposeAsync();
            return;
        }

        script = module;
        await Offer(await script.InvokeAsync<BrowserDrafts>("begin", element, owner, Name, known, Given));
    }

    /// <summary>The script hears what became of the form: refused, saved, or another draft of it taken up.</summary>
    private async Task Follow()
    {
        if (script is null || gone)
        {
            return;
        }

        if (refused)
        {
            refused = false;
            await script.InvokeVoidAsync("fault", element);
        }

        if (known != Sending.Request && !gone)
        {
            var (before, restored) = (known, takenUp);
            (known, takenUp) = (Sending.Request, null);
            await script.InvokeVoidAsync("renew", before, known, restored is null, restored);
        }
    }

    private async Task Offer(BrowserDrafts begun)
    {
        empty = begun.Fields;
        var ids = begun.Others.Select(l => l.Id).ToList();
        var saved = ids.Count == 0 ? [] : await Desk.Ask((DraftDesk desk) => desk.Saved(ids));
        foreach (var done in saved)
        {
            if (gone)
            {
                return;
            }

            await script!.InvokeVoidAsync("drop", owner, Name, done);
        }

        // What the browser still has never reached the server, so it is the later one.
        var stored = await Desk.Ask((DraftDesk desk) => desk.Of(Name));
        offers =
        [
            .. begun.Others.Where(l => !saved.Contains(l.Id)).Select(l => new DraftView(l.Id, DateTimeOffset.FromUnixTimeMilliseconds(l.At), l.Fields))
                .Concat(stored).Where(d => d.Id != known && Typed(d).Any(f => !Given.Contains(f.Key))).DistinctBy(d => d.Id).OrderByDescending(d => d.SavedAt),
        ];
        if (offers.Count > 0)
        {
            StateHasChanged();
        }
    }

    /// <summary>
    /// What stands in a draft beyond what the empty form has; a field that it shows later, beyond what a new model has, and one
    /// of a row that was added, beyond what a new row has.
    /// </summary>
    private IEnumerable<KeyValuePair<string, string>> Typed(DraftView draft) =>
        draft.Fields.Where(f => f.Value.Length > 0 && f.Value != (empty.GetValueOrDefault(f.Key) ?? NewRow.Value(Model.GetType(), f.Key) ?? "false"));

    private async Task TakeUp(DraftView offer)
    {
        offers.Remove(offer);
        takenUp = offer.Fields;
        FormFields.Apply(Model, offer.Fields);
        Sending.TakeUp(offer.Id);
        await Restored.InvokeAsync();
    }

    private async Task Drop(DraftView offer)
    {
        offers.Remove(offer);
        await WhileOpen(() => script!.InvokeVoidAsync("drop", owner, Name, offer.Id).AsTask());
        await Desk.Ask(async (DraftDesk desk) =>
        {
            await desk.Drop(offer.Id);
            return true;
        });
    }

    /// <summary>After a refusal the cursor goes to the first field that is wrong.</summary>
    private async Task Submit()
    {
        await OnSubmit.InvokeAsync();
        refused = Sending.Problems.Any;
    }

    private string Of(DraftView offer) => string.Join(" · ", Who.Select(name => TextRule.Kept(offer.Fields.GetValueOrDefault(name))).Where(value => value is not null).Distinct());

    /// <summary>The longest words typed, to know it again by.</summary>
    private string Gist(DraftView offer)
    {
        var words = Typed(offer).Where(f => !Given.Contains(f.Key) && FormFields.AreWords(Model.GetType(), f.Key, f.Value)).Select(f => f.Value);
        var longest = (words.MaxBy(v => v.Length) ?? "").ReplaceLineEndings(" ");
        return longest.Length > GistLength ? string.Concat(longest.AsSpan(0, char.IsHighSurrogate(longest[GistLength - 1]) ? GistLength - 1 : GistLength), "…") : longest;
    }
}
