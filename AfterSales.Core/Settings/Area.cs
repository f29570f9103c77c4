namespace AfterSales.Core.Settings;

/// <summary>片区: groups customers, engineers and a supervisor.</summary>
public sealed class Area : Named
{
    /// <summary>The supervisor of the area.</summary>
    public long? SupervisorId { get; init; }

    /// <summary>Usual road distance of its places from the service base in km; null is unknown.</summary>
    public int? DistanceKm { get; init; }
}
