using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AfterSales.Tests.House;

namespace AfterSales.Tests.Browser;

/// <summary>The built program, started as a user starts it, on a free loopback port and a database of its own.</summary>
public sealed class RunningSite : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("aftersales-site-").FullName;
    private readonly List<string> log = [];
    private Process? process;

    /// <summary>Where it answers.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What it wrote so far.</summary>
    public string Log
    {
        get
        {
            lock (log)
            {
                return string.Join(Environment.NewLine, log);
            }
        }
    }

    /// <summary>The folder of its database.</summary>
    public string Folder => folder;

    /// <summary>Starts the site, or starts it again with its clock moved; ready when this returns.</summary>
    public async Task Start(TimeSpan clockOffset = default)
    {
        await Stop();
        Address = $"http://127.0.0.1:{FreePort()}";
        process = Process.Start(Command([], clockOffset))!;
        process.OutputDataReceived += (_, e) => Heard(e.Data);
        process.ErrorDataReceived += (_, e) => Heard(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Ready(TimeSpan.FromSeconds(120));
    }

    /// <summary>Runs a verb on the site's database: its exit code, stdout and stderr.</summary>
    public async Task<(int Code, string Output, string Error)> Verb(params string[] words)
    {
        using var verb = Process.Start(Command(words, TimeSpan.Zero))!;
        var (output, error) = (verb.StandardOutput.ReadToEndAsync(), verb.StandardError.ReadToEndAsync());
        await verb.WaitForExitAsync();
        return (verb.ExitCode, await output, await error);
    }

    /// <summary>Starts a verb and ends it at once when that comes true; false where the verb had ended before.</summary>
    public async Task<bool> KillVerb(Func<bool> when, params string[] words)
    {
        using var verb = Process.Start(Command(words, TimeSpan.Zero))!;
        while (!verb.HasExited && !when())
        {
            await Task.Delay(20);
        }

        var running = !verb.HasExited;
        verb.Kill();
        await verb.WaitForExitAsync();
        return running;
    }

    /// <summary>Ends the program at once, as a power cut would.</summary>
    public async Task Stop()
    {
        if (process is null)
        {
            return;
        }

        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(folder, true);
    }

    private ProcessStartInfo Command(string[] words, TimeSpan clockOffset)
    {
        var built = Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/', '\\').Replace("AfterSales.Tests", "AfterSales.Web", StringComparison.Ordinal))!;
        var program = Path.Combine(built, Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\')), "AfterSales.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["ASPNETCORE_URLS"] = Address;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__AfterSales"] = "Data Source=" + Path.Combine(folder, "site.db");
        start.Environment["Clock__Offset"] = clockOffset.ToString("c", System.Globalization.CultureInfo.InvariantCulture);
        return start;
    }

    private async Task Ready(TimeSpan patience)
    {
        using var client = new HttpClient { BaseAddress = new Uri(Address), Timeout = TimeSpan.FromSeconds(5) };
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < patience && !process!.HasExited)
        {
            try
            {
                if ((await client.GetAsync("/health/ready")).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception wait) when (wait is HttpRequestException or TaskCanceledException)
            {
                // Not there yet.
            }

            await Task.Delay(150);
        }

        throw new InvalidOperationException("The site is not ready. It wrote:" + Environment.NewLine + Log);
    }

    private void Heard(string? line)
    {
        lock (log)
        {
            log.Add(line ?? "");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
