using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Core.Assets;

internal sealed class AssetMapping : IEntityTypeConfiguration<Asset>
{
    public void Configure(EntityTypeBuilder<Asset> builder)
    {
        builder.ToTable("Assets");
        builder.HasIndex(a => a.SerialNo).IsUnique();
        builder.HasIndex(a => a.SerialKey).IsUnique();
        builder.Property(a => a.SerialNo).HasMaxLength(AssetLimits.SerialNo);
        builder.Property(a => a.SerialKey).HasMaxLength(SerialRule.MaxKey);
        builder.Property(a => a.Model).HasMaxLength(AssetLimits.Model);
        builder.Property(a => a.Plate).HasMaxLength(AssetLimits.Plate);
        builder.HasIndex(a => a.Plate).IsUnique().HasFilter("\"Plate\" IS NOT NULL");
        builder.Property(a => a.Vin).HasMaxLength(VinRule.Length);
        builder.HasIndex(a => a.Vin).IsUnique().HasFilter("\"Vin\" IS NOT NULL");
        builder.Property(a => a.ProductLine).HasMaxLength(40);
        builder.Property(a => a.WarrantyPolicy).HasMaxLength(40);
        builder.HasIndex(a => new { a.ProductLine, a.SerialNo, a.Id });
        builder.HasIndex(a => a.CustomerId);
        builder.HasIndex(a => new { a.ProductLine, a.Model, a.Id });
        builder.HasIndex(a => new { a.ProductLine, a.ServiceDueOn, a.Id });
        builder.HasIndex(a => new { a.ServiceDueOn, a.Id });
        builder.HasIndex(a => new { a.Model, a.Id, a.ServiceDueOn });
        builder.HasOne<Customer>().WithMany().HasForeignKey(a => a.CustomerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Customer>().WithMany().HasForeignKey(a => a.DealerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Site>().WithMany().HasForeignKey(a => a.SiteId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MeterReadingMapping : IEntityTypeConfiguration<MeterReading>
{
    public void Configure(EntityTypeBuilder<MeterReading> builder)
    {
        builder.ToTable("MeterReadings");
        builder.HasIndex(r => new { r.AssetId, r.ReadOn, r.Id });
        builder.HasOne<Asset>().WithMany().HasForeignKey(r => r.AssetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AssetMoveMapping : IEntityTypeConfiguration<AssetMove>
{
    public void Configure(EntityTypeBuilder<AssetMove> builder)
    {
        builder.ToTable("AssetMoves");
        builder.HasIndex(m => new { m.AssetId, m.MovedOn, m.Id });
        builder.HasIndex(m => m.FromCustomerId);
        builder.Property(m => m.Reason).HasMaxLength(CaseLimits.Note);
        builder.HasOne<Asset>().WithMany().HasForeignKey(m => m.AssetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Customer>().WithMany().HasForeignKey(m => m.FromCustomerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Customer>().WithMany().HasForeignKey(m => m.ToCustomerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Site>().WithMany().HasForeignKey(m => m.FromSiteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Site>().WithMany().HasForeignKey(m => m.ToSiteId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ComponentMapping : IEntityTypeConfiguration<Component>
{
    public void Configure(EntityTypeBuilder<Component> builder)
    {
        builder.ToTable("Components");
        builder.HasIndex(c => c.AssetId);
        builder.Property(c => c.Name).HasMaxLength(PartLimits.Name);
        builder.Property(c => c.PartNo).HasMaxLength(PartLimits.Number);
        builder.Property(c => c.Serial).HasMaxLength(PartLimits.Number);
        builder.Property(c => c.Assembly).HasMaxLength(40);
        builder.HasOne<Asset>().WithMany().HasForeignKey(c => c.AssetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Component>().WithMany().HasForeignKey(c => c.WithinId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Component>().WithMany().HasForeignKey(c => c.ReplacedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Longest texts of a machine, in UTF-16 units.</summary>
public static class AssetLimits
{
    /// <summary>A serial number.</summary>
    public const int SerialNo = 60;

    /// <summary>A plate.</summary>
    public const int Plate = 16;

    /// <summary>A day before it is none in the life of a machine, but a slip, or a blank that a spreadsheet made a day of (its count begins at 1900).</summary>
    public static readonly DateOnly Earliest = new(1950, 1, 1);

    /// <summary>Highest price believed, in yuan.</summary>
    public const int Price = 1_000_000_000;

    /// <summary>A model.</summary>
    public const int Model = 60;
}
