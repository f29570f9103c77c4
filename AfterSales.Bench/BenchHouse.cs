using AfterSales.Core;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Bench;

/// <summary>The product's own registrations on one database, and a raw connection beside them for the floors.</summary>
internal sealed class BenchHouse(ServiceProvider services, SqliteConnection raw, int cases) : IAsyncDisposable
{
    /// <summary>Cases in the database.</summary>
    public int Cases => cases;

    public BusinessClock Clock => services.GetRequiredService<BusinessClock>();

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public static async Task<BenchHouse> Open(string file)
    {
        var storage = new StorageSettings(StorageProvider.Sqlite, "Data Source=" + Path.GetFullPath(file));
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddCore(storage, ZoneDays.Find("Asia/Shanghai")!).BuildServiceProvider();
        var raw = new SqliteConnection(storage.ConnectionString);
        await raw.OpenAsync();
        await using var db = await services.GetRequiredService<IDbContextFactory<AfterSalesDb>>().CreateDbContextAsync();
        return new BenchHouse(services, raw, await db.Cases.CountAsync());
    }

    /// <summary>One look into the tables.</summary>
    public async Task<T> Read<T>(Func<AfterSalesDb, Task<T>> look)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AfterSalesDb>>().CreateDbContextAsync();
        return await look(db);
    }

    /// <summary>Asks a service as the first person of a role, in a scope of its own.</summary>
    public async Task<TAnswer> Ask<TService, TAnswer>(Role role, Func<TService, Task<TAnswer>> call) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = await Actor(role);
        return await call(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Reads every cell that the statement gives.</summary>
    public async Task Raw(string sql)
    {
        await using var command = raw.CreateCommand();
#pragma warning disable CA2100 // Statements of this program.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync();
        do
        {
            while (await rows.ReadAsync())
            {
                for (var i = 0; i < rows.FieldCount; i++)
                {
                    rows.GetValue(i);
                }
            }
        }
        while (await rows.NextResultAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await raw.DisposeAsync();
        await services.DisposeAsync();
    }

    private readonly Dictionary<Role, Actor> actors = [];

    /// <summary>The first person of a role.</summary>
    public async Task<Actor> Actor(Role role)
    {
        if (!actors.TryGetValue(role, out var actor))
        {
            actors[role] = actor = (await Read(db => db.Users.AsNoTracking().OrderBy(p => p.Id).FirstAsync(p => p.Role == role))).AsActor();
        }

        return actor;
    }
}
