using AfterSales.Core.Data;
using AfterSales.Core.Data.SampleData;
using AfterSales.Core.Shared;
using AfterSales.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AfterSales.Bench.Soak;

/// <summary>
/// The child that is killed: the whole site with its schedule, and writers inside it that tell over stdout what they
/// begin ("try"), what was acknowledged ("done") or refused, and what must never be ("fault").
/// </summary>
internal static class Writers
{
    /// <summary>Serves, repeats the steps that stdin names up to a blank line, then writes until killed.</summary>
    public static async Task<int> Run(int writers)
    {
        var builder = Start.Builder([]);
        var settings = SiteSettings.Read(builder.Configuration, builder.Environment);
        builder.AddSite(settings.Value);
        await using var app = builder.Build();
        var started = new TaskCompletionSource();
        app.Lifetime.ApplicationStarted.Register(started.SetResult);
        var serving = app.Serve();
        if (await Task.WhenAny(started.Task, serving) == serving)
        {
            return await serving;
        }

        var factory = app.Services.GetRequiredService<IDbContextFactory<AfterSalesDb>>();
        await using (var db = await factory.CreateDbContextAsync())
        {
            await Accounts.Ensure(db, app.Services.GetRequiredService<BusinessClock>().Now, null);
        }

        var steps = new Steps(app.Services);
        Tell("ready");
        while (await Console.In.ReadLineAsync() is { Length: > 0 } line)
        {
            await Try(steps, Step.Parse(line));
        }

        await Task.WhenAll(Enumerable.Range(0, writers).Select(i => Task.Run(() => Write(steps, new Choice(factory, new Random(i + Environment.ProcessId))))));
        return await serving;
    }

    private static async Task Write(Steps steps, Choice choice)
    {
        while (true)
        {
            await Try(steps, await choice.Next());
        }
    }

    private static async Task Try(Steps steps, Step step)
    {
        Tell("try " + step);
        try
        {
            var result = await steps.Do(step);
            Tell($"{(result.Ok ? "done" : "refused")} {step} {string.Join(' ', result.Problems.Select(p => p.Code))}");
        }
        catch (Exception wrong)
        {
            Tell($"fault {step} {wrong.ToString().ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>One line in one write, so that lines of several writers never mix and half a line is the kill's alone.</summary>
    private static void Tell(string line) => Console.Out.Write(line + "\n");
}
