using AfterSales.Core.Data;
using AfterSales.Core.Identity;
using AfterSales.Core.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Core.Listings;

/// <summary>视图: a list's filters and order under a name, one's own or shared with everybody who sees the list.</summary>
public sealed class SavedView : IVersioned, IAudited
{
    /// <summary>Longest name.</summary>
    public const int MostName = 40;

    /// <summary>Longest words.</summary>
    public const int MostQuery = 2_000;

    /// <summary>Database key.</summary>
    public long Id { get; set; }

    /// <summary>The list's name.</summary>
    public required string List { get; init; }

    /// <summary>Its name; one person has it once a list.</summary>
    public required string Name { get; set; }

    /// <summary>The words of the list's address.</summary>
    public required string Query { get; set; }

    /// <summary>Whose it is.</summary>
    public long OwnerId { get; init; }

    /// <summary>Everybody is offered it.</summary>
    public bool Shared { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A view as typed.</summary>
public sealed class SavedViewForm
{
    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>For everybody.</summary>
    public bool Shared { get; set; }

    /// <summary>The version that is changed.</summary>
    public int Version { get; set; }

    /// <summary>Every fault at once.</summary>
    public IReadOnlyList<Problem> Check() => new Checks().Text(nameof(Name), Name, SavedView.MostName, required: true).Problems;
}

/// <summary>A view as it is offered; <paramref name="MayChange"/> to whoever looks.</summary>
public sealed record SavedViewRow(long Id, string Name, string Href, bool Own, bool Shared, string? Owner, int Version, bool MayChange);

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("SavedViews");
        builder.Property(v => v.List).HasMaxLength(40);
        builder.Property(v => v.Name).HasMaxLength(SavedView.MostName);
        builder.Property(v => v.Query).HasMaxLength(SavedView.MostQuery);
        builder.HasIndex(v => new { v.List, v.OwnerId, v.Name }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(v => v.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}
