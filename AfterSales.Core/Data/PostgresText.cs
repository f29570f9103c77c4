using System.Data.Common;
using System.Text;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AfterSales.Core.Data;

/// <summary>
/// PostgreSQL takes neither NUL nor half a character in any text, not even to look for it: what an address or a search box
/// asks becomes U+FFFD and finds nothing, as on SQLite. What is to be stored was refused by its form before.
/// </summary>
internal sealed class PostgresText : DbCommandInterceptor
{
    public static readonly PostgresText Instance = new();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Mended(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Mended(command, result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Mended(command, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Mended(command, result));

    private static T Mended<T>(DbCommand command, T result)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            parameter.Value = parameter.Value switch
            {
                string text when !TextRule.IsClean(text) => Mended(text),
                string[] texts when texts.Any(t => t is not null && !TextRule.IsClean(t)) => texts.Select(t => t is null ? null : Mended(t)).ToArray(),
                List<string> texts when texts.Exists(t => t is not null && !TextRule.IsClean(t)) => texts.ConvertAll(t => t is null ? null! : Mended(t)),
                var other => other,
            };
        }

        return result;
    }

    private static string Mended(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\ufffd');
}
