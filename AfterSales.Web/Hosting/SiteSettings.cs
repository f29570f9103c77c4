using System.Globalization;
using AfterSales.Core.Data;
using AfterSales.Core.Shared;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AfterSales.Web.Hosting;

/// <summary>The settings, checked once at start; a wrong one refuses the start with a line.</summary>
/// <param name="Storage">Which database.</param>
/// <param name="Zone">The company's time zone.</param>
/// <param name="Culture">The default language, and that of verbs.</param>
/// <param name="Company">The company's name, for the frame and reports.</param>
/// <param name="SampleData">Fill an empty database with the sample: as set, else in Development.</param>
/// <param name="ClockOffset">How far the clock is moved forward (Development only).</param>
public sealed record SiteSettings(
    StorageSettings Storage, TimeZoneInfo Zone, CultureInfo Culture, string Company, bool SampleData, TimeSpan ClockOffset)
{
    /// <summary>The languages there are; the first is the default.</summary>
    public static readonly string[] Cultures = ["zh-CN", "en"];

    /// <summary>From here on the program speaks the company's language, where that is one there is.</summary>
    public static void Speak(IConfiguration settings)
    {
        if (Setting(settings, "Company:Culture", Cultures[0]) is var culture && Cultures.Contains(culture))
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        }
    }

    /// <summary>Reads and checks all of them at once.</summary>
    public static Result<SiteSettings> Read(IConfiguration settings, IHostEnvironment environment)
    {
        var problems = new List<Problem>();
        var provider = Setting(settings, "Database:Provider", "Sqlite");
        var zone = Setting(settings, "Company:TimeZone", "Asia/Shanghai");
        var culture = Setting(settings, "Company:Culture", Cultures[0]);
        var sample = Sample(settings, environment, problems);
        var offset = Offset(settings, environment, problems);
        var storage = Read(provider, settings.GetConnectionString("AfterSales") ?? "Data Source=aftersales.db", problems);
        storage = storage is null ? null : WithFiles(storage, Setting(settings, "Attachments:Folder", ""), environment, problems);
        var found = ZoneDays.Find(zone);
        if (found is null)
        {
            problems.Add(new Problem("Hosting.UnknownZone", null, zone));
        }

        if (!Cultures.Contains(culture))
        {
            problems.Add(new Problem("Hosting.UnknownCulture", null, culture));
        }

        return problems.Count > 0
            ? Result<SiteSettings>.Refused(problems)
            : new SiteSettings(storage!, found!, CultureInfo.GetCultureInfo(culture), Setting(settings, "Company:Name", sample ? Core.Data.SampleData.Accounts.Company : ""), sample, offset);
    }

    private static string Setting(IConfiguration settings, string key, string otherwise) =>
        string.IsNullOrWhiteSpace(settings[key]) ? otherwise : settings[key]!.Trim();

    private static bool Sample(IConfiguration settings, IHostEnvironment environment, List<Problem> problems)
    {
        if (Setting(settings, "SampleData", environment.IsDevelopment() ? "true" : "false") is var text && !bool.TryParse(text, out _))
        {
            problems.Add(new Problem("Hosting.BadSampleData", null, text));
            return false;
        }

        var wanted = bool.Parse(text);
        if (wanted && environment.IsProduction())
        {
            problems.Add(new Problem("Hosting.SampleInProduction"));
        }

        return wanted;
    }

    private static TimeSpan Offset(IConfiguration settings, IHostEnvironment environment, List<Problem> problems)
    {
        if (!environment.IsDevelopment() || settings["Clock:Offset"] is not { Length: > 0 } text)
        {
            return TimeSpan.Zero;
        }

        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var offset) && offset >= TimeSpan.Zero)
        {
            return offset;
        }

        problems.Add(new Problem("Hosting.BadOffset", null, text));
        return TimeSpan.Zero;
    }

    private static StorageSettings? Read(string provider, string connection, List<Problem> problems)
    {
        if (!Enum.TryParse<StorageProvider>(provider, ignoreCase: true, out var kind) || !Enum.IsDefined(kind) || char.IsDigit(provider[0]))
        {
            problems.Add(new Problem("Hosting.UnknownProvider", null, provider));
            return null;
        }

        try
        {
            return new StorageSettings(kind, kind == StorageProvider.Sqlite ? Anchored(connection) : new NpgsqlConnectionStringBuilder(connection).ConnectionString);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            problems.Add(new Problem("Hosting.BadConnection", null, kind));
            return null;
        }
    }

    /// <summary>The folder of attached files: as set, else beside the embedded database or the settings; nothing of it is served as it lies there.</summary>
    private static StorageSettings WithFiles(StorageSettings storage, string folder, IHostEnvironment environment, List<Problem> problems)
    {
        var files = folder.Length > 0 ? Path.GetFullPath(folder, Start.Folder)
            : storage.Provider == StorageProvider.Sqlite ? storage.Files : Path.Combine(Start.Folder, "aftersales-files");
        if (environment is IWebHostEnvironment { WebRootPath: { Length: > 0 } web } && (files + Path.DirectorySeparatorChar).StartsWith(Path.GetFullPath(web) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            problems.Add(new Problem("Hosting.FilesInWebRoot", null, files));
        }

        return storage with { Files = files };
    }

    /// <summary>A relative file starts at the settings' folder, wherever the program was started.</summary>
    private static string Anchored(string connection)
    {
        var parts = new SqliteConnectionStringBuilder(connection);
        if (parts.DataSource.Length > 0 && parts.DataSource != ":memory:" && !parts.DataSource.StartsWith("file:", StringComparison.Ordinal))
        {
            parts.DataSource = Path.GetFullPath(parts.DataSource, Start.Folder);
        }

        return parts.ConnectionString;
    }
}
