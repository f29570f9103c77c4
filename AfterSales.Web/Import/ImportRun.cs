using AfterSales.Core.Identity;
using AfterSales.Core.Import;
using AfterSales.Core.Shared;

namespace AfterSales.Web.Import;

/// <summary>How far a file has come.</summary>
public enum ImportPhase
{
    /// <summary>It is looked at.</summary>
    Checking = 1,

    /// <summary>What would become of it is known.</summary>
    Checked = 2,

    /// <summary>It is taken in.</summary>
    Importing = 3,

    /// <summary>It was taken in.</summary>
    Imported = 4,

    /// <summary>Stopped by hand: nothing of it was taken in.</summary>
    Stopped = 5,

    /// <summary>It can't be read, or was refused.</summary>
    Refused = 6,

    /// <summary>A fault of the program: nothing of it was taken in.</summary>
    Broken = 7,
}

/// <summary>One file on its way in; it goes on while nobody looks at it.</summary>
public sealed class ImportRun(Actor actor, string name, FileStream file) : IDisposable
{
    private const int Pace = 250;
    private readonly Lock gate = new();
    private CancellationTokenSource stopping = new();
    private long told;

    /// <summary>Something about it is other than it was.</summary>
    public event Action? Changed;

    /// <summary>The file's own name.</summary>
    public string Name => name;

    /// <summary>Whose it is.</summary>
    public Actor Actor => actor;

    /// <summary>Where it stands.</summary>
    public ImportPhase Phase { get; private set; } = ImportPhase.Stopped;

    /// <summary>How far that has got.</summary>
    public ImportProgress? Progress { get; private set; }

    /// <summary>What was found, or done.</summary>
    public ImportReport? Report { get; private set; }

    /// <summary>Why it is refused.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>How it is to be taken.</summary>
    public ImportChoice Choice { get; private set; } = new();

    /// <summary>The file, which others only read.</summary>
    internal ImportFile File => new(name, () => new FileStream(file.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

    /// <summary>Something is being done with it.</summary>
    public bool Busy => Phase is ImportPhase.Checking or ImportPhase.Importing;

    /// <summary>Ends what is being done; nothing of it stays.</summary>
    public void Stop()
    {
        lock (gate)
        {
            stopping.Cancel();
        }
    }

    /// <summary>True for its own file.</summary>
    internal bool Holds(FileStream other) => ReferenceEquals(file, other);

    /// <summary>Begins, unless something is under way; null then.</summary>
    internal CancellationToken? Begin(ImportPhase phase, ImportChoice choice)
    {
        lock (gate)
        {
            if (Busy)
            {
                return null;
            }

            (Phase, Choice, Progress, Problems) = (phase, choice, null, []);
            stopping.Dispose();
            stopping = new CancellationTokenSource();
        }

        Changed?.Invoke();
        return stopping.Token;
    }

    /// <summary>Told now and then, not at every step.</summary>
    internal void Tell(ImportProgress progress)
    {
        Progress = progress;
        if (Environment.TickCount64 - told > Pace)
        {
            told = Environment.TickCount64;
            Changed?.Invoke();
        }
    }

    /// <summary>It has come to an end.</summary>
    internal void End(ImportPhase phase, ImportReport? report = null, IReadOnlyList<Problem>? problems = null)
    {
        (Report, Problems, Phase) = (report ?? Report, problems ?? [], phase);
        Changed?.Invoke();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        file.Dispose();
    }
}
