using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace AfterSales.Core.Data.Bulk;

/// <summary>Binary COPY in one transaction, table by table, those first that others refer to; the counters are set last.</summary>
internal sealed class PostgresBulk(AfterSalesDb db) : BulkWriter(db)
{
    private readonly NpgsqlConnection connection = (NpgsqlConnection)db.Database.GetDbConnection();
    private readonly HashSet<BulkTable> written = [];
    private List<BulkTable>? order;
    private NpgsqlTransaction? transaction;

    public override void Write(IReadOnlyList<object> rows)
    {
        var byTable = rows.SelectMany(r => Flat(r)).ToLookup(r => r.Table);
        foreach (var table in (order ??= Order()).Where(byTable.Contains))
        {
            written.Add(table);
            using var copy = connection.BeginBinaryImport($"COPY \"{table.Name}\" ({string.Join(", ", table.Columns.Select(c => $"\"{c}\""))}) FROM STDIN (FORMAT BINARY)");
            var sink = new Copy(copy);
            foreach (var (_, row, parent) in byTable[table])
            {
                copy.StartRow();
                table.Emit(sink, row, parent);
                Rows++;
            }

            copy.Complete();
        }
    }

    public override async Task Finish(CancellationToken stop)
    {
        await CountOn(stop);
        await transaction!.CommitAsync(stop);
        await transaction.DisposeAsync();
        transaction = null;
        await Db.Database.ExecuteSqlRawAsync("ANALYZE", stop);
    }

    public override async Task CountOn(CancellationToken stop)
    {
        foreach (var table in written.Where(t => t.HasCounter))
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The table's name comes from the model.
            command.CommandText = $"SELECT setval(pg_get_serial_sequence('\"{table.Name}\"', 'Id'), GREATEST((SELECT MAX(\"Id\") FROM \"{table.Name}\"), {table.NextId - 1}, 1))";
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (transaction is not null)
        {
            await transaction.DisposeAsync();
        }
    }

    protected override string LastIdOf(string table) =>
        $"SELECT GREATEST((SELECT MAX(\"Id\") FROM \"{table}\"), pg_sequence_last_value(pg_get_serial_sequence('\"{table}\"', 'Id')::regclass), 0)";

    protected override async Task Begin(CancellationToken stop) => transaction = await connection.BeginTransactionAsync(stop);

    /// <summary>Those first that others refer to.</summary>
    private List<BulkTable> Order()
    {
        var (left, sorted) = (Tables.ToList(), new List<BulkTable>());
        while (left.Count > 0)
        {
            var ready = left.Where(t => t.Entity.GetForeignKeys().All(k => k.PrincipalEntityType == t.Entity || left.TrueForAll(o => o.Entity != k.PrincipalEntityType))).ToList();
            sorted.AddRange(ready);
            left.RemoveAll(ready.Contains);
        }

        return sorted;
    }

    private sealed class Copy(NpgsqlBinaryImporter copy) : BulkSink
    {
        public override void Null() => copy.WriteNull();

        public override void Put(long value) => copy.Write(value, NpgsqlDbType.Bigint);

        public override void Put(int value) => copy.Write(value, NpgsqlDbType.Integer);

        public override void Put(bool value) => copy.Write(value, NpgsqlDbType.Boolean);

        public override void Put(double value) => copy.Write(value, NpgsqlDbType.Double);

        public override void Put(string value) => copy.Write(value, NpgsqlDbType.Text);

        public override void Put(byte[] value) => copy.Write(value, NpgsqlDbType.Bytea);

        public override void Put(DateOnly value) => copy.Write(value, NpgsqlDbType.Date);

        public override void Put(TimeOnly value) => copy.Write(value, NpgsqlDbType.Time);
    }
}
