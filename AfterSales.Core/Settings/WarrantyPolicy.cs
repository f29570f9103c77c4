namespace AfterSales.Core.Settings;

/// <summary>A warranty preset (三包): here the whole machine's months; parts, meters and rights come with their stage.</summary>
public sealed class WarrantyPolicy : Named
{
    /// <summary>Months of the whole machine from the start of its warranty clock.</summary>
    public int MachineMonths { get; init; }
}
