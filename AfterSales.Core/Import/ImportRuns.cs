using System.Collections.Concurrent;
using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AfterSales.Core.Import;

/// <summary>A check or import that goes on whether or not its page is open.</summary>
/// <param name="Id">Its id; its page hears of progress by the topic "import/{Id}".</param>
/// <param name="PersonId">Whose it is.</param>
/// <param name="FileName">The file.</param>
/// <param name="DryRun">Nothing is written.</param>
/// <param name="StartedAt">When it began.</param>
public sealed record ImportRun(Guid Id, long? PersonId, string FileName, bool DryRun, DateTimeOffset StartedAt)
{
    /// <summary>How far it has got.</summary>
    public ImportProgress? Progress { get; internal set; }

    /// <summary>What came of it; null while it goes on.</summary>
    public Result<ImportReport>? Answer { get; internal set; }

    internal CancellationTokenSource Stop { get; } = new();
}

/// <summary>Imports under way in this process, started by a page that may be left. A kill ends them; nothing is half written, and starting again completes it.</summary>
public sealed class ImportRuns(IServiceScopeFactory scopes, ChangeFeed feed, BusinessClock clock, ILogger<ImportRuns> log)
{
    private const int MostKept = 20;
    private readonly ConcurrentDictionary<Guid, ImportRun> runs = new();

    /// <summary>Starts it; <paramref name="after"/> is done in the end however it ended (a temporary file is deleted, say).</summary>
    public ImportRun Start(Actor actor, ImportFile file, ImportChoice choice, bool dryRun, Action? after = null)
    {
        actor.Must(Permission.Import);
        var run = new ImportRun(Guid.NewGuid(), actor.Id, file.Name, dryRun, clock.Now);
        runs[run.Id] = run;
        foreach (var old in runs.Values.Where(r => r.Answer is not null).OrderByDescending(r => r.StartedAt).Skip(MostKept))
        {
            runs.TryRemove(old.Id, out _);
        }

        _ = Task.Run(() => Carry(run, actor, file, choice, after));
        return run;
    }

    /// <summary>One's own run; null where there is none (any more).</summary>
    public ImportRun? Of(Actor actor, Guid id) => runs.GetValueOrDefault(id) is { } run && run.PersonId == actor.Id ? run : null;

    /// <summary>One's own runs, the latest first.</summary>
    public IReadOnlyList<ImportRun> Of(Actor actor) => [.. runs.Values.Where(r => r.PersonId == actor.Id).OrderByDescending(r => r.StartedAt)];

    /// <summary>Breaks one's own run off; nothing of it stays.</summary>
    public void Stop(Actor actor, Guid id) => Of(actor, id)?.Stop.Cancel();

    private async Task Carry(ImportRun run, Actor actor, ImportFile file, ImportChoice choice, Action? after)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
            var desk = scope.ServiceProvider.GetRequiredService<ImportDesk>();
            var progress = new Hearing(p => Tell(run, p));
            run.Answer = run.DryRun ? await desk.Check(file, choice, progress, run.Stop.Token) : await desk.Run(file, choice, run.Id, progress, run.Stop.Token);
        }
        catch (OperationCanceledException)
        {
            run.Answer = new Problem("Import.Stopped");
        }
        catch (Exception e)
        {
            log.LogError(e, "Import {Run} broke off", run.Id);
            run.Answer = new Problem("Import.BrokeOff", null, run.Id);
        }
        finally
        {
            after?.Invoke();
            Tell(run, run.Progress);
        }
    }

    private void Tell(ImportRun run, ImportProgress? progress)
    {
        run.Progress = progress;
        feed.Publish([$"import/{run.Id}"]);
    }

    /// <summary>Told at once and in order, on the run's own thread.</summary>
    private sealed class Hearing(Action<ImportProgress> hear) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => hear(value);
    }
}
