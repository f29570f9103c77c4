using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Settings;

/// <summary>What a person types to make the next version of a dated row.</summary>
public abstract class DatedForm<T> where T : Dated
{
    private const int LongestCode = 40;

    /// <summary>What stays the same over the versions; fixed once the row exists.</summary>
    public string Code { get; set; } = "";

    /// <summary>The version that was on the screen; null for a new code. Another one meanwhile refuses the save.</summary>
    public long? BasedOnId { get; set; }

    /// <summary>Which rows are versions of the same thing.</summary>
    public virtual Expression<Func<T, bool>> Same => r => r.Code == Code;

    /// <summary>Every fault at once.</summary>
    public IReadOnlyList<Problem> Check()
    {
        var checks = new Checks().Text(nameof(Code), Code, LongestCode, required: true)
            .When(!IsCode(Code), "Settings.CodeCharacters", nameof(Code));
        Check(checks);
        return checks.Problems;
    }

    /// <summary>The new version, holding from an instant.</summary>
    public abstract T Row(DateTimeOffset from);

    /// <summary>What stands in the form, to know whether something was typed since.</summary>
    public string Snapshot() => string.Join('\n', Fields.Select(f => Text(f, this)));

    /// <summary>
    /// Saved by another meanwhile: what was not touched since <paramref name="loaded"/> takes the value now <paramref name="stored"/>,
    /// own typing stays and a second save means it. Answers what both changed, under its field; <paramref name="told"/> gives a code or key its name.
    /// </summary>
    public IReadOnlyList<Problem> Merge(DatedForm<T> loaded, DatedForm<T> stored, string who, Func<string, object?, object?>? told = null)
    {
        var both = new List<Problem>();
        foreach (var field in Fields.Where(f => Text(f, stored) != Text(f, loaded) && Text(f, stored) != Text(f, this)))
        {
            var theirs = field.GetValue(stored);
            if (Text(field, this) == Text(field, loaded))
            {
                field.SetValue(this, theirs);
            }
            else
            {
                both.Add(theirs is IEnumerable and not string ? new Problem("Settings.OtherList", field.Name, who) : new Problem("Shared.ChangedByOther", field.Name, told is null ? theirs : told(field.Name, theirs), who));
            }
        }

        BasedOnId = stored.BasedOnId;
        return both;
    }

    private IEnumerable<PropertyInfo> Fields => GetType().GetProperties().Where(p => p.CanWrite && p.Name != nameof(BasedOnId));

    private static string Text(PropertyInfo field, DatedForm<T> form) => JsonSerializer.Serialize(field.GetValue(form));

    /// <summary>A code of this or another list: blank, or of the characters and the length that codes have.</summary>
    protected static bool IsCode(string? text) => string.IsNullOrEmpty(text) || (text.Length <= LongestCode && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'));

    /// <summary>The form's own faults.</summary>
    protected abstract void Check(Checks checks);
}

/// <summary>A dated row with a name in both languages.</summary>
public abstract class NamedForm<T> : DatedForm<T> where T : Named
{
    /// <summary>Chinese name.</summary>
    public string? NameZh { get; set; }

    /// <summary>English name.</summary>
    public string? NameEn { get; set; }

    /// <summary>Place in lists.</summary>
    public int Sort { get; set; }

    /// <inheritdoc/>
    protected override void Check(Checks checks) => checks
        .Text(nameof(NameZh), NameZh, 60, required: true)
        .Text(nameof(NameEn), NameEn, 60, required: true)
        .Range(nameof(Sort), Sort, 0, 9999);

    /// <summary>Takes what every named row has from an existing version.</summary>
    protected void TakeNames(T row) => (Code, BasedOnId, NameZh, NameEn, Sort) = (row.Code, row.Id, row.NameZh, row.NameEn, row.Sort);
}
