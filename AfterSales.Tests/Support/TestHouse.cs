using AfterSales.Core;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AfterSales.Tests.Support;

/// <summary>
/// The product's own services on a database of their own, at a time that the test sets: Tuesday 2026-11-24 10:00 in
/// Shanghai to begin with. People and policies of the <see cref="Baseline"/> are there.
/// <code>
/// await using var house = await TestHouse.Open();
/// var done = await house.As(Role.Agent).Ask((CaseIntake intake) => intake.Register(form, house.Request));
/// </code>
/// </summary>
public sealed class TestHouse : IAsyncDisposable
{
    /// <summary>Where the clock stands at first.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider services;
    private readonly StorageSettings storage;
    private readonly bool keep;

    /// <summary>The house on a database; <paramref name="keep"/> leaves the database there in the end.</summary>
    internal TestHouse(StorageSettings storage, bool keep = false, Action<IServiceCollection>? more = null)
    {
        (this.storage, this.keep) = (storage, keep);
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddCore(storage, Zone);
        // EF remembers for a second that nobody listens to its commands; a test that then listens would hear nothing.
        collection.ConfigureDbContext<SqliteDb>(o => o.ConfigureLoggingCacheTime(TimeSpan.Zero));
        collection.ConfigureDbContext<PostgresDb>(o => o.ConfigureLoggingCacheTime(TimeSpan.Zero));
        more?.Invoke(collection);
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    /// <summary>The company's zone.</summary>
    public static TimeZoneInfo Zone { get; } = ZoneDays.Find("Asia/Shanghai")!;

    /// <summary>The time; move it with <c>Advance</c> or <c>SetUtcNow</c>.</summary>
    public FakeTimeProvider Time { get; } = new(Start);

    /// <summary>The product's clock on it.</summary>
    public BusinessClock Clock => services.GetRequiredService<BusinessClock>();

    /// <summary>The present instant.</summary>
    public DateTimeOffset Now => Clock.Now;

    /// <summary>A new request id.</summary>
    public Guid Request => Guid.NewGuid();

    /// <summary>The database's settings.</summary>
    public StorageSettings Storage => storage;

    /// <summary>A house on a copy of the prepared database; <paramref name="more"/> adds or replaces registrations.</summary>
    public static async Task<TestHouse> Open(StorageProvider provider = StorageProvider.Sqlite, Action<IServiceCollection>? more = null) =>
        new(await TestStore.Copy(provider), more: more);

    /// <summary>A house on a database without tables.</summary>
    public static async Task<TestHouse> OpenEmpty(StorageProvider provider) => new(await TestStore.Empty(provider));

    /// <summary>A second process on the same database: other pools, gate and clock, the same rows.</summary>
    public TestHouse Neighbour(Action<IServiceCollection>? more = null)
    {
        var other = new TestHouse(storage, keep: true, more);
        other.Time.SetUtcNow(Now);
        return other;
    }

    /// <summary>The services as the (first) person of a role.</summary>
    public ActingAs As(Role role) => As(People.Actor(role));

    /// <summary>The services as an actor.</summary>
    public ActingAs As(Actor actor) => new(services, actor);

    /// <summary>The services as jobs and verbs see them.</summary>
    public ActingAs AsSystem() => As(Actor.System);

    /// <summary>A single service that needs no actor.</summary>
    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>The tables, for arranging and looking; writes are stamped as the system's.</summary>
    public AfterSalesDb Db()
    {
        var db = services.GetRequiredService<IDbContextFactory<AfterSalesDb>>().CreateDbContext();
        db.Now = Now;
        return db;
    }

    /// <summary>One look into the tables.</summary>
    public async Task<T> Read<T>(Func<AfterSalesDb, Task<T>> look)
    {
        await using var db = Db();
        return await look(db);
    }

    /// <summary>Adds rows as they are, past the services.</summary>
    public async Task Add(params object[] rows)
    {
        await using var db = Db();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (!keep)
        {
            await TestStore.Drop(storage);
        }
    }
}

/// <summary>Asks services as one actor, each time in a scope of its own, as pages and jobs do.</summary>
public sealed class ActingAs(IServiceProvider services, Actor actor)
{
    /// <summary>Who asks.</summary>
    public Actor Actor => actor;

    /// <summary>Calls a service.</summary>
    public async Task<TAnswer> Ask<TService, TAnswer>(Func<TService, Task<TAnswer>> call) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        return await call(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Calls a service that answers nothing.</summary>
    public async Task Ask<TService>(Func<TService, Task> call) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        await call(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>One write through the <see cref="Writer"/>, as a service would do it.</summary>
    public Task<Result> Write(Func<Write, Task<Result>> work) => Ask((Writer writer) => writer.Run(Guid.NewGuid(), work));
}
