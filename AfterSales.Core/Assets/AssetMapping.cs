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
        builder.Property(a => a.ProductLine).HasMaxLength(40);
        builder.Property(a => a.WarrantyPolicy).HasMaxLength(40);
        builder.HasIndex(a => new { a.ProductLine, a.SerialNo, a.Id });
        builder.HasIndex(a => a.CustomerId);
        builder.HasOne<Customer>().WithMany().HasForeignKey(a => a.CustomerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Customer>().WithMany().HasForeignKey(a => a.DealerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Site>().WithMany().HasForeignKey(a => a.SiteId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Longest texts of a machine, in UTF-16 units.</summary>
public static class AssetLimits
{
    /// <summary>A serial number.</summary>
    public const int SerialNo = 60;

    /// <summary>A model.</summary>
    public const int Model = 60;
}
