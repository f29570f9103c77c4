using System.Globalization;
using AfterSales.Core.Data;
using Microsoft.AspNetCore.Components;

namespace AfterSales.Web.Shared;

/// <summary>
/// Tells a page that something it shows has changed, in the page's own thread: the first change at once, what follows at
/// most once a second and not before the page is done with the last, so that forty people's writes don't become forty reads.
/// <code>&lt;Live Topic="callbacks cases" Changed="Load" /&gt;</code>
/// </summary>
public sealed class Live(ChangeFeed feed, TimeProvider time) : ComponentBase, IDisposable
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);
    private readonly (CultureInfo Numbers, CultureInfo Words) own = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    private IDisposable? listening;
    private string[] topics = [];
    private bool telling, more, gone;

    /// <summary>The topic as writes touch it, or several with blanks between.</summary>
    [Parameter, EditorRequired]
    public string Topic { get; set; } = "";

    /// <summary>What to do then.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => listening = feed.Listen(Heard);

    /// <inheritdoc/>
    protected override void OnParametersSet() => topics = Topic.Split(' ');

    /// <inheritdoc/>
    public void Dispose()
    {
        gone = true;
        listening?.Dispose();
    }

    private void Heard(string topic)
    {
        if (topics.Contains(topic))
        {
            _ = InvokeAsync(Tell);
        }
    }

    /// <summary>What goes wrong there reaches the page's error boundary: what is shown may be gone, or another's by now.</summary>
    private async Task Tell()
    {
        more = true;
        if (telling)
        {
            return;
        }

        // The news comes on the thread of whoever wrote, in that person's language.
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = own;
        telling = true;
        try
        {
            while (more && !gone)
            {
                more = false;
                await Changed.InvokeAsync();
                await Task.Delay(Breath, time);
            }
        }
        catch (Exception fault)
        {
            await DispatchExceptionAsync(fault);
        }
        finally
        {
            telling = false;
        }
    }
}
