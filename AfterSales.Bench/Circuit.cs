#pragma warning disable BL0006 // To weigh what a renderer keeps, there must be one.
using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AfterSales.Bench;

/// <summary>A scope of services and the components that live in it, as a circuit holds them, without a browser.</summary>
internal sealed class Circuit : IAsyncDisposable
{
    private readonly AsyncServiceScope scope;
    private readonly Keeper keeper;

    public Circuit(IServiceProvider services)
    {
        scope = services.CreateAsyncScope();
        keeper = new Keeper(scope.ServiceProvider);
    }

    /// <summary>Frames that were drawn, as a measure of what was rendered.</summary>
    public int Frames => keeper.Frames;

    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>Renders a component until nothing is awaited any more.</summary>
    public Task Show<T>(ParameterView parameters) where T : IComponent => keeper.Show(typeof(T), parameters);

    public async ValueTask DisposeAsync()
    {
        await keeper.DisposeAsync();
        await scope.DisposeAsync();
    }

    private sealed class Keeper(IServiceProvider services) : Renderer(services, services.GetRequiredService<ILoggerFactory>())
    {
        public int Frames { get; private set; }

        public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

        protected override RendererInfo RendererInfo { get; } = new("Server", isInteractive: true);

        public Task Show(Type component, ParameterView parameters) => Dispatcher.InvokeAsync(() => RenderRootComponentAsync(AssignRootComponentId(InstantiateComponent(component)), parameters));

        protected override Task UpdateDisplayAsync(in RenderBatch renderBatch)
        {
            Frames += renderBatch.ReferenceFrames.Count;
            return Task.CompletedTask;
        }

        protected override void HandleException(Exception exception) => ExceptionDispatchInfo.Throw(exception);
    }
}
