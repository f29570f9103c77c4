using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AfterSales.Tests.Support;

/// <summary>
/// How a database carries out what a service asks: each reading statement with its plan. Of an empty table a database reads
/// all sooner than an index, so PostgreSQL is told not to where it can do otherwise.
/// </summary>
internal static class Plans
{
    /// <summary>The lines of the plans of everything read meanwhile that read one of the tables from end to end.</summary>
    public static async Task<IReadOnlyList<string>> Scans(this TestHouse house, Func<Task> work, params string[] tables) =>
        [.. from step in await house.Steps(work) from table in tables where IsScan(step.Line, table, step.Sql) select $"{step.Line} in {step.Sql}"];

    /// <summary>On SQLite, the lines that look into a table.</summary>
    public static async Task<IReadOnlyList<string>> Looks(this TestHouse house, Func<Task> work, string table) =>
        [.. from step in await house.Steps(work) where step.Line.Split(' ') is ["SEARCH" or "SCAN", var alias, ..] && step.Sql.Contains($"\"{table}\" AS \"{alias}\"", StringComparison.Ordinal) select step.Line];

    private static async Task<IReadOnlyList<(string Line, string Sql)>> Steps(this TestHouse house, Func<Task> work)
    {
        var found = new List<(string, string)>();
        foreach (var statement in await Read(house, work))
        {
            await using var db = house.Db();
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Parameters.AddRange(statement.Parameters);
            command.CommandText = db.Database.IsSqlite() ? "EXPLAIN QUERY PLAN " + statement.Text : "SET enable_seqscan = off; EXPLAIN " + statement.Text;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                found.Add((reader.GetString(reader.FieldCount - 1), statement.Text));
            }
        }

        return found;
    }

    /// <summary>SQLite names the table's alias; an index read from end to end is a scan too.</summary>
    private static bool IsScan(string line, string table, string sql)
    {
        if (line.Contains("Seq Scan on", StringComparison.Ordinal))
        {
            return line.Contains($"\"{table}\"", StringComparison.Ordinal);
        }

        return line.StartsWith("SCAN ", StringComparison.Ordinal) && line.Split(' ')[1] is var alias && (alias == table || sql.Contains($"\"{table}\" AS \"{alias}\"", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<(string Text, DbParameter[] Parameters)>> Read(TestHouse house, Func<Task> work)
    {
        var heard = new ConcurrentQueue<(string, DbParameter[])>();
        await using var own = house.Db();
        var place = own.Database.GetDbConnection();
        using var listening = DiagnosticListener.AllListeners.Subscribe(new Ear<DiagnosticListener>(listener =>
        {
            if (listener.Name == DbLoggerCategory.Name)
            {
                listener.Subscribe(new Ear<KeyValuePair<string, object?>>(told =>
                {
                    if (told.Value is CommandEventData { Command: var c } && told.Key == RelationalEventId.CommandExecuting.Name && c.Connection!.Database == place.Database && c.Connection.DataSource == place.DataSource
                        && c.CommandText.TrimStart().StartsWith("SELECT", StringComparison.Ordinal))
                    {
                        heard.Enqueue((c.CommandText, [.. c.Parameters.Cast<DbParameter>().Select(Copy)]));
                    }
                }));
            }
        }));
        await work();
        return [.. heard];
    }

    private static DbParameter Copy(DbParameter parameter) =>
        parameter is ICloneable kept ? (DbParameter)kept.Clone() : new SqliteParameter(parameter.ParameterName, parameter.Value);

    private sealed class Ear<T>(Action<T> hear) : IObserver<T>
    {
        public void OnNext(T value) => hear(value);

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
