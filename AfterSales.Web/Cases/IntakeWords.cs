using AfterSales.Core.Promises;
using AfterSales.Core.Shared;

namespace AfterSales.Web.Cases;

/// <summary>One part of the promise as it is spoken, the time set apart.</summary>
public sealed record SpokenPart(string Before, string When, string After);

/// <summary>The promise of an intake as a sentence to read aloud, and the rule behind each part.</summary>
public sealed class IntakeWords(Texts texts, Shown shown, TimeZoneInfo zone)
{
    private const int MostHours = 240;

    /// <summary>The part as it is said at an instant.</summary>
    public SpokenPart Part(PromiseLine line, DateTimeOffset now)
    {
        var key = line switch
        {
            { AfterQuote: true, Kind: PromiseKind.Arrival, Rule: "R2" } => "Cases.Say.AfterQuote.ArrivalAsked",
            { DueAt: null, Kind: PromiseKind.Arrival } => "Cases.Say.AfterQuote.Arrival",
            { DueAt: null } => "Cases.Say.AfterQuote.Handling",
            { Kind: PromiseKind.Arrival, Rule: "R2" } => "Cases.Say.ArrivalAsked",
            _ => "Cases.Say." + line.Kind,
        };
        var halves = texts[key].Split("{0}");
        return new(halves[0], line.DueAt is { } due ? When(due, now) : Span(line.Target, "Cases.Say.Hours"), halves.Length > 1 ? halves[1] : "");
    }

    /// <summary>"今天 14:05", "明天 09:00", "后天（周四）14:05", " 11 月 28 日（周六）14:05": the words before it end without a blank, which only digits have.</summary>
    public string When(DateTimeOffset due, DateTimeOffset now)
    {
        var local = zone.Local(due);
        var days = zone.DayOf(due).DayNumber - zone.DayOf(now).DayNumber;
        var key = days switch { 0 => "Cases.Day.Today", 1 => "Cases.Day.Tomorrow", 2 => "Cases.Day.After", _ => "Cases.Day.Other" };
        return texts[key, local.ToString("HH:mm", texts.Culture), local.ToString("ddd", texts.Culture), local.ToString(texts["Cases.Day.Date"], texts.Culture)];
    }

    /// <summary>" 2026-11-28 (周六) 14:05": in what is read later, "today" says nothing.</summary>
    public string Written(DateTimeOffset due) => texts["Cases.Day.Written", shown.At(due)];

    /// <summary>"R3 640 公里（300–1000 公里）48 小时".</summary>
    public string Why(PromiseLine line, IReadOnlyList<PromiseLine> all)
    {
        var target = Span(line.Target);
        var arrival = all.FirstOrDefault(l => l.Kind == PromiseKind.Arrival);
        return line switch
        {
            { AfterQuote: true, Kind: PromiseKind.Arrival } => texts["Cases.Why.Quote"] + " · " + Why(line with { AfterQuote = false }, all),
            { Kind: PromiseKind.Arrival, Rule: "R2" } => texts["Cases.Why.ArrivalAsked"],
            { Kind: PromiseKind.Arrival } => Tier(line, target),
            { Kind: PromiseKind.Handling } when arrival is not null => texts["Cases.Why.HandlingAfterArrival", Span(line.Target - arrival.Target)],
            { AfterQuote: true } => texts["Cases.Why.Quote"] + " · " + texts["Cases.Why.HandlingAfterQuote", target],
            _ => texts["Cases.Why." + line.Kind, target],
        };
    }

    /// <summary>A rule's time in the hours in which it is written.</summary>
    private string Span(TimeSpan span, string key = "Shared.Hours") => span.TotalHours is > 0 and <= MostHours and var hours && hours == Math.Floor(hours) ? texts[key, hours] : shown.Duration(span);

    private string Tier(PromiseLine line, string target) => line.ToKm is { } to
        ? texts["Cases.Why.ArrivalNear", target, line.DistanceKm, line.FromKm, to]
        : texts["Cases.Why.ArrivalFar", target, line.DistanceKm, line.FromKm];
}
