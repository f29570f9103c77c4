using System.Data.Common;
using AfterSales.Core.Data;
using AfterSales.Core.Data.SampleData;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Web.Account;
using AfterSales.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Web.Hosting;

/// <summary>From the built program to the served site.</summary>
public static class Serving
{
    /// <summary>Migrates, fills what is empty, serves until told to stop; the exit code.</summary>
    public static Task<int> Serve(this WebApplication app) => app.Guarded(async () =>
    {
        await app.Migrate();
        await app.Prepare();
        await app.UseSite().RunAsync();
        return ExitCode.Done;
    });

    /// <summary>Brings the database to the program's model.</summary>
    public static async Task Migrate(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<SiteSettings>();
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<AfterSalesDb>>().CreateDbContextAsync();
        await db.Database.MigrateAsync();
        app.Logger.LogInformation("Database {Provider} is up to date", settings.Storage.Provider);
    }

    /// <summary>A database out of reach or an address in use is one line, not a stack trace.</summary>
    public static async Task<int> Guarded(this WebApplication app, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (DbException wrong)
        {
            return await Refusal.Say([new Problem("Hosting.NoDatabase", null, wrong.Message)], ExitCode.Refused);
        }
        catch (IOException wrong) when (wrong.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return await Refusal.Say([new Problem("Hosting.AddressInUse", null, string.Join(' ', app.Urls))], ExitCode.Refused);
        }
        catch (OperationCanceledException)
        {
            return await Refusal.Say([new Problem("Commands.Stopped")], ExitCode.Refused);
        }
    }

    private static async Task Prepare(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<SiteSettings>();
        var clock = app.Services.GetRequiredService<BusinessClock>();
        clock.Offset = settings.ClockOffset;
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<AfterSalesDb>>().CreateDbContextAsync();
        await Defaults.Ensure(db, clock.Now);
        if (settings.SampleData)
        {
            await Accounts.Ensure(db, clock.Now, Accounts.Password);
            await SampleHistory.Ensure(db, SamplePlan.Development, clock);
        }

        await app.Services.GetRequiredService<FirstRun>().Announce();
    }
}
