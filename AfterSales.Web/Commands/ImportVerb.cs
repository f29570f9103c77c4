using AfterSales.Core.Data;
using AfterSales.Core.Import;
using AfterSales.Core.Settings;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Web.Commands;

/// <summary><c>import FILE [--dry-run] [--rejected FILE] [--all-or-nothing]</c>: right rows go in, wrong ones are told; exit 1 if any row was or would be rejected.</summary>
public static class ImportVerb
{
    /// <summary>So many lines of a kind are told; the rest is counted.</summary>
    private const int MostTold = 1_000;

    /// <summary>The rejected rows are a workbook, and their file's name says so.</summary>
    public static Result<VerbWork> Read(VerbCall call) => call.Option("rejected") is { } file && !file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
        ? new Problem("Commands.Import.RejectedNotXlsx", null, file)
        : new VerbWork(() => Run(call));

    private static async Task<int> Run(VerbCall call)
    {
        var path = Path.GetFullPath(call.Words[0]);
        if (!File.Exists(path))
        {
            return await call.Refuse([new Problem("Commands.NoFile", null, path)]);
        }

        if (call.Option("rejected") is { } rejected)
        {
            var place = Path.GetFullPath(rejected);
            var problem = !Directory.Exists(Path.GetDirectoryName(place)) ? "Commands.NoFolder" : place == path ? "Commands.Import.RejectedIsItself" : null;
            if (problem is not null)
            {
                return await call.Refuse([new Problem(problem, null, rejected)]);
            }
        }

        await using (var db = await call.Get<IDbContextFactory<AfterSalesDb>>().CreateDbContextAsync(call.Stop))
        {
            await Defaults.Ensure(db, call.Get<BusinessClock>().Now, call.Stop);
        }

        var (desk, choice, progress) = (call.Get<ImportDesk>(), new ImportChoice(call.Flag("all-or-nothing")), new Progress(call));
        var done = await Opened(() => call.Flag("dry-run") ? desk.Check(ImportFile.At(path), choice, progress, call.Stop) : desk.Run(ImportFile.At(path), choice, Guid.NewGuid(), progress, call.Stop), path);
        return done.Ok ? await Tell(call, done.Value) : await call.Refuse(done.Problems);
    }

    private static async Task<Result<ImportReport>> Opened(Func<Task<Result<ImportReport>>> work, string path)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return new Problem("Commands.NoFile", null, path);
        }
    }

    private static async Task<int> Tell(VerbCall call, ImportReport report)
    {
        foreach (var sheet in report.Sheets.Where(s => s.Kind is not null))
        {
            await call.Out.WriteLineAsync(call.Texts["Commands.Import.Sheet", sheet.Name, sheet.New, sheet.Changed, sheet.Unchanged, sheet.Rejected, sheet.HeldBack]);
        }

        await Lines(call.Out, call, [.. report.Novel.Select(call.Texts.Say)], report.Novel.Count);
        await Lines(call.Out, call, [.. report.Changes.Take(MostTold).Select(c => Change(call.Texts, c))], report.Changes.Count);
        await Lines(call.Out, call, [.. report.Remarks.Take(MostTold).Select(n => Note(call.Texts, n))], report.Remarks.Count);
        await Lines(call.Error, call, [.. report.Told.Take(MostTold).Select(n => Note(call.Texts, n))], report.Told.Count);
        var written = call.Option("rejected") is { } file && !report.Clean ? await Rejected(call, report, file) : ExitCode.Done;
        await call.Out.WriteLineAsync(call.Flag("dry-run") ? call.Texts["Commands.Import.DryRun"] : report.BatchId is { } batch ? call.Texts["Commands.Import.Done", batch] : call.Texts["Commands.Import.Nothing"]);
        return report.Clean ? written : ExitCode.Refused;
    }

    private static async Task Lines(TextWriter to, VerbCall call, IReadOnlyList<string> lines, int all)
    {
        foreach (var line in lines)
        {
            await to.WriteLineAsync(line);
        }

        if (all > lines.Count)
        {
            await to.WriteLineAsync(call.Texts["Commands.Import.More", all - lines.Count]);
        }
    }

    private static string Note(Texts texts, RowNote note)
    {
        var place = note.Row == 0 ? note.Sheet : texts["Commands.Import.Row", note.Sheet, note.Row];
        var cell = note.Column is { } column ? " " + column.Name(texts.Culture.Name) + (string.IsNullOrEmpty(note.Value) ? "" : $" “{note.Value}”") : "";
        return texts["Import.At", place + cell, texts.Say(note.What)];
    }

    private static string Change(Texts texts, RowChange change) => texts["Import.At", texts["Commands.Import.Row", change.Sheet, change.Row] + " " + change.Key,
        string.Join("; ", change.Fields.Select(f => $"{f.Column.Name(texts.Culture.Name)} {f.Was(texts.Culture.Name) ?? "—"} → {f.Becomes(texts.Culture.Name) ?? "—"}"))];

    private static async Task<int> Rejected(VerbCall call, ImportReport report, string file)
    {
        try
        {
            await using var to = File.Create(Path.GetFullPath(file));
            await RejectedSheet.Write(to, report, call.Texts, call.Stop);
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return await call.Refuse([new Problem("Commands.CannotWrite", null, file)]);
        }
    }

    private sealed class Progress(VerbCall call) : IProgress<ImportProgress>
    {
        private const int Step = 20_000;
        private (ImportStage, int) told;

        public void Report(ImportProgress value)
        {
            if (value.Stage != ImportStage.Comparing && (value.Stage, value.Done / Step) is var now && now != told && value.Done >= Step)
            {
                call.Error.WriteLine(call.Texts[value.Stage == ImportStage.Reading ? "Commands.Import.Reading" : "Commands.Import.Writing", value.Done, value.Of]);
                told = now;
            }
        }
    }
}
