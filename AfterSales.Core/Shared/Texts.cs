using System.Globalization;

namespace AfterSales.Core.Shared;

/// <summary>
/// Display texts by key, given to reports by the web room: Core itself holds none. A key's first part is the feature's
/// folder ("Cases.CaseStatus.Closed"); enum members are "Folder.EnumName.Member".
/// </summary>
public abstract class Texts
{
    /// <summary>The language of the texts, and of numbers and dates in them.</summary>
    public abstract CultureInfo Culture { get; }

    /// <summary>The text of a key with its holes filled.</summary>
    public abstract string this[string key, params object?[] args] { get; }

    /// <summary>The text of an enum member: "Folder.EnumName.Member", the folder being the last part of its namespace.</summary>
    public string Of<T>(T member) where T : struct, Enum =>
        this[$"{typeof(T).Namespace!.Split('.')[^1]}.{typeof(T).Name}.{member}"];
}
