using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Data.Bulk;

/// <summary>
/// Writes whole aggregates in great numbers past the change tracker: no audit, no request ids, keys given here. For
/// made-up history only; everything else goes through <see cref="Writer"/>.
/// </summary>
internal abstract class BulkWriter : IAsyncDisposable
{
    private readonly Dictionary<Type, BulkTable> tables;

    protected BulkWriter(AfterSalesDb db)
    {
        Db = db;
        var entities = db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null && e.FindPrimaryKey() is not null && e.ClrType.Assembly == typeof(BulkWriter).Assembly);
        tables = entities.ToDictionary(e => e.ClrType, e => new BulkTable(e));
    }

    /// <summary>Rows written so far.</summary>
    public long Rows { get; protected set; }

    /// <summary>The database.</summary>
    protected AfterSalesDb Db { get; }

    /// <summary>Every table.</summary>
    protected IEnumerable<BulkTable> Tables => tables.Values;

    /// <summary>A writer for the context's database; <paramref name="great"/> for so much that it may take the database for itself.</summary>
    public static async Task<BulkWriter> Open(AfterSalesDb db, bool great, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        BulkWriter writer = db.Database.IsSqlite() ? new SqliteBulk(db, great) : new PostgresBulk(db);
        foreach (var table in writer.Tables.Where(t => t.HasCounter))
        {
            table.NextId = await writer.MaxId(table, stop) + 1;
        }

        await writer.Begin(stop);
        return writer;
    }

    /// <summary>The first free key of a table.</summary>
    public long FirstId<T>() => tables[typeof(T)].NextId;

    /// <summary>Writes rows with everything in their collections.</summary>
    public abstract void Write(IReadOnlyList<object> rows);

    /// <summary>Commits everything at once: indexes and counters stand again.</summary>
    public abstract Task Finish(CancellationToken stop);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    protected abstract Task Begin(CancellationToken stop);

    /// <summary>A row and everything in its collections, each with its table and the key of the row it hangs on.</summary>
    protected IEnumerable<(BulkTable Table, object Row, long Parent)> Flat(object row, long parent = 0)
    {
        var table = tables[row.GetType()];
        var key = table.Key(row);
        yield return (table, row, parent);
        foreach (var (of, _) in table.Collections)
        {
            foreach (var item in of(row))
            {
                foreach (var below in Flat(item, key))
                {
                    yield return below;
                }
            }
        }
    }

    private async Task<long> MaxId(BulkTable table, CancellationToken stop)
    {
        await using var command = Db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The table's name comes from the model.
        command.CommandText = $"SELECT COALESCE(MAX(\"Id\"), 0) FROM \"{table.Name}\"";
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(stop), System.Globalization.CultureInfo.InvariantCulture);
    }
}
