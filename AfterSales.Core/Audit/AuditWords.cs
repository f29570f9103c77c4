using System.Globalization;
using AfterSales.Core.Data;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;
using AfterSales.Core.WorkOrders;

namespace AfterSales.Core.Audit;

/// <summary>What an entry of the trail says, in the reader's language: members, codes, yes and no, instants in company time.</summary>
public sealed class AuditWords(Texts texts, Shown shown, ListBook book)
{
    private string Culture => texts.Culture.Name;

    /// <summary>All that an entry tells, a line a field.</summary>
    public string All(AuditRow row) => string.Join('\n', row.Changes.Select(c =>
        texts["Audit.Field", texts[$"Audit.Fields.{c.Field}"]] + (row.Action is AuditAction.Changed or AuditAction.Removed ? Value(row, c.Field, c.From) + " → " : "") + Value(row, c.Field, c.To)));

    /// <summary>A field's value, before or after.</summary>
    public string Value(AuditRow row, string field, string? value) => value switch
    {
        null => "—",
        "•" => texts["Audit.Secret"],
        _ when field == AuditEvent.Field => texts[$"Audit.Event.{value}"],
        _ => Typed(AuditService.TypeOf(row.Entity, field), value) ?? Coded(row, field, value),
    };

    /// <summary>What the field's type alone explains; null for plain text and numbers.</summary>
    private string? Typed(Type? type, string value)
    {
        if (type is { IsEnum: true })
        {
            return Enum.IsDefined(type, value) ? texts[$"{type.Namespace!.Split('.')[^1]}.{type.Name}.{value}"] : value;
        }

        if (type == typeof(bool))
        {
            return bool.TryParse(value, out var yes) ? texts[yes ? "Shared.Yes" : "Shared.No"] : value;
        }

        if (type == typeof(DateTimeOffset))
        {
            return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? shown.TableAt(at) : value;
        }

        return type == typeof(List<ArrivalTier>) ? Each<ArrivalTier>(value, Tier)
            : type == typeof(List<CallFrame>) ? Each<CallFrame>(value, f => $"{f.From:HH\\:mm}–{f.To:HH\\:mm}")
            : type == typeof(List<ChecklistItem>) ? Each<ChecklistItem>(value, i => i.Name(Culture))
            : type == typeof(List<PartCover>) ? Each<PartCover>(value, p => texts["Audit.PartCover", book.Name(TermKind.Assembly, p.Assembly, Culture), p.Months, p.Meter is { } most ? texts["Audit.PartMeter", shown.Count(most)] : ""])
            : type == typeof(List<WarrantyRight>) ? Each<WarrantyRight>(value, r => texts["Audit.Right", texts.Of(r.Trigger), r.Limit, texts.Of(r.Claim)])
            : type == typeof(List<PayerRow>) ? Each<PayerRow>(value, r => texts["Audit.PayerRow", texts.Of(r.Payer), Culture.StartsWith("zh", StringComparison.Ordinal) ? r.ReasonZh : r.ReasonEn])
            : type == typeof(List<int>) ? Each<int>(value, month => TextRule.Invariant(month))
            : type == typeof(List<string>) ? Each<string>(value, code => book.Name(TermKind.HoldReason, code, Culture))
            : null;
    }

    /// <summary>A code of a list by its name; anything else as it stands.</summary>
    private string Coded(AuditRow row, string field, string value) => (row.Entity, field) switch
    {
        (_, "Area") => book.Area(value, Culture),
        (_, "ProductLine") => book.Line(value, Culture),
        (nameof(ReportPart), "Assembly") => book.Name(TermKind.Assembly, value, Culture, row.At),
        (_, "WarrantyPolicy") => book.Warranty(value, row.At)?.Name(Culture) ?? value,
        (_, "Symptom" or "ConfirmedSymptom") => book.Name(TermKind.Symptom, value, Culture, row.At),
        (_, "Department") => book.Name(TermKind.Department, value, Culture, row.At),
        (_, "Assembly") => book.Name(TermKind.Assembly, value, Culture, row.At),
        (nameof(ServiceReport), "Cause") => book.Name(TermKind.Cause, value, Culture, row.At),
        (nameof(ServiceReport), "NoSignatureReason") => book.Name(TermKind.NoSignatureReason, value, Culture, row.At),
        (nameof(ChecklistAnswer), "Item") => Point(row, value)?.Name(Culture) ?? value,
        (_, "PriceFen") => long.TryParse(value, CultureInfo.InvariantCulture, out var fen) ? shown.Money(fen) : value,
        (_, "Culture") => texts[$"Layout.Language.{value}"],
        _ => value,
    };

    private ChecklistItem? Point(AuditRow row, string code) =>
        long.TryParse(row.Changes.FirstOrDefault(c => c.Field == "ChecklistId")?.To, CultureInfo.InvariantCulture, out var id)
            ? book.Checklist(id)?.Items.Find(i => i.Code == code) : null;

    private string Tier(ArrivalTier tier) => tier.UpToKm is { } km
        ? texts["Audit.Tier", km, shown.Duration(TimeSpan.FromMinutes(tier.Minutes))]
        : texts["Audit.TierBeyond", shown.Duration(TimeSpan.FromMinutes(tier.Minutes))];

    private string Each<T>(string json, Func<T, string> say) => AuditService.Read<T>(json) is { } all ? string.Join(texts["Cases.Comma"], all.Select(say)) : json;
}
