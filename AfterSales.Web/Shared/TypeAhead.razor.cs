using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace AfterSales.Web.Shared;

/// <summary>
/// A field that offers what fits while somebody types: arrows move, Enter picks, Escape closes.
/// <code>&lt;TypeAhead THit="SearchHit" Id="search" @bind-Text="text" Find="Find" Picked="Go" Row="…" /&gt;</code>
/// </summary>
public sealed partial class TypeAhead<THit> : IDisposable
{
    private readonly Latest looking = new();
    private IReadOnlyList<THit> hits = [];
    private CancellationTokenSource? waiting;
    private ElementReference input;
    private string? shown, given;
    private bool open, due, taking;
    private int active = -1;

    /// <summary>The input's id.</summary>
    [Parameter, EditorRequired] public string Id { get; set; } = "";

    /// <summary>Name in a draft, where the text itself is kept.</summary>
    [Parameter] public string? Name { get; set; }

    /// <summary>The field's name, where no label stands above it.</summary>
    [Parameter] public string? Label { get; set; }

    /// <summary>The field's name in the sheet of keys, where a label stands above it.</summary>
    [Parameter] public string? KeyLabel { get; set; }

    /// <summary>What may be typed.</summary>
    [Parameter] public string? Placeholder { get; set; }

    /// <summary>Keys that lead here, as "/ Ctrl+k".</summary>
    [Parameter] public string? Keys { get; set; }

    /// <summary>More classes.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>What may be saved, in characters; more is told below.</summary>
    [Parameter] public int Max { get; set; } = 100;

    [CascadingParameter] private Field? Field { get; set; }

    /// <summary>Its value was refused.</summary>
    [Parameter] public bool Wrong { get; set; }

    /// <summary>Id of what is said below.</summary>
    [Parameter] public string? DescribedBy { get; set; }

    /// <summary>Name for tests.</summary>
    [Parameter] public string? Test { get; set; }

    /// <summary>Rest between the last key and the look, in milliseconds.</summary>
    [Parameter] public int Rest { get; set; } = 150;

    /// <summary>Offers something before a letter is typed.</summary>
    [Parameter] public bool OfferAtOnce { get; set; }

    /// <summary>Tab takes the marked hit too: leaving the field is choosing.</summary>
    [Parameter] public bool TabPicks { get; set; }

    /// <summary>It holds one of what is offered, whose name is its text, and no words of its own: entering offers all, leaving drops what was not picked.</summary>
    [Parameter] public bool OneOf { get; set; }

    /// <summary>What stands in the field.</summary>
    [Parameter] public string? Text { get; set; }

    /// <summary>Typed; "" when it is to hold none.</summary>
    [Parameter] public EventCallback<string?> TextChanged { get; set; }

    /// <summary>What fits a text.</summary>
    [Parameter, EditorRequired] public Func<string, Task<IReadOnlyList<THit>>> Find { get; set; } = null!;

    /// <summary>Chosen.</summary>
    [Parameter] public EventCallback<THit> Picked { get; set; }

    /// <summary>The heading over neighbouring hits.</summary>
    [Parameter] public Func<THit, string>? Group { get; set; }

    /// <summary>How a hit looks.</summary>
    [Parameter, EditorRequired] public RenderFragment<THit> Row { get; set; } = null!;

    /// <summary>The first of its keys, as it stands on the cap.</summary>
    private string KeyCap => string.Join(' ', Keys!.Split(' ')[0].Split('+').Select(k => k.Length == 1 ? k.ToUpperInvariant() : k));

    /// <summary>What is looked for: of the one it holds nothing yet.</summary>
    private string? Sought => OneOf && shown == Text ? "" : shown;

    private string ListId => Id + "-hits";

    /// <summary>Puts the cursor into the field.</summary>
    public ValueTask Focus() => Cursor.To(input);

    /// <inheritdoc/>
    public void Dispose() => Close();

    /// <summary>What is typed stands at once; an echo of it that comes late must not take later letters away.</summary>
    protected override void OnParametersSet()
    {
        if (Text != given)
        {
            var typing = OneOf && (open || due) && shown != given;
            given = Text;
            if (!typing)
            {
                Show(Text);
            }
        }

        Field?.Measure(shown?.Length ?? 0, Max);
    }

    private string OptionId(int at) => FormattableString.Invariant($"{Id}-hit-{at}");

    private async Task Typed(string? text)
    {
        (shown, given, due) = (text, OneOf ? given : text, true);
        looking.Forget();
        await TextChanged.InvokeAsync(text);
        if (shown != text)
        {
            return;
        }

        Stop();
        waiting = new CancellationTokenSource();
        try
        {
            await Task.Delay(Rest, waiting.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await Look(text);
    }

    /// <summary>Offers what fits; true when it stands there. What comes after more was typed, or the field was left, is too late.</summary>
    private Task<bool> Look(string? text)
    {
        Stop();
        if (string.IsNullOrWhiteSpace(text) && !OfferAtOnce)
        {
            Close();
            return Task.FromResult(false);
        }

        due = true;
        return looking.Ask(() => Find(text ?? ""), found =>
            (hits, due, open, active) = (found, false, found.Count > 0 || !TabPicks || OneOf, found.Count > 0 && !string.IsNullOrWhiteSpace(text) ? 0 : -1));
    }

    private async Task Pressed(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when !open:
                await Look(Sought);
                break;
            case "ArrowDown" or "ArrowUp" when hits.Count > 0:
                active = (active + (key.Key == "ArrowDown" ? 1 : hits.Count - (active < 0 ? 0 : 1))) % hits.Count;
                break;
            case "Escape":
                Close();
                break;
            case "Enter" when key is { CtrlKey: false, ShiftKey: false }:
                await Take();
                break;
            case "Tab" when key is { CtrlKey: false, ShiftKey: false } && (TabPicks || OneOf):
                taking = true;
                await Take();
                taking = false;
                Leave();
                break;
        }
    }

    /// <summary>Who types fast and presses Enter gets the hit of the whole text.</summary>
    private async Task Take()
    {
        if (due && !await Look(shown))
        {
            return;
        }

        if (open && active >= 0 && active < hits.Count)
        {
            await Pick(hits[active]);
        }
    }

    private async Task Pick(THit hit)
    {
        Close();
        Field?.Typed();
        await Picked.InvokeAsync(hit);
        Leave();
    }

    private Task Clear()
    {
        Show("");
        return TextChanged.InvokeAsync("");
    }

    private Task Entered() => OfferAtOnce && string.IsNullOrEmpty(Sought) ? Look(Sought) : Task.CompletedTask;

    /// <summary>While the key that leaves it picks, what is looked up is waited for.</summary>
    private void Leave()
    {
        if (taking)
        {
            return;
        }

        Close();
        shown = OneOf ? Text : shown;
    }

    private void Show(string? text)
    {
        if ((shown ?? "") != (text ?? ""))
        {
            shown = text;
            Close();
        }
    }

    private void Close()
    {
        looking.Forget();
        Stop();
        (open, due, active) = (false, false, -1);
    }

    private void Stop()
    {
        waiting?.Cancel();
        waiting?.Dispose();
        waiting = null;
    }
}
