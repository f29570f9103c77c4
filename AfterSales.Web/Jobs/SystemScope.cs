using AfterSales.Core.Identity;

namespace AfterSales.Web.Jobs;

/// <summary>Calls a service as the system, in a scope of its own: how a job names its service call.</summary>
public sealed class SystemScope(IServiceScopeFactory scopes)
{
    /// <summary>One operation.</summary>
    public async Task Call<TService>(Func<TService, Task> call) where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        await call(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
