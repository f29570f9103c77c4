namespace AfterSales.Core.Settings;

/// <summary>片区: groups customers, engineers and a supervisor.</summary>
public sealed class Area : Named
{
    /// <summary>The supervisor of the area.</summary>
    public long? SupervisorId { get; init; }
}
