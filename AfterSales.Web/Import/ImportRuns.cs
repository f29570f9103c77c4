using System.Collections.Concurrent;
using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Core.Shared;

namespace AfterSales.Web.Import;

/// <summary>The files on their way in, one a person. They belong to the process: one that ends takes back what it had not finished.</summary>
public sealed class ImportRuns(IServiceScopeFactory scopes, ILogger<ImportRuns> log) : IDisposable
{
    private readonly ConcurrentDictionary<long, ImportRun> runs = [];

    /// <summary>The person's; null when there is none.</summary>
    public ImportRun? Of(Actor person) => person.Id is { } id ? runs.GetValueOrDefault(id) : null;

    /// <summary>A new file in the place of the last one; it is looked at once.</summary>
    public ImportRun Take(Actor actor, string name, FileStream file)
    {
        Drop(actor);
        var run = runs[actor.Id!.Value] = new ImportRun(actor, name, file);
        Check(run, new ImportChoice());
        return run;
    }

    /// <summary>Looks what would become of it.</summary>
    public void Check(ImportRun run, ImportChoice choice) => Go(run, ImportPhase.Checking, ImportPhase.Checked, choice, (desk, progress, stop) => desk.Check(run.File, choice, progress, stop));

    /// <summary>Takes it in.</summary>
    public void Import(ImportRun run)
    {
        var request = Guid.NewGuid();
        Go(run, ImportPhase.Importing, ImportPhase.Imported, run.Choice, (desk, progress, stop) => desk.Run(run.File, run.Choice, request, progress, stop));
    }

    /// <summary>Done with it.</summary>
    public void Drop(Actor person)
    {
        if (person.Id is { } id && runs.TryRemove(id, out var run))
        {
            run.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => runs.Values.ToList().ForEach(r => Drop(r.Actor));

    private void Go(ImportRun run, ImportPhase phase, ImportPhase done, ImportChoice choice, Func<ImportDesk, IProgress<ImportProgress>, CancellationToken, Task<Result<ImportReport>>> work)
    {
        if (run.Begin(phase, choice) is { } stop)
        {
            _ = Task.Run(() => Do(run, done, desk => work(desk, new Told(run), stop)), CancellationToken.None);
        }
    }

    /// <summary>With the rights of who handed it in, in a scope of its own.</summary>
    private async Task Do(ImportRun run, ImportPhase done, Func<ImportDesk, Task<Result<ImportReport>>> work)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = run.Actor;
            var result = await work(scope.ServiceProvider.GetRequiredService<ImportDesk>());
            run.End(result.Ok ? done : ImportPhase.Refused, result.Ok ? result.Value : null, result.Problems);
        }
        catch (OperationCanceledException)
        {
            run.End(ImportPhase.Stopped);
        }
        catch (Exception fault)
        {
            log.LogError(fault, "Import of {File} broke", run.Name);
            run.End(ImportPhase.Broken);
        }
    }

    private sealed class Told(ImportRun run) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => run.Tell(value);
    }
}
