using AfterSales.Core.Shared;

namespace AfterSales.Web.Shared;

/// <summary>What the last save of a form was refused for, by field.</summary>
public sealed class ProblemSet
{
    private IReadOnlyList<Problem> problems = [];

    /// <summary>True when the last save was refused.</summary>
    public bool Any => problems.Count > 0;

    /// <summary>Problems of the whole form.</summary>
    public IReadOnlyList<Problem> Whole => [.. problems.Where(p => p.Field is null)];

    /// <summary>Takes a save's answer; true when it was done.</summary>
    public bool Take(Result result)
    {
        problems = result.Problems;
        return result.Ok;
    }

    /// <summary>Tells more, in place of what stands under the same fields.</summary>
    public void Tell(IReadOnlyList<Problem> more) => problems = [.. problems.Where(p => more.All(m => m.Field != p.Field)), .. more];

    /// <summary>Takes some of them out, to be told in another way.</summary>
    public IReadOnlyList<Problem> Take(Func<Problem, bool> which)
    {
        var taken = problems.Where(which).ToList();
        problems = [.. problems.Except(taken)];
        return taken;
    }

    /// <summary>Forgets those of a field that was changed, and of the fields under it.</summary>
    public void Forget(string field) =>
        problems = [.. problems.Where(p => p.Field != field && p.Field?.StartsWith(field + ".", StringComparison.Ordinal) != true)];

    /// <summary>Forgets them.</summary>
    public void Clear() => problems = [];

    /// <summary>True when the field is wrong.</summary>
    public bool Has(string field) => problems.Any(p => p.Field == field);

    /// <summary>What is wrong with these fields.</summary>
    public IEnumerable<Problem> Of(params ReadOnlySpan<string> fields)
    {
        var asked = fields.ToArray();
        return problems.Where(p => asked.Contains(p.Field));
    }

    /// <summary>What is wrong with the field, in words; null when nothing is.</summary>
    public string? Text(Texts texts, string field) =>
        Has(field) ? string.Join(' ', problems.Where(p => p.Field == field).Select(p => texts.Say(p))) : null;
}
