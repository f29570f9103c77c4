using System.Globalization;
using AfterSales.Core.Data;
using Microsoft.AspNetCore.Components;

namespace AfterSales.Web.Shared;

/// <summary>
/// Tells a page that something it shows has changed, in the page's own thread:
/// <code>&lt;Live Topic="callbacks" Changed="Load" /&gt;</code>
/// </summary>
public sealed class Live(ChangeFeed feed) : ComponentBase, IDisposable
{
    private readonly (CultureInfo Numbers, CultureInfo Words) own = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    private IDisposable? listening;

    /// <summary>The topic, as writes touch it.</summary>
    [Parameter, EditorRequired]
    public string Topic { get; set; } = "";

    /// <summary>What to do then.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => listening = feed.Listen(Heard);

    /// <inheritdoc/>
    public void Dispose() => listening?.Dispose();

    private void Heard(string topic)
    {
        if (topic == Topic)
        {
            _ = InvokeAsync(Tell);
        }
    }

    /// <summary>What goes wrong there reaches the page's error boundary: what is shown may be gone, or another's by now.</summary>
    private async Task Tell()
    {
        // The news comes on the thread of whoever wrote, in that person's language.
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = own;
        try
        {
            await Changed.InvokeAsync();
        }
        catch (Exception fault)
        {
            await DispatchExceptionAsync(fault);
        }
    }
}
