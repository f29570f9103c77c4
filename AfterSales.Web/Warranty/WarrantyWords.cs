using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;

namespace AfterSales.Web.Warranty;

/// <summary>How a machine's warranty is explained, on every page alike.</summary>
public static class WarrantyWords
{
    /// <summary>When a cover that is over ended, and where the meter ended it, by how much; blank while it holds or is unknown.</summary>
    public static string Ended(Texts texts, Shown shown, WarrantyState state) => state switch
    {
        { Cover: WarrantyCover.Out, LastDay: { } last, MeterPassedOn: not null, Meter: { } most, Unit: { } unit } =>
            texts["Warranty.EndedBy", shown.ShortDay(last), texts[$"Warranty.Amount.{unit}", shown.Count(most)]],
        { Cover: WarrantyCover.Out, LastDay: { } last } => texts["Warranty.Ended", shown.ShortDay(last)],
        _ => "",
    };

    /// <summary>The reckoning: from which day, how many months, to which day; what prolonged it; the meter, and whether that ended it.</summary>
    public static string Explain(Texts texts, Shown shown, WarrantyState state)
    {
        if (state is not { Start: { } start, LastDay: { } last })
        {
            return texts["Warranty.NoStart"];
        }

        var words = texts["Warranty.Reckoning", shown.ShortDay(start), state.Months, shown.ShortDay(state.LastByMonths ?? last)];
        words += state.Prolonged > 0 ? texts["Warranty.Prolonged", state.Prolonged] : "";
        return words + state switch
        {
            { MeterPassedOn: { } day, Meter: { } most, Unit: { } unit } => texts["Warranty.EndedByMeter", shown.ShortDay(day), texts[$"Warranty.Amount.{unit}", shown.Count(most)], shown.ShortDay(last)],
            { Meter: { } most, Unit: { } unit } => texts["Warranty.WithMeter", texts[$"Warranty.Amount.{unit}", shown.Count(most)]],
            _ => "",
        };
    }
}
