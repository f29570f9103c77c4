using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AfterSales.Bench;

/// <summary><c>start FILE.db [PROGRAM.dll]</c>: the site, as it is built or published, started on a database, from the command to the first page; on the clock and of the processor, median of five after a first.</summary>
internal static class StartVerb
{
    private const int Runs = 5;

    public static async Task<int> Run(string file, string program)
    {
        var times = new List<(double Wall, double Processor)>();
        for (var i = 0; i <= Runs; i++)
        {
            times.Add(await Once(Path.GetFullPath(file), Path.GetFullPath(program)));
        }

        double Median(Func<(double Wall, double Processor), double> of) => times.Skip(1).Select(of).Order().ElementAt(Runs / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| start until the first page | {times[0].Wall:0} | {Median(t => t.Wall):0} | {Median(t => t.Processor):0} |"));
        return 0;
    }

    private static async Task<(double Wall, double Processor)> Once(string file, string program)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_URLS"] = url;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ConnectionStrings__AfterSales"] = "Data Source=" + file;
        var from = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        using var http = new HttpClient();
        while (!process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(url));
                answer.EnsureSuccessStatusCode();
                var wall = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
                process.Refresh();
                var processor = process.TotalProcessorTime.TotalMilliseconds;
                process.Kill();
                await process.WaitForExitAsync();
                return (wall, processor);
            }
            catch (HttpRequestException e) when (e.StatusCode is null)
            {
                await Task.Delay(10);
            }
        }

        throw new InvalidOperationException("The site did not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
