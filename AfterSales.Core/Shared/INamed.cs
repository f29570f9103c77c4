namespace AfterSales.Core.Shared;

/// <summary>A thing with a name in each language, as data has it.</summary>
public interface INamed
{
    /// <summary>The name in a language ("zh-CN", "en").</summary>
    string Name(string culture);
}
