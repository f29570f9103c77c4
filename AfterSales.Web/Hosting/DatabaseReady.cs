using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AfterSales.Web.Hosting;

/// <summary>Ready: the database answers and no migration is missing.</summary>
internal sealed class DatabaseReady(IDbContextFactory<AfterSalesDb> factory) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var missing = await db.Database.GetPendingMigrationsAsync(cancellationToken);
        return missing.Any() ? HealthCheckResult.Unhealthy("not migrated") : HealthCheckResult.Healthy();
    }
}
