namespace AfterSales.Core.Shared;

/// <summary>What an operation answers: done, or every reason at once why not.</summary>
public class Result
{
    /// <summary>Done, with nothing to say.</summary>
    public static readonly Result Done = new([]);

    private protected Result(IReadOnlyList<Problem> problems) => Problems = problems;

    /// <summary>Every refusal; empty when done.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>True when nothing was refused.</summary>
    public bool Ok => Problems.Count == 0;

    /// <summary>Refused for these reasons.</summary>
    public static Result Refused(IReadOnlyList<Problem> problems) => new(problems);

    /// <summary>A refusal reads as its problem.</summary>
    public static implicit operator Result(Problem problem) => new([problem]);
}

/// <summary>A <see cref="Result"/> that carries a value when done.</summary>
public sealed class Result<T> : Result
{
    private readonly T? value;

    private Result(T value) : base([]) => this.value = value;

    private Result(IReadOnlyList<Problem> problems) : base(problems)
    {
    }

    /// <summary>The answer; reading it from a refusal is a bug and throws.</summary>
    public T Value => Ok ? value! : throw new InvalidOperationException("Refused: " + string.Join("; ", Problems));

    /// <summary>Refused for these reasons.</summary>
    public static new Result<T> Refused(IReadOnlyList<Problem> problems) => new(problems);

    /// <summary>A value reads as its result.</summary>
    public static implicit operator Result<T>(T value) => new(value);

    /// <summary>A refusal reads as its problem.</summary>
    public static implicit operator Result<T>(Problem problem) => new([problem]);
}
