using AfterSales.Core.Shared;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AfterSales.Web.Layout;

/// <summary>MudBlazor's own texts from this folder's pair, as "Layout.Mud.{its key}".</summary>
public sealed class MudTexts(Texts texts) : MudLocalizer
{
    private const string Prefix = "Layout.Mud.";

    /// <inheritdoc/>
    public override LocalizedString this[string key] => Found(key, texts[Prefix + key]);

    /// <inheritdoc/>
    public override LocalizedString this[string key, params object[] arguments] => Found(key, texts[Prefix + key, arguments]);

    private static LocalizedString Found(string key, string text) =>
        new(key, text, resourceNotFound: text == Prefix + key);
}
