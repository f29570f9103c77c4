using System.Linq.Expressions;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Settings;

/// <summary>What a person types to make the next version of a dated row; its version is the row that was on the screen.</summary>
public abstract class DatedForm<TRow, TForm> : EditForm<TForm> where TRow : Dated where TForm : DatedForm<TRow, TForm>, new()
{
    /// <summary>What stays the same over the versions; fixed once the row exists.</summary>
    public string Code { get; set; } = "";

    /// <summary>Which rows are versions of the same thing.</summary>
    public virtual Expression<Func<TRow, bool>> Same => r => r.Code == Code;

    /// <summary>A form on an existing version.</summary>
    public static TForm Of(TRow row)
    {
        var form = new TForm { Code = row.Code, Version = row.Id };
        form.Take(row);
        return form.Freshly();
    }

    /// <summary>Every fault at once. Of a row that exists the code is as it came: an import makes areas under the names that its file has.</summary>
    public IReadOnlyList<Problem> Check()
    {
        var checks = new Checks().Text(nameof(Code), Code, SettingsLimits.Code, required: true)
            .When(Version == 0 && !IsCode(Code), "Settings.CodeCharacters", nameof(Code));
        Check(checks);
        return checks.Problems;
    }

    /// <summary>The new version, holding from an instant.</summary>
    public abstract TRow Row(DateTimeOffset from);

    /// <summary>Takes the values of an existing version.</summary>
    protected abstract void Take(TRow row);

    /// <summary>A code of this or another list: blank, or of the characters and the length that codes have.</summary>
    protected static bool IsCode(string? text) => string.IsNullOrEmpty(text) || (text.Length <= SettingsLimits.Code && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'));

    /// <summary>The form's own faults.</summary>
    protected abstract void Check(Checks checks);
}

/// <summary>A dated row with a name in both languages.</summary>
public abstract class NamedForm<TRow, TForm> : DatedForm<TRow, TForm> where TRow : Named where TForm : NamedForm<TRow, TForm>, new()
{
    /// <summary>Chinese name.</summary>
    public string? NameZh { get; set; }

    /// <summary>English name.</summary>
    public string? NameEn { get; set; }

    /// <summary>Place in lists.</summary>
    public int Sort { get; set; }

    /// <inheritdoc/>
    protected override void Check(Checks checks) => checks
        .Text(nameof(NameZh), NameZh, SettingsLimits.Name, required: true)
        .Text(nameof(NameEn), NameEn, SettingsLimits.Name, required: true)
        .Range(nameof(Sort), Sort, 0, 9999);

    /// <inheritdoc/>
    protected override void Take(TRow row) => (NameZh, NameEn, Sort) = (row.NameZh, row.NameEn, row.Sort);
}
