using AfterSales.Core.Shared;

namespace AfterSales.Web.Commands;

/// <summary>What a verb ends with.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Refused; the reasons stand on stderr.</summary>
    public const int Refused = 1;

    /// <summary>Wrong usage; the right one stands on stderr.</summary>
    public const int WrongUsage = 2;
}

/// <summary>What is left to do of a call whose words and options are understood; the exit code.</summary>
public delegate Task<int> VerbWork();

/// <summary>One verb of the command line: <c>dotnet run --project AfterSales.Web -- VERB</c>.</summary>
/// <param name="Name">What is typed.</param>
/// <param name="Usage">The line that wrong usage is answered with.</param>
/// <param name="Read">Reads words and options, without the database; wrong ones are all told at once, and nothing is done.</param>
public sealed record Verb(string Name, string Usage, Func<VerbCall, Result<VerbWork>> Read)
{
    /// <summary>How many words without a name it takes, at least and at most ("report performance").</summary>
    public Range Words { get; init; } = 0..0;

    /// <summary>Options that take a value ("period" for <c>--period 2026-10</c>).</summary>
    public string[] Options { get; init; } = [];

    /// <summary>Options without a value ("dry-run").</summary>
    public string[] Flags { get; init; } = [];

    /// <summary>False for a verb that must find the database as it is, not migrated.</summary>
    public bool Migrates { get; init; } = true;
}

/// <summary>
/// One call of a verb, its words and options taken apart and checked against the table. Results go to <see cref="Out"/>,
/// progress and refusals to <see cref="Error"/>; relative paths mean the folder where the command was typed.
/// </summary>
public sealed class VerbCall(Verb verb, IServiceProvider services, Texts texts, CancellationToken stop)
{
    private readonly Dictionary<string, string> options = new(StringComparer.Ordinal);
    private readonly List<string> words = [];

    /// <summary>A scope of the call's own, its actor the system.</summary>
    public IServiceProvider Services => services;

    /// <summary>Texts in the company's language.</summary>
    public Texts Texts => texts;

    /// <summary>Ctrl-C.</summary>
    public CancellationToken Stop => stop;

    /// <summary>Results.</summary>
    public TextWriter Out { get; init; } = Console.Out;

    /// <summary>Progress and refusals.</summary>
    public TextWriter Error { get; init; } = Console.Error;

    /// <summary>The words without a name, in order.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>A service.</summary>
    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>The value of an option, or null.</summary>
    public string? Option(string name) => options.GetValueOrDefault(name);

    /// <summary>True when the flag stands there.</summary>
    public bool Flag(string name) => options.ContainsKey(name);

    /// <summary>Wrong usage: the right one.</summary>
    public Problem Usage => new("Commands.Usage", null, verb.Usage);

    /// <summary>What there is to do, once words and options are read.</summary>
    public Result<VerbWork> Work(ReadOnlySpan<string> args) => Read(args) ? verb.Read(this) : Usage;

    /// <summary>Refused: each reason on a line of stderr.</summary>
    public async Task<int> Refuse(IEnumerable<Problem> problems, int exit = ExitCode.Refused)
    {
        foreach (var problem in problems)
        {
            await Error.WriteLineAsync(texts.Say(problem));
        }

        return exit;
    }

    /// <summary>Takes the arguments apart; false when they don't fit the table.</summary>
    private bool Read(ReadOnlySpan<string> args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith('-'))
            {
                words.Add(args[i]);
                continue;
            }

            var name = args[i].StartsWith("--", StringComparison.Ordinal) ? args[i][2..] : "";
            var flag = verb.Flags.Contains(name);
            if ((!flag && !verb.Options.Contains(name)) || (!flag && i + 1 == args.Length) || !options.TryAdd(name, flag ? "" : args[++i]))
            {
                return false;
            }
        }

        return words.Count >= verb.Words.Start.Value && words.Count <= verb.Words.End.Value;
    }
}
