namespace AfterSales.Core.Shared;

/// <summary>The thing asked for does not exist, or not for this person; pages show their "not found" page.</summary>
public sealed class MissingException(string what) : Exception($"Not found: {what}");

/// <summary>A rule deep within a write stands against all of it; the write's sender gets the problem as the answer.</summary>
public sealed class RefusedException(Problem problem) : Exception(problem.Code)
{
    /// <summary>What stands against it.</summary>
    public Problem Problem => problem;
}

/// <summary>The actor lacks a permission; pages show their "not allowed" page.</summary>
public sealed class ForbiddenException(string what) : Exception($"Not allowed: {what}");
