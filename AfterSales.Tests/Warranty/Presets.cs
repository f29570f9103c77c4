using AfterSales.Core.Assets;
using AfterSales.Core.Settings;
using AfterSales.Core.Warranty;
using static AfterSales.Tests.Support.Times;

namespace AfterSales.Tests.Warranty;

/// <summary>The presets that ship, and facts to try them with.</summary>
internal static class Presets
{
    public static WarrantyPolicy Farm => One("farm");

    public static WarrantyPolicy Cars2013 => Defaults.Warranties().Single(w => w.Code == "cars" && w.ValidTo is not null);

    public static WarrantyPolicy Cars2022 => Defaults.Warranties().Single(w => w.Code == "cars" && w.ValidTo is null);

    public static WarrantyPolicy One(string code) => Defaults.Warranties().Single(w => w.Code == code);

    public static WarrantyFacts Facts(string start, params RepairFact[] repairs) => new(Day(start), MeterUnit.Km, [], repairs, null);

    /// <summary>A repair of so many days, reported the day it begins where no other is named.</summary>
    public static RepairFact Repair(string from, int days, string fault = "noise", bool safety = false, string[]? replaced = null, WaitFact[]? waits = null, string? reported = null) =>
        new("SC-" + from, Day(reported ?? from), Day(from), Day(from).AddDays(days - 1), fault, safety, replaced ?? [], waits ?? []);

    /// <summary>How far a right is.</summary>
    public static RightCount Of(this WarrantyReading reading, RightTrigger trigger) => reading.Counts.First(c => c.Right.Trigger == trigger);
}
