using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AfterSales.Core.Search;

/// <summary>
/// The index over <see cref="CaseWords"/>, which the model cannot say, as a migration behind the initial one: SQLite's is an
/// FTS5 table that triggers keep in line with the rows, whoever writes them. Its tokenizer is the one that takes no word
/// apart: they are made by <see cref="Tokens"/>.
/// </summary>
[DbContext(typeof(SqliteDb)), Migration(Id)]
public sealed class CaseWordIndex : Migration
{
    internal const string Id = "20261124000001_CaseWordIndex";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE VIRTUAL TABLE "CaseWordsIndex" USING fts5("Words", content='CaseWords', content_rowid='CaseId', tokenize='ascii');
        CREATE TRIGGER "CaseWords_Added" AFTER INSERT ON "CaseWords" BEGIN
            INSERT INTO "CaseWordsIndex"(rowid, "Words") VALUES (new."CaseId", new."Words");
        END;
        CREATE TRIGGER "CaseWords_Removed" AFTER DELETE ON "CaseWords" BEGIN
            INSERT INTO "CaseWordsIndex"("CaseWordsIndex", rowid, "Words") VALUES ('delete', old."CaseId", old."Words");
        END;
        CREATE TRIGGER "CaseWords_Changed" AFTER UPDATE ON "CaseWords" BEGIN
            INSERT INTO "CaseWordsIndex"("CaseWordsIndex", rowid, "Words") VALUES ('delete', old."CaseId", old."Words");
            INSERT INTO "CaseWordsIndex"(rowid, "Words") VALUES (new."CaseId", new."Words");
        END;
        """);

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        DROP TRIGGER "CaseWords_Added";
        DROP TRIGGER "CaseWords_Removed";
        DROP TRIGGER "CaseWords_Changed";
        DROP TABLE "CaseWordsIndex";
        """);
}

/// <summary>PostgreSQL's: a column that follows the row's words, with their places.</summary>
[DbContext(typeof(PostgresDb)), Migration(CaseWordIndex.Id)]
public sealed class PostgresCaseWordIndex : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE "CaseWords" ADD COLUMN "Vector" tsvector GENERATED ALWAYS AS (to_tsvector('simple', "Words")) STORED;
        CREATE INDEX "IX_CaseWords_Vector" ON "CaseWords" USING gin ("Vector");
        """);

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""ALTER TABLE "CaseWords" DROP COLUMN "Vector";""");
}
