using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Core.Import;

/// <summary>A head that somebody mapped once, so that the next file with it needs no asking.</summary>
public sealed class HeadMemory
{
    /// <summary>Longest head believed to be one.</summary>
    public const int Longest = 80;

    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The sheet.</summary>
    public SheetKind Sheet { get; init; }

    /// <summary>The head's comparable form.</summary>
    public required string HeadKey { get; init; }

    /// <summary>The head as it stood in the file.</summary>
    public required string Head { get; set; }

    /// <summary>Key of the column; null is left out on purpose.</summary>
    public string? Column { get; set; }

    /// <summary>Everything remembered.</summary>
    internal static async Task<IReadOnlyList<HeadChoice>> Read(AfterSalesDb db, CancellationToken stop) =>
        await db.HeadMemories.AsNoTracking().OrderBy(h => h.Id).Select(h => new HeadChoice(h.Sheet, h.Head, h.Column)).ToListAsync(stop);

    /// <summary>Remembers what was mapped on screen.</summary>
    internal static async Task Keep(Write write, IReadOnlyList<HeadChoice> chosen)
    {
        var kept = chosen.Count == 0 ? [] : await write.Db.HeadMemories.ToListAsync(write.Stop);
        foreach (var choice in chosen.Where(c => c.Head.Length <= Longest && HeadFinder.Key(c.Head).Length > 0))
        {
            var key = HeadFinder.Key(choice.Head);
            var memory = kept.Find(h => h.Sheet == choice.Sheet && h.HeadKey == key);
            if (memory is null)
            {
                kept.Add(memory = new HeadMemory { Sheet = choice.Sheet, HeadKey = key, Head = choice.Head });
                write.Db.HeadMemories.Add(memory);
            }

            (memory.Head, memory.Column) = (choice.Head, Columns.Find(choice.Sheet, choice.Column)?.Key);
        }
    }
}

internal sealed class HeadMemoryMapping : IEntityTypeConfiguration<HeadMemory>
{
    public void Configure(EntityTypeBuilder<HeadMemory> builder)
    {
        builder.ToTable("HeadMemories");
        builder.Property(h => h.HeadKey).HasMaxLength(HeadMemory.Longest);
        builder.Property(h => h.Head).HasMaxLength(HeadMemory.Longest);
        builder.Property(h => h.Column).HasMaxLength(40);
        builder.HasIndex(h => new { h.Sheet, h.HeadKey }).IsUnique();
    }
}
