using Microsoft.EntityFrameworkCore;

namespace AfterSales.Core.Data.Bulk;

/// <summary>
/// Writes whole aggregates in great numbers past the change tracker: no audit, no search rows, keys given here. For
/// made-up history, and within a unit of work of <see cref="Writer"/> for a firm's own records.
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

    /// <summary>True within a transaction that somebody else began and ends.</summary>
    protected bool Joined { get; private init; }

    /// <summary>Every table.</summary>
    protected IEnumerable<BulkTable> Tables => tables.Values;

    /// <summary>A writer for the context's database; <paramref name="great"/> for so much that it may take the database for itself.</summary>
    public static async Task<BulkWriter> Open(AfterSalesDb db, bool great, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        BulkWriter writer = db.Database.IsSqlite() ? new SqliteBulk(db, great) : new PostgresBulk(db);
        await writer.Count(stop);
        await writer.Begin(stop);
        return writer;
    }

    /// <summary>A writer within the unit of work under way, which nobody else writes beside (<see cref="Writer.Alone"/>).</summary>
    public static async Task<BulkWriter> Within(AfterSalesDb db, CancellationToken stop)
    {
        BulkWriter writer = db.Database.IsSqlite() ? new SqliteBulk(db, false) { Joined = true } : new PostgresBulk(db) { Joined = true };
        await writer.Count(stop);
        await writer.Join(stop);
        return writer;
    }

    /// <summary>The key of a row, given now if it has none.</summary>
    public long Key(object row) => tables[row.GetType()].Key(row);

    /// <summary>Keys go on from what the database has by now: after others wrote within the same unit of work.</summary>
    public async Task Count(CancellationToken stop)
    {
        foreach (var table in Tables.Where(t => t.HasCounter))
        {
            table.NextId = await LastId(table, stop) + 1;
        }
    }

    /// <summary>The database counts on from the keys given here; at the end of what was written within a unit of work.</summary>
    public virtual Task CountOn(CancellationToken stop) => Task.CompletedTask;

    /// <summary>The first free key of a table.</summary>
    public long FirstId<T>() => tables[typeof(T)].NextId;

    /// <summary>Writes rows with everything in their collections.</summary>
    public abstract void Write(IReadOnlyList<object> rows);

    /// <summary>Commits everything at once: indexes and counters stand again.</summary>
    public abstract Task Finish(CancellationToken stop);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    protected abstract Task Begin(CancellationToken stop);

    /// <summary>What helps in a transaction that somebody else began.</summary>
    protected virtual Task Join(CancellationToken stop) => Task.CompletedTask;

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

    /// <summary>How the last key that the table ever gave is asked for: one that was deleted is not given again.</summary>
    protected abstract string LastIdOf(string table);

    private async Task<long> LastId(BulkTable table, CancellationToken stop)
    {
        await using var command = Db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The table's name comes from the model.
        command.CommandText = LastIdOf(table.Name);
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(stop), System.Globalization.CultureInfo.InvariantCulture);
    }
}
