namespace AfterSales.Core.Data;

/// <summary>Edited by people: the version is the concurrency token on both databases and rises with each save.</summary>
public interface IVersioned
{
    /// <summary>How often the row was changed.</summary>
    int Version { get; set; }
}

/// <summary>Each change of such a row is written to the audit trail, field by field, in the same transaction.</summary>
public interface IAudited;
