using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AfterSales.Web.Shared;

/// <summary>Moves the cursor on after a choice; where the person went on to another field meanwhile, it stays there.</summary>
public sealed class Cursor(IJSRuntime js)
{
    /// <summary>Puts the cursor on an element.</summary>
    public async ValueTask To(ElementReference element)
    {
        try
        {
            await js.InvokeVoidAsync("cursorTo", element);
        }
        catch (JSDisconnectedException)
        {
            // The window is gone, and its cursor with it.
        }
    }
}
