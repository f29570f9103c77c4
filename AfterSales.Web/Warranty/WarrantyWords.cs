using AfterSales.Core.Shared;
using AfterSales.Core.Warranty;

namespace AfterSales.Web.Warranty;

/// <summary>How a machine's warranty is explained, on every page alike.</summary>
public static class WarrantyWords
{
    /// <summary>The reckoning in one sentence: from which day, how many months, to which day.</summary>
    public static string Explain(Texts texts, Shown shown, WarrantyState state) => state switch
    {
        { Cover: WarrantyCover.Unknown } => texts["Warranty.NoStart"],
        _ => texts["Warranty.Reckoning", shown.ShortDay(state.Start!.Value), state.Months, shown.ShortDay(state.LastDay!.Value)],
    };
}
