namespace AfterSales.Core.Shared;

/// <summary>Collects every fault of a form at once, each under its field.</summary>
public sealed class Checks
{
    private readonly List<Problem> problems = [];

    /// <summary>Everything found so far.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>A text of at most <paramref name="max"/> UTF-16 units without characters that no field may hold.</summary>
    public Checks Text(string field, string? value, int max, bool required = false)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return required ? Add("Shared.Required", field) : this;
        }

        if (value.Length > max)
        {
            Add("Shared.TooLong", field, max, value.Length);
        }

        return TextRule.IsClean(value) ? this : Add("Shared.BadCharacter", field);
    }

    /// <summary>A choice or number that must be there.</summary>
    public Checks Required(string field, object? value) => value is null ? Add("Shared.Required", field) : this;

    /// <summary>A number within its range, both ends allowed.</summary>
    public Checks Range(string field, decimal? value, decimal least, decimal most) =>
        value is { } v && (v < least || v > most) ? Add("Shared.OutOfRange", field, least, most) : this;

    /// <summary>A choice that is a member of its enum (a request may carry any number).</summary>
    public Checks Member<T>(string field, T? value) where T : struct, Enum =>
        value is { } v && !Enum.IsDefined(v) ? Add("Shared.NotInList", field) : this;

    /// <summary>Adds a problem of the form's own when <paramref name="wrong"/>.</summary>
    public Checks When(bool wrong, string code, string? field = null, params object?[] args) =>
        wrong ? Add(code, field, args) : this;

    private Checks Add(string code, string? field, params object?[] args)
    {
        problems.Add(new Problem(code, field, args));
        return this;
    }
}
