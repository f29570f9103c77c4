using AfterSales.Core.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace AfterSales.Web.Layout;

/// <summary>
/// The one error boundary: a bug is logged with a reference number, which alone the page shows; what is missing or
/// forbidden has a page of its own. The next address starts afresh.
/// </summary>
public sealed class PageErrors : ErrorBoundary, IDisposable
{
    private string reference = "";

    [Inject] private ILogger<PageErrors> Log { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose() => Navigation.LocationChanged -= Moved;

    /// <summary>A number to tell the administrator, found in the log.</summary>
    internal static string NewReference() => Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();

    /// <inheritdoc/>
    protected override void OnInitialized() => Navigation.LocationChanged += Moved;

    /// <inheritdoc/>
    protected override Task OnErrorAsync(Exception exception)
    {
        reference = NewReference();
        if (exception is not (MissingException or ForbiddenException))
        {
            Log.LogError(exception, "Reference {Reference} at {Address}", reference, Navigation.Uri);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        switch (CurrentException)
        {
            case null:
                builder.AddContent(0, ChildContent);
                break;
            case MissingException:
                builder.OpenComponent<Missing>(1);
                builder.CloseComponent();
                break;
            case ForbiddenException:
                builder.OpenComponent<Forbidden>(2);
                builder.CloseComponent();
                break;
            default:
                builder.OpenComponent<Broken>(3);
                builder.AddAttribute(4, nameof(Broken.Reference), reference);
                builder.CloseComponent();
                break;
        }
    }

    private void Moved(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(Recover);
}
