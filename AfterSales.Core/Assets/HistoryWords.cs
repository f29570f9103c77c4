using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Assets;

/// <summary>A machine's history in words, on its page, in print and as PDF alike.</summary>
public sealed class HistoryWords(Texts texts, Shown shown, ListBook book, MeterUnit? unit)
{
    /// <summary>When it happened.</summary>
    public string When(HistoryLine line, TimeZoneInfo zone) => line.WholeDay ? shown.ShortDay(zone.DayOf(line.At)) : shown.TableAt(line.At);

    /// <summary>What happened.</summary>
    public string Of(HistoryLine line) => line switch
    {
        CaseLine c => Joined(texts.Of(c.Type), Symptom(c), texts.Of(c.Status), c.Resolution, c.Customer),
        VisitLine v => Joined(v.Engineer, v.LeftAt is { } left ? texts["Assets.HistoryLeft", shown.ShortAt(left)] : null, v.Ending is { } ending ? texts[$"Assets.HistoryEnding.{ending}"] : null),
        PartLine p => Joined($"{p.Name} ×{shown.Count(p.Quantity)}", p.PartNo, p.OldSerial is null && p.NewSerial is null ? null : texts["Assets.HistorySerials", p.OldSerial ?? "—", p.NewSerial ?? "—"]),
        ComponentLine c => Joined(c.Name, c.Serial, c.ReplacedBy is { } by ? texts["Assets.HistoryReplacedBy", by] : texts["Assets.HistoryTakenOut"], c.Why is { } why ? texts.Of(why) : null),
        FittedLine f => Joined(f.Name, f.Serial, f.Within is { } outer ? texts["Assets.HistoryWithin", outer] : null),
        ReadingLine r => Joined($"{shown.Count(r.Value)}{(unit is { } u ? " " + texts[$"Assets.Unit.{u}"] : "")}", r.Replaced ? texts["Assets.Replaced"] : null, r.Total != r.Value ? texts["Assets.HistoryTotal", shown.Count(r.Total)] : null),
        MovedLine m => Joined($"{Place(m.From, m.FromPlace)} → {Place(m.To, m.ToPlace)}", m.Reason),
        _ => "",
    };

    private string Symptom(CaseLine c) => TextRule.Kept(c.SymptomText) ?? (c.Symptom is null ? "" : book.Name(TermKind.Symptom, c.Symptom, texts.Culture.Name, c.At));

    private static string Place(string customer, string? place) => place is null ? customer : $"{customer}, {place}";

    private static string Joined(params string?[] words) => string.Join(" · ", words.Where(w => !string.IsNullOrWhiteSpace(w)));
}
