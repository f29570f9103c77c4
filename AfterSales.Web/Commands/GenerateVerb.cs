using System.Globalization;
using AfterSales.Core.Data;
using AfterSales.Core.Data.SampleData;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using AfterSales.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Web.Commands;

/// <summary><c>generate --cases N [--months M = 6] [--seed S]</c>: adds a made-up history that ends now.</summary>
public static class GenerateVerb
{
    private const int MostCases = 10_000_000;
    private const int MostMonths = 240;

    /// <summary>How many cases, over how many months, from which seed.</summary>
    public static Result<VerbWork> Read(VerbCall call)
    {
        if (call.Option("cases") is null)
        {
            return call.Usage;
        }

        var (cases, months, seed) = (Number(call, "cases", 1, MostCases, 0), Number(call, "months", 1, MostMonths, 6), Number(call, "seed", 0, int.MaxValue, SamplePlan.FixedSeed));
        return cases.Ok && months.Ok && seed.Ok
            ? new VerbWork(() => Run(call, new SamplePlan(cases.Value, months.Value, seed.Value)))
            : Result<VerbWork>.Refused([.. cases.Problems, .. months.Problems, .. seed.Problems]);
    }

    /// <summary>Told on stderr as it goes; the result on stdout.</summary>
    private static async Task<int> Run(VerbCall call, SamplePlan plan)
    {
        var clock = call.Get<BusinessClock>();
        await using var db = await call.Get<IDbContextFactory<AfterSalesDb>>().CreateDbContextAsync(call.Stop);
        await Defaults.Ensure(db, clock.Now, call.Stop);
        await Accounts.Ensure(db, clock.Now, call.Get<SiteSettings>().SampleData ? Accounts.Password : null, call.Stop);
        var written = await SampleHistory.Write(db, plan, clock, new Progress(call), call.Stop);
        if (!written.Ok)
        {
            return await call.Refuse(written.Problems);
        }

        await call.Out.WriteLineAsync(call.Texts["Commands.Generated", plan.Cases, plan.Months, written.Value]);
        return ExitCode.Done;
    }

    private static Result<int> Number(VerbCall call, string option, int least, int most, int otherwise)
    {
        if (call.Option(option) is not { } typed)
        {
            return otherwise;
        }

        return int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : new Problem("Commands.BadNumber", null, option, typed, least, most);
    }

    private sealed class Progress(VerbCall call) : IProgress<int>
    {
        private const int Step = 50_000;
        private int told;

        public void Report(int value)
        {
            if (value / Step > told / Step)
            {
                call.Error.WriteLine(call.Texts["Commands.Generate.Progress", value]);
            }

            told = value;
        }
    }
}
