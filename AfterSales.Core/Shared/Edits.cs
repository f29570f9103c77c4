using System.Collections;
using System.Text.Json.Serialization;

namespace AfterSales.Core.Shared;

/// <summary>
/// A form that changes a stored row. It carries the version it was loaded with and the values it was loaded with, so that
/// a change saved by somebody else in between is told field by field and no typing is lost.
/// </summary>
/// <typeparam name="TForm">The form itself.</typeparam>
public abstract class EditForm<TForm> where TForm : EditForm<TForm>, new()
{
    private static readonly IReadOnlyList<FormField> Fields = [.. FormField.Of(typeof(TForm)).Where(f => f.Name != nameof(Version))];

    /// <summary>The row's version as loaded; of policy data, the id of the version in force. Most rows begin with 0 themselves: it does not tell a new one.</summary>
    public long Version { get; set; }

    /// <summary>The values as loaded.</summary>
    [JsonIgnore]
    public TForm? Loaded { get; private set; }

    /// <summary>Remembers the present values as those loaded.</summary>
    public TForm Freshly()
    {
        Loaded = Twin();
        return (TForm)this;
    }

    /// <summary>The same values in a form of their own, so that typing leaves what is shown beside it alone.</summary>
    public TForm Copy() => Twin().Freshly();

    /// <summary>What is sent while typing goes on: the same values, beside what was loaded.</summary>
    public TForm Sent()
    {
        var sent = Twin();
        sent.Loaded = Loaded;
        return sent;
    }

    /// <summary>True when something was typed that isn't saved.</summary>
    [JsonIgnore]
    public bool Touched => Loaded is not null && Loaded.Differences((TForm)this).Any();

    /// <summary>
    /// What somebody else changed since, one problem under each field: "Shared.ChangedByOther" with the value now stored
    /// and who stored it, "Shared.ListChangedByOther" where it is a list. Nothing when the row is as it was loaded, or changed
    /// only beside the form. A draft brings back an older version than the values beside it: then every field is compared.
    /// <paramref name="told"/> gives a code its name.
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
            .. Fields.Where(f => (loaded is null || !f.Same(stored, loaded)) && !f.Same(stored, this))
                .Select(f => (f.Name, Value: told is null ? f.In(stored) : told(f.Name, f.In(stored))))
                .Select(f => f.Value is IList ? new Problem("Shared.ListChangedByOther", f.Name, who) : new Problem("Shared.ChangedByOther", f.Name, f.Value, who)),
        ];
    }

    /// <summary>After a conflict: what was not touched takes the stored value, own typing stays, and a second save means it.</summary>
    public void Rebase(TForm stored)
    {
        foreach (var field in Fields.Where(f => Loaded is not null && f.Same(this, Loaded)))
        {
            field.Take(this, stored);
        }

        (Version, Loaded) = (stored.Version, stored.Twin());
    }

    /// <summary>The same while it is still being typed: answers the conflicts of what was touched, the rest follows without a word.</summary>
    public IReadOnlyList<Problem> Merge(TForm stored, string who, Func<string, object?, object?>? told = null)
    {
        var typed = Loaded?.Differences((TForm)this).ToHashSet() ?? [];
        var both = Conflicts(stored, who, told).Where(p => typed.Contains(p.Field!)).ToList();
        Rebase(stored);
        return both;
    }

    /// <summary>What was sent is stored: only what is typed since then is to be saved.</summary>
    public void Stored(TForm sent) => Loaded = sent;

    /// <summary>The names of the fields in which another form differs.</summary>
    public IEnumerable<string> Differences(TForm other) => Fields.Where(f => !f.Same(this, other)).Select(f => f.Name);

    private TForm Twin()
    {
        var twin = new TForm { Version = Version };
        foreach (var field in Fields)
        {
            field.Take(twin, this);
        }

        return twin;
    }
}
