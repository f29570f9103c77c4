namespace AfterSales.Core.Settings;

/// <summary>A figure's target; <see cref="Dated.Code"/> is the figure's key ("K1").</summary>
public sealed class Target : Dated
{
    /// <summary>The value to reach: a share as 0–1, or for K12 minutes.</summary>
    public double Value { get; init; }

    /// <summary>True where more is better.</summary>
    public bool HigherIsBetter { get; init; }

    /// <summary>Missed by no more than this (same unit) is amber, beyond it red.</summary>
    public double AmberMargin { get; init; }
}
