using System.Globalization;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using AfterSales.Web.Hosting;

namespace AfterSales.Web.Commands;

/// <summary>
/// The verbs there are. A new one is one line of <see cref="Table"/>:
/// <code>new("check", "check", CheckVerb.Read),</code>
/// with <c>static Result&lt;VerbWork&gt; Read(VerbCall call)</c> in a file of its own in the feature's folder.
/// </summary>
public static class Verbs
{
    private static readonly Verb[] Table =
    [
        new("backup", "backup FILE", BackupVerbs.Backup) { Words = 1..1, Migrates = false },
        new("check", "check", CheckVerb.Read) { Migrates = false },
        new("export", "export FILE", ExportVerb.Read) { Words = 1..1 },
        new("generate", "generate --cases N [--months M = 6] [--seed S]", GenerateVerb.Read) { Options = ["cases", "months", "seed"] },
        new("import", "import FILE [--dry-run] [--rejected FILE] [--all-or-nothing]", ImportVerb.Read) { Words = 1..1, Flags = ["dry-run", "all-or-nothing"], Options = ["rejected"] },
        new("restore", "restore FILE", BackupVerbs.Restore) { Words = 1..1, Migrates = false },
        new("report", ReportVerb.Usage, ReportVerb.Read)
        {
            Words = 1..2, Options = ["period", "by", "format", "out"],
        },
    ];

    /// <summary>Settings without a section.</summary>
    private static readonly HashSet<string> Known = new(["urls", "environment", "http_ports", "https_ports", "SampleData"], StringComparer.OrdinalIgnoreCase);

    /// <summary>True when the arguments ask for a verb, not for the site.</summary>
    public static bool Asked(string[] args) => args.Length > 0 && !args[0].StartsWith('-');

    /// <summary>Why there is no such verb; null when there is, or none is asked for.</summary>
    public static Problem? Wrong(string[] args)
    {
        if (!Asked(args))
        {
            return Settings(args);
        }

        return Find(args[0]) is null ? new Problem("Commands.Unknown", null, args[0], string.Join(' ', Table.Select(v => v.Name))) : null;
    }

    /// <summary>Does the verb in a scope of its own, as the system; Ctrl-C stops it.</summary>
    public static async Task<int> Run(WebApplication app, string[] args)
    {
        var settings = app.Services.GetRequiredService<SiteSettings>();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = settings.Culture;
        app.Services.GetRequiredService<BusinessClock>().Offset = settings.ClockOffset;
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) => e.Cancel = Cancel(stop);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        var verb = Find(args[0])!;
        var call = new VerbCall(verb, scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<Texts>(), stop.Token);
        var work = call.Work(args.AsSpan(1));
        if (!work.Ok)
        {
            return await call.Refuse(work.Problems, ExitCode.WrongUsage);
        }

        return await app.Guarded(async () =>
        {
            if (verb.Migrates)
            {
                await app.Migrate();
            }

            return await work.Value();
        });
    }

    /// <summary>Arguments of the site are settings; a mistyped one must not pass unseen.</summary>
    private static Problem? Settings(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var (name, whole) = args[i].Split('=', 2) is [var before, _] ? (before, true) : (args[i], false);
            if (!name.StartsWith("--", StringComparison.Ordinal) || !(Known.Contains(name[2..]) || name.Contains(':', StringComparison.Ordinal)) || (!whole && ++i == args.Length))
            {
                return new Problem("Commands.UnknownSetting", null, args[Math.Min(i, args.Length - 1)], string.Join(' ', Table.Select(v => v.Name)));
            }
        }

        return null;
    }

    private static Verb? Find(string name) => Array.Find(Table, v => v.Name == name);

    private static bool Cancel(CancellationTokenSource stop)
    {
        stop.Cancel();
        return true;
    }
}
