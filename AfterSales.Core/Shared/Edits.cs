using System.Reflection;

namespace AfterSales.Core.Shared;

/// <summary>
/// A form that changes a stored row. It carries the version it was loaded with and the values it was loaded with, so that
/// a change saved by somebody else in between is told field by field and no typing is lost.
/// </summary>
/// <typeparam name="TForm">The form itself.</typeparam>
public abstract class EditForm<TForm> where TForm : EditForm<TForm>, new()
{
    /// <summary>The row's version as loaded.</summary>
    public int Version { get; set; }

    /// <summary>The values as loaded.</summary>
    public TForm? Loaded { get; private set; }

    /// <summary>Remembers the present values as those loaded.</summary>
    public TForm Freshly()
    {
        Loaded = Twin();
        return (TForm)this;
    }

    /// <summary>The same values in a form of their own, so that typing leaves what is shown beside it alone.</summary>
    public TForm Copy() => Twin().Freshly();

    /// <summary>True when something was typed that isn't saved.</summary>
    public bool Touched => Loaded is not null && Loaded.Differences((TForm)this).Any();

    /// <summary>
    /// What somebody else changed since, one problem under each field: "Shared.ChangedByOther" with the value now stored
    /// and who stored it. Nothing when the row is as it was loaded, or changed only beside the form. A draft brings back an
    /// older version than the values beside it: then every field is compared. <paramref name="told"/> gives a code its name.
    /// </summary>
    public IReadOnlyList<Problem> Conflicts(TForm stored, string who, Func<string, object?, object?>? told = null)
    {
        if (stored.Version == Version)
        {
            return [];
        }

        var loaded = Loaded?.Version == Version ? Loaded : null;
        return
        [
            .. Fields.Where(f => (loaded is null || !Same(f.GetValue(stored), f.GetValue(loaded))) && !Same(f.GetValue(stored), f.GetValue(this)))
                .Select(f => new Problem("Shared.ChangedByOther", f.Name, told is null ? f.GetValue(stored) : told(f.Name, f.GetValue(stored)), who)),
        ];
    }

    /// <summary>After a conflict: what was not touched takes the stored value, own typing stays, and a second save means it.</summary>
    public void Rebase(TForm stored)
    {
        foreach (var field in Fields.Where(f => Loaded is not null && Same(f.GetValue(this), f.GetValue(Loaded))))
        {
            Take(this, field, stored);
        }

        (Version, Loaded) = (stored.Version, stored);
    }

    /// <summary>The names of the fields in which another form differs.</summary>
    public IEnumerable<string> Differences(TForm other) => Fields.Where(f => !Same(f.GetValue(this), f.GetValue(other))).Select(f => f.Name);

    private TForm Twin()
    {
        var twin = new TForm { Version = Version };
        foreach (var field in Fields)
        {
            Take(twin, field, this);
        }

        return twin;
    }

    /// <summary>A part with fields of its own is taken over as a copy: typing in one form leaves the other alone.</summary>
    private static void Take(object to, PropertyInfo field, object from) =>
        field.SetValue(to, field.GetValue(from) is ICloneable part ? part.Clone() : field.GetValue(from));

    private static IEnumerable<PropertyInfo> Fields =>
        typeof(TForm).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(p => p.CanWrite);

    private static bool Same(object? a, object? b) =>
        a is string or null && b is string or null ? TextRule.Kept(a as string) == TextRule.Kept(b as string) : Equals(a, b);
}
