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

    /// <summary>Several names in a row, parted as the language does.</summary>
    public string Row(IEnumerable<string> names) => string.Join(this["Shared.Comma"], names);

    /// <summary>A refusal in words; a member of an enum and a named thing among its arguments get their names, several stand in a row, what has arguments of its own is said in its place.</summary>
    public string Say(Problem problem) => this[problem.Code, [.. problem.Args.Select(Shown)]];

    private object? Shown(object? arg) => arg switch
    {
        Enum member => this[$"{member.GetType().Namespace!.Split('.')[^1]}.{member.GetType().Name}.{member}"],
        INamed named => named.Name(Culture.Name),
        bool yes => this[yes ? "Shared.Yes" : "Shared.No"],
        Problem said => Say(said),
        IEnumerable<string> names => Row(names),
        IEnumerable<object> each => Row(each.Select(one => $"{Shown(one)}")),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateOnly day => Shared.Shown.ShortDayIn(Culture, day),
        DateTime local => $"{Shared.Shown.ShortDayIn(Culture, DateOnly.FromDateTime(local))} {local:HH:mm}",
        null or "" => "—",
        _ => arg,
    };

    /// <summary>The text of an enum member: "Folder.EnumName.Member", the folder being the last part of its namespace.</summary>
    public string Of<T>(T member) where T : struct, Enum =>
        this[$"{typeof(T).Namespace!.Split('.')[^1]}.{typeof(T).Name}.{member}"];
}
