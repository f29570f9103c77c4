namespace AfterSales.Core.Data.SampleData;

/// <summary>How much history is made up.</summary>
/// <param name="Cases">Cases in all, those that follow others included.</param>
/// <param name="Months">Over how many months, up to the present.</param>
/// <param name="Seed">The same seed at the same instant tells the same history.</param>
public sealed record SamplePlan(int Cases, int Months = 6, int Seed = SamplePlan.FixedSeed)
{
    /// <summary>The seed where none is said.</summary>
    public const int FixedSeed = 27922;

    /// <summary>What an empty database of Development is filled with.</summary>
    public static readonly SamplePlan Development = new(1500);

    /// <summary>Customers, dealers among them.</summary>
    public int Customers => Math.Max(Math.Min(260, Cases), Cases / 40);

    /// <summary>Machines.</summary>
    public int Machines => Customers * 4;

    /// <summary>Cases that wait for somebody today.</summary>
    public int Waiting => Math.Min(Cases / 18, 60 + Cases / 60);
}
