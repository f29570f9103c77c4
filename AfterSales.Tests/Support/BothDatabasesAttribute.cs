using System.Reflection;
using AfterSales.Core.Data;
using Xunit.Sdk;
using Xunit.v3;

namespace AfterSales.Tests.Support;

/// <summary>
/// Runs a theory whose first argument is the <see cref="StorageProvider"/> on SQLite and on PostgreSQL; without a
/// PostgreSQL server the second is skipped and says so. Further arguments make one row each per database.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class BothDatabasesAttribute(params object?[] more) : DataAttribute
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
        [
            new TheoryDataRow([StorageProvider.Sqlite, .. more]),
            new TheoryDataRow([StorageProvider.Postgres, .. more]) { Skip = PostgresServer.MissingBecause },
        ]);

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;
}
