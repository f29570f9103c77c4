using System.Diagnostics;

namespace AfterSales.Bench.Soak;

/// <summary>The killed process as its parent sees it, with what it told so far.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process process;
    private readonly Ledger ledger;
    private readonly List<string> errors = [];
    private readonly TaskCompletionSource ready = new();
    private readonly Task reading;

    /// <summary>Starts it on a database with its clock moved.</summary>
    public Child(string file, TimeSpan offset, int writers, Ledger ledger)
    {
        this.ledger = ledger;
        var start = new ProcessStartInfo("dotnet", [typeof(Child).Assembly.Location, "soak-writers", writers.ToString(System.Globalization.CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Database__Provider"] = "Sqlite";
        start.Environment["ConnectionStrings__AfterSales"] = "Data Source=" + file;
        start.Environment["SampleData"] = "false";
        start.Environment["Clock__Offset"] = offset.ToString("c", System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["DOTNET_TieredPGO"] = "0";
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, e) => Heard(e.Data);
        process.BeginErrorReadLine();
        reading = Task.Run(Read);
    }

    /// <summary>What it wrote to its log.</summary>
    public string Log
    {
        get
        {
            lock (errors)
            {
                return string.Join(Environment.NewLine, errors);
            }
        }
    }

    /// <summary>Waits until it serves; false when it ended or takes longer.</summary>
    public async Task<bool> Ready(TimeSpan patience) => await Task.WhenAny(ready.Task, process.WaitForExitAsync(), Task.Delay(patience)) == ready.Task;

    /// <summary>Has it send these again, then go on with its own.</summary>
    public async Task Begin(IEnumerable<Step> again)
    {
        foreach (var step in again)
        {
            await process.StandardInput.WriteLineAsync(step.ToString());
        }

        await process.StandardInput.WriteLineAsync();
        await process.StandardInput.FlushAsync();
    }

    /// <summary>SIGKILL; answers when all that it told has been read.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
        await reading;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    /// <summary>A line counts when it is whole: the kill may cut the last one.</summary>
    private async Task Read()
    {
        var rest = "";
        var buffer = new char[4096];
        while (await process.StandardOutput.ReadAsync(buffer) is > 0 and var count)
        {
            var lines = (rest + new string(buffer, 0, count)).Split('\n');
            rest = lines[^1];
            foreach (var line in lines[..^1])
            {
                if (line == "ready")
                {
                    ready.TrySetResult();
                    continue;
                }

                ledger.Take(line);
            }
        }
    }

    private void Heard(string? line)
    {
        lock (errors)
        {
            errors.Add(line ?? "");
        }
    }
}
