using System.Data.Common;
using System.Net.Sockets;
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
    /// <summary>True from the moment it serves: until then <see cref="Guarded"/> says what went wrong, and the host need not.</summary>
    internal static bool Up { get; private set; }

    /// <summary>Migrates, fills what is empty, serves until told to stop; the exit code.</summary>
    public static Task<int> Serve(this WebApplication app) => app.Guarded(async () =>
    {
        await app.Migrate();
        app.Logger.LogInformation("Database {Provider} is up to date", app.Services.GetRequiredService<SiteSettings>().Storage.Provider);
        await app.Prepare();
        app.Lifetime.ApplicationStarted.Register(() => Up = true);
        await app.UseSite().RunAsync();
        return ExitCode.Done;
    });

    /// <summary>Brings the database to the program's model.</summary>
    public static async Task Migrate(this WebApplication app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<AfterSalesDb>>().CreateDbContextAsync();
        await db.RollBackBrokenOff(CancellationToken.None);
        await Migrating.ToModel(db);
    }

    /// <summary>
    /// Whatever goes wrong is one line, never a stack trace: a database out of reach, a file that can't be written, an address
    /// in use. Where it went wrong stands in the log at level Debug.
    /// </summary>
    public static async Task<int> Guarded(this WebApplication app, Func<Task<int>> work)
    {
        var urls = app.Configuration["urls"] ?? "";
        try
        {
            return await work();
        }
        catch (OperationCanceledException)
        {
            return await Refusal.Say([new Problem("Commands.Stopped")], ExitCode.Refused);
        }
        catch (Exception wrong)
        {
            app.Logger.LogDebug(wrong, "Ended by an exception");
            return await Refusal.Say([Told(wrong, urls)], ExitCode.Refused);
        }
    }

    private static Problem Told(Exception wrong, string urls)
    {
        var chain = new List<Exception>();
        for (var e = wrong; e is not null; e = e.InnerException)
        {
            chain.Add(e);
        }

        if (chain.Exists(e => e is Microsoft.AspNetCore.Connections.AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressNotAvailable or SocketError.AccessDenied }))
        {
            return new Problem("Hosting.AddressInUse", null, urls);
        }

        return chain.Find(e => e is DbException or SocketException) is { } database
            ? new Problem("Hosting.NoDatabase", null, OneLine(database))
            : new Problem(chain.Exists(e => e is IOException or UnauthorizedAccessException) ? "Hosting.NoFile" : "Hosting.Failed", null, OneLine(wrong));
    }

    private static string OneLine(Exception wrong) => wrong.Message.ReplaceLineEndings(" ").Trim();

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
            if (await SampleHistory.Ensure(db, SamplePlan.Development, clock))
            {
                await SampleExtras.Add(db, app.Services.GetRequiredService<Core.Attachments.FileStore>(), clock);
            }
        }

        await app.Services.GetRequiredService<FirstRun>().Announce();
    }
}
