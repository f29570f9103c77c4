using AfterSales.Core.Assets;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;

namespace AfterSales.Core.Warranty;

/// <summary>What the 三包 meter says: how much is left, the rule of a right, what was counted, what is next.</summary>
public sealed class MeterWords(Texts texts, Shown shown, ListBook book)
{
    /// <summary>Days and meter left, repair days, each with its name.</summary>
    public IEnumerable<(string Name, string Value)> Left(WarrantyReading reading)
    {
        yield return (texts["Warranty.Days"], reading.Machine.Start is null ? texts["Warranty.StartMissing"] : texts["Warranty.DaysCount", shown.Count(reading.Machine.DaysLeft)]);
        if (reading.Machine is { Meter: { } most, Unit: { } unit })
        {
            yield return (texts[$"Warranty.Left.{unit}"], reading.Machine.MeterLeft is { } left ? texts["Warranty.LeftOf", Amount(left, unit), Amount(most, unit)] : texts["Warranty.NoReading", Amount(most, unit)]);
        }

        if (reading.Counts.Count > 0 || reading.RepairDays > 0)
        {
            yield return (texts["Warranty.RepairDays"], texts["Warranty.DaysCount", reading.RepairDays]);
        }
    }

    /// <summary>The rule's sentence: what makes it arise and what may be asked for.</summary>
    public string Rule(RightCount count)
    {
        var right = count.Right;
        var within = right.Meter is { } most ? texts["Warranty.OrMeter", shown.Count(most)] : "";
        var sentence = texts[$"Warranty.Rule.{right.Trigger}", right.Limit, within, texts.Of(right.Claim)];
        return sentence + (right.RepairerPays ? texts["Warranty.RepairerPays"] : "") + (right.Rule.Length > 0 ? texts["Warranty.ByRule", right.Rule] : "");
    }

    /// <summary>What was counted toward it, and the day it arose.</summary>
    public string Counted(RightCount count)
    {
        var told = texts[$"Warranty.Counted.{Unit(count)}", Of(count), count.Counted, count.Needed] + (count.ByHand > 0 ? texts["Warranty.ByHand", count.ByHand] : "");
        return count.AroseOn is not { } day ? told
            : count.Unsure ? texts["Warranty.Unsure", told, shown.ShortDay(day), shown.Count(count.Right.Meter ?? 0)]
            : texts["Warranty.AroseOn", told, shown.ShortDay(day), texts.Of(count.Right.Claim)];
    }

    /// <summary>A stretch of time in which one fault alone makes a right arise: the rule, and how long that lasts.</summary>
    public string Window(RightCount count, RightWindow window) => texts["Warranty.Window", Rule(count), window.DaysLeft, shown.ShortDay(window.Until)];

    /// <summary>Of a part that took another's place: in which case, or by hand.</summary>
    public string Fitted(PartState part) =>
        part.FittedBy is { } number ? texts["Warranty.FittedBy", number] : part.FittedOn is { } day ? texts["Warranty.FittedByHand", shown.ShortDay(day)] : "";

    /// <summary>The mark before it, that reads in grey too: arose, near, or neither.</summary>
    public static string Mark(RightCount count) => count.Stands ? "▲ " : count.Near || count.Unsure ? "◐ " : "";

    /// <summary>What comes next, and how far it is.</summary>
    public string Next(RightCount next) => texts["Warranty.Next", Of(next), Step(next)];

    /// <summary>The same under a head that says so.</summary>
    public string Coming(RightCount next) => texts["Warranty.Coming", Of(next), Step(next)];

    /// <summary>How far it is.</summary>
    public string Step(RightCount count) => texts[$"Warranty.Step.{Unit(count)}", count.Left];

    /// <summary>What is counted: the fault or part by its name, else the right itself.</summary>
    public string Of(RightCount count) => count.Of is { } code
        ? $"{texts[$"Warranty.Of.{count.Right.Trigger}"]}“{book.Name(count.Right.Trigger == RightTrigger.PartReplaced ? TermKind.Assembly : TermKind.Symptom, code, texts.Culture.Name)}”"
        : texts[$"Warranty.Of.{count.Right.Trigger}"];

    /// <summary>R24 with its formula.</summary>
    public string Compensation(Compensation use) => texts[
        "Warranty.Compensation", shown.Money(use.PriceFen), shown.Count(use.Km), shown.Share(use.Least / 10_000.0), shown.Share(use.Most / 10_000.0), shown.Money(use.LeastFen), shown.Money(use.MostFen)];

    /// <summary>A count of the meter with its unit.</summary>
    public string Amount(int count, MeterUnit unit) => texts[$"Warranty.Amount.{unit}", shown.Count(count)];

    private static string Unit(RightCount count) => count.Right.Trigger is RightTrigger.RepairDays or RightTrigger.PartWait or RightTrigger.OwnDelay ? "Days" : "Times";
}
