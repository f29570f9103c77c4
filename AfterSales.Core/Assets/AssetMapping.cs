using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Core.Assets;

internal sealed class AssetMapping : IEntityTypeConfiguration<Asset>
{
    public void Configure(EntityTypeBuilder<Asset> builder)
    {
        builder.ToTable("Assets");
        builder.HasIndex(a => a.SerialNo).IsUnique();
        builder.Property(a => a.SerialNo).HasMaxLength(AssetLimits.SerialNo);
        builder.Property(a => a.Model).HasMaxLength(AssetLimits.Model);
        builder.Property(a => a.Plate).HasMaxLength(AssetLimits.Plate);
        builder.Property(a => a.Vin).HasMaxLength(AssetLimits.Vin);
        builder.HasIndex(a => a.Vin).IsUnique().HasFilter("\"Vin\" IS NOT NULL");
        builder.Property(a => a.ProductLine).HasMaxLength(40);
        builder.Property(a => a.WarrantyPolicy).HasMaxLength(40);
        builder.HasIndex(a => a.CustomerId);
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

/// <summary>Longest texts of a machine, in UTF-16 units.</summary>
public static class AssetLimits
{
    /// <summary>A serial number.</summary>
    public const int SerialNo = 60;

    /// <summary>A plate.</summary>
    public const int Plate = 16;

    /// <summary>A vehicle's identification number.</summary>
    public const int Vin = 17;

    /// <summary>A model.</summary>
    public const int Model = 60;
}
