using AfterSales.Core.Integrity;
using AfterSales.Core.Shared;

namespace AfterSales.Web.Commands;

/// <summary><c>check</c>: the database's integrity and the business's invariants; exit 1 with what is wrong.</summary>
public static class CheckVerb
{
    /// <summary>There is nothing to read.</summary>
    public static Result<VerbWork> Read(VerbCall call) => new VerbWork(() => Run(call));

    /// <summary>Each finding on a line of stdout.</summary>
    private static async Task<int> Run(VerbCall call)
    {
        var progress = new Progress(call);
        var findings = await call.Get<IntegrityCheck>().Run(progress, call.Stop);
        foreach (var finding in findings)
        {
            var subject = finding.Detail.Length == 0 ? finding.Subject : $"{finding.Subject} ({finding.Detail})";
            await call.Out.WriteLineAsync($"{call.Texts[$"Commands.Check.{finding.Invariant}"]}: {subject}");
        }

        if (findings.Count == 0)
        {
            await call.Out.WriteLineAsync(call.Texts["Commands.Check.Sound", progress.Cases]);
            return ExitCode.Done;
        }

        await call.Error.WriteLineAsync(findings.Count >= IntegrityCheck.MaxFindings
            ? call.Texts["Commands.Check.FoundMany", IntegrityCheck.MaxFindings]
            : call.Texts["Commands.Check.Found", findings.Count]);
        return ExitCode.Refused;
    }

    private sealed class Progress(VerbCall call) : IProgress<long>
    {
        private const int Step = 100_000;

        public long Cases { get; private set; }

        public void Report(long value)
        {
            if (value / Step > Cases / Step)
            {
                call.Error.WriteLine(call.Texts["Commands.Check.Progress", value]);
            }

            Cases = value;
        }
    }
}
