using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Tests.Support;

/// <summary>Scopes of the house, in which an answer that is read already comes no sooner than it is let.</summary>
internal sealed class LateAnswers(IServiceScopeFactory scopes) : IServiceScopeFactory
{
    /// <summary>What the answers wait for to what is asked from now on.</summary>
    public Task Until { get; set; } = Task.CompletedTask;

    /// <inheritdoc/>
    public IServiceScope CreateScope() => new Scope(scopes.CreateAsyncScope(), Until);

    private sealed class Scope(AsyncServiceScope scope, Task until) : IServiceScope, IAsyncDisposable
    {
        public IServiceProvider ServiceProvider => scope.ServiceProvider;

        public void Dispose() => scope.Dispose();

        public async ValueTask DisposeAsync()
        {
            await scope.DisposeAsync();
            await until;
        }
    }
}
