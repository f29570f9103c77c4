using AfterSales.Core.Customers;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Web.Customers;

/// <summary>What a file says of a field, when two are laid side by side.</summary>
public static class MergeWords
{
    /// <summary>In words; nothing is "—".</summary>
    public static string Of(Texts texts, Shown shown, ListBook book, MergeField field, CustomerForm form) => TextRule.Kept(field switch
    {
        MergeField.Name => form.Name,
        MergeField.Kind => texts.Of(form.Kind),
        MergeField.Tier => texts.Of(form.Tier),
        MergeField.Vip => texts[form.Vip ? "Shared.Yes" : "Shared.No"],
        MergeField.Area => book.Area(form.Area, texts.Culture.Name),
        MergeField.Wishes => form.Wishes,
        MergeField.NextTalk => form.NextTalkOn is { } on ? $"{shown.ShortDay(on)} {form.NextTalk}" : form.NextTalk,
        MergeField.NextService => form.NextServiceOn is { } day ? shown.ShortDay(day) : null,
        MergeField.Quiet => form.Quiet ? QuietWords.Of(texts, shown, new(form.QuietFrom, form.QuietTo, form.QuietUntil, form.QuietWhy)) : null,
        _ => form.Remarks,
    }) ?? "—";
}
