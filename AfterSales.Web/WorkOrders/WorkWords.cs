using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Web.WorkOrders;

/// <summary>What a job is about, in one line.</summary>
public static class WorkWords
{
    /// <summary>Parts beside each other; what there is none of leaves no mark.</summary>
    public static string Line(params string?[] parts) => string.Join(" · ", parts.Select(TextRule.Kept).OfType<string>());

    /// <summary>The symptom by its code, else in the words taken down; null when neither was said.</summary>
    public static string? Symptom(Texts texts, ListBook book, string? code, string? words) =>
        code is null ? words : book.Name(TermKind.Symptom, code, texts.Culture.Name);

    /// <summary>"640 公里", never apart; null when it is unknown.</summary>
    public static string? Distance(Texts texts, int? km) => km is { } far ? texts["Cases.Kilometres", far].Replace(' ', '\u00a0') : null;
}
