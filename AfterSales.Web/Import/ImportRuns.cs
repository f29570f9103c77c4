using System.Collections.Concurrent;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Core.Shared;
using AfterSales.Web.Account;

namespace AfterSales.Web.Import;

/// <summary>
/// The files on their way in, one a person. They belong to the process: one that ends takes back what it had not finished.
/// Who signs out, leaves or gets another role ends the own one.
/// </summary>
public sealed class ImportRuns : IDisposable
{
    private readonly ConcurrentDictionary<long, ImportRun> runs = [];
    private readonly IServiceScopeFactory scopes;
    private readonly ILogger<ImportRuns> log;
    private readonly IDisposable listening;

    /// <summary>Another file is the person's now, or none: tells whose.</summary>
    public event Action<long>? Replaced;

    /// <summary>Listens to the ends of sessions.</summary>
    public ImportRuns(IServiceScopeFactory scopes, ChangeFeed feed, ILogger<ImportRuns> log)
    {
        (this.scopes, this.log) = (scopes, log);
        listening = feed.Listen(topic => runs.Keys.Where(id => topic == SessionWatch.Topic(id)).ToList().ForEach(End));
    }

    /// <summary>The person's; null when there is none.</summary>
    public ImportRun? Of(Actor person) => person.Id is { } id ? runs.GetValueOrDefault(id) : null;

    /// <summary>A new file in the place of the last one, unless that is under way; it is looked at once. Null when another is under way.</summary>
    public ImportRun? Take(Actor actor, string name, FileStream file)
    {
        Drop(actor);
        var run = runs.GetOrAdd(actor.Id!.Value, _ => new ImportRun(actor, name, file));
        if (!run.Holds(file))
        {
            return null;
        }

        Check(run, new ImportChoice());
        Replaced?.Invoke(actor.Id.Value);
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

    /// <summary>Done with it, unless it is under way.</summary>
    public void Drop(Actor person)
    {
        if (Of(person) is { Busy: false })
        {
            End(person.Id!.Value);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        listening.Dispose();
        runs.Keys.ToList().ForEach(End);
    }

    private void End(long person)
    {
        if (runs.TryRemove(person, out var run))
        {
            run.Dispose();
            Replaced?.Invoke(person);
        }
    }

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
        catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException)
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
