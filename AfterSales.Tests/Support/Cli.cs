using System.Diagnostics;

namespace AfterSales.Tests.Support;

/// <summary>What a run of the built program ended with.</summary>
public sealed record Ended(int Code, string Output, string Error);

/// <summary>Runs the built program as somebody at a terminal does, in a folder of its own with the database "site.db".</summary>
public sealed class Cli : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Where it is typed.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("aftersales-cli-").FullName;

    /// <summary>The built program.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory.Replace("AfterSales.Tests", "AfterSales.Web", StringComparison.Ordinal), "AfterSales.Web.dll");

    /// <summary>A path in the folder.</summary>
    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>Runs it to its end; settings are "Name=value" in front of the words.</summary>
    public async Task<Ended> Run(params string[] words)
    {
        var settings = words.TakeWhile(w => w.Contains("__", StringComparison.Ordinal) || w.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList();
        var start = new ProcessStartInfo("dotnet", [Program, .. words.Skip(settings.Count)]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        (start.Environment["ASPNETCORE_ENVIRONMENT"], start.Environment["ASPNETCORE_URLS"]) = ("Development", "http://127.0.0.1:0");
        (start.Environment["Company__Culture"], start.Environment["SampleData"]) = ("en", "false");
        start.Environment["ConnectionStrings__AfterSales"] = "Data Source=" + At("site.db");
        foreach (var pair in settings.Select(s => s.Split('=', 2)))
        {
            start.Environment[pair[0]] = pair[1];
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(Patience)) is var first && !process.HasExited)
        {
            process.Kill();
            throw new InvalidOperationException($"{string.Join(' ', words)} did not end ({first.Status}). It wrote: {await output} {await error}");
        }

        return new(process.ExitCode, await output, await error);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, true);
}
