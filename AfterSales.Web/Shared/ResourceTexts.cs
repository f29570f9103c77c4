using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using AfterSales.Core.Shared;

namespace AfterSales.Web.Shared;

/// <summary>
/// Texts from the .resx pair of the feature folder that a key's first part names: "Cases.NotOpen" stands whole in
/// Cases/Cases.resx (zh-CN) and Cases/Cases.en.resx. A missing key shows itself, and a test finds it.
/// </summary>
public sealed class ResourceTexts(CultureInfo? culture = null) : Texts
{
    private static readonly ConcurrentDictionary<string, ResourceManager> Folders = new();

    /// <inheritdoc/>
    public override CultureInfo Culture => culture ?? CultureInfo.CurrentUICulture;

    /// <inheritdoc/>
    public override string this[string key, params object?[] args]
    {
        get
        {
            var text = Find(key) ?? key;
            return args.Length == 0 ? text : string.Format(new CountFormat(Culture), text, args);
        }
    }

    private string? Find(string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0)
        {
            return null;
        }

        var folder = Folders.GetOrAdd(key[..dot], f => new ResourceManager($"AfterSales.Web.{f}.{f}", typeof(ResourceTexts).Assembly));
        try
        {
            return folder.GetString(key, Culture);
        }
        catch (MissingManifestResourceException)
        {
            return null;
        }
    }
}
