using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Core.Import;

/// <summary>One import: a file taken in as a whole, by one person, in one transaction.</summary>
public sealed class ImportBatch : IVersioned, IAudited
{
    /// <summary>Longest name of a file kept.</summary>
    public const int FileNameLength = 200;

    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who; null is the operator at the command line.</summary>
    public long? PersonId { get; init; }

    /// <summary>The file.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required string Hash { get; init; }

    /// <summary>Rows that were new.</summary>
    public int New { get; set; }

    /// <summary>Rows that changed what was on file.</summary>
    public int Changed { get; set; }

    /// <summary>Rows that were there.</summary>
    public int Unchanged { get; set; }

    /// <summary>Rows rejected or held back.</summary>
    public int Rejected { get; set; }

    /// <summary>Codes of the areas that it made.</summary>
    public List<string> Areas { get; init; } = [];

    /// <summary>When it was undone.</summary>
    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>Who undid it.</summary>
    public long? UndoneById { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>What a batch did with one row on file: enough to undo it, and to see whether anything was built on it since.</summary>
public sealed class ImportedRow
{
    /// <summary>Stands in <see cref="Before"/> where nobody is to know any more what stood there.</summary>
    public const string Forgotten = "{}";

    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The batch.</summary>
    public long BatchId { get; init; }

    /// <summary>What the row is.</summary>
    public SheetKind Sheet { get; init; }

    /// <summary>Its key.</summary>
    public long SubjectId { get; init; }

    /// <summary>What stood there before, by column's key, as JSON; null is a new row.</summary>
    public string? Before { get; init; }

    /// <summary>How the row stood once it was written (<see cref="Print"/>); of a case its last line on the timeline.</summary>
    public long Mark { get; set; }
}

internal sealed class ImportBatchMapping : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.ToTable("ImportBatches");
        builder.Property(b => b.FileName).HasMaxLength(ImportBatch.FileNameLength);
        builder.Property(b => b.Areas).AsJson();
        builder.Property(b => b.Hash).HasMaxLength(64);
        builder.HasOne<Person>().WithMany().HasForeignKey(b => b.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ImportedRowMapping : IEntityTypeConfiguration<ImportedRow>
{
    public void Configure(EntityTypeBuilder<ImportedRow> builder)
    {
        builder.ToTable("ImportedRows");
        builder.HasIndex(r => new { r.Sheet, r.SubjectId });
        builder.HasIndex(r => new { r.BatchId, r.Sheet, r.SubjectId });
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(r => r.BatchId).OnDelete(DeleteBehavior.Restrict);
    }
}
