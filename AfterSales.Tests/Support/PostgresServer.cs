using Npgsql;

namespace AfterSales.Tests.Support;

/// <summary>The PostgreSQL server that tests may use, named by an environment variable; ./test.sh starts one.</summary>
public static class PostgresServer
{
    /// <summary>The variable with the server's connection string; its user may create databases.</summary>
    public const string Variable = "AFTERSALES_TEST_POSTGRES";

    private static readonly string? Server = Environment.GetEnvironmentVariable(Variable);

    /// <summary>Why there is no PostgreSQL for tests; null where there is.</summary>
    public static string? MissingBecause => string.IsNullOrWhiteSpace(Server)
        ? $"No PostgreSQL: {Variable} names no server (./test.sh starts one)."
        : null;

    /// <summary>The connection string of a database on the server.</summary>
    public static string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database, IncludeErrorDetail = true, MaxPoolSize = 20 }.ConnectionString;

    /// <summary>Makes a database, as a copy where a template is named.</summary>
    public static Task Create(string database, string? template = null) =>
        Run($"CREATE DATABASE \"{database}\"" + (template is null ? "" : $" TEMPLATE \"{template}\" STRATEGY file_copy"));

    /// <summary>Drops a database with whoever is still on it.</summary>
    public static Task Drop(string database) => Run($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)");

    private static async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
