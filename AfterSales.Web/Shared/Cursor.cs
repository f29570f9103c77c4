using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AfterSales.Web.Shared;

/// <summary>Moves the cursor on after a choice; where the person went on to another field meanwhile, it stays there.</summary>
public sealed class Cursor(IJSRuntime js)
{
    /// <summary>Puts the cursor on an element.</summary>
    public ValueTask To(ElementReference element) => Ask("cursorTo", element);

    /// <summary>Puts the cursor on the head of the pane that was opened beside a list; once it is closed, back on what was picked there.</summary>
    public ValueTask ToPane(ElementReference head) => Ask("cursorToPane", head);

    private async ValueTask Ask(string move, ElementReference element)
    {
        try
        {
            await js.InvokeVoidAsync(move, element);
        }
        catch (JSDisconnectedException)
        {
            // The window is gone, and its cursor with it.
        }
    }
}
