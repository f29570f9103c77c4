using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using AfterSales.Core.Data;
using AfterSales.Core.Warranty;

namespace AfterSales.Core.Settings;

/// <summary>Columns that every dated row has; the code with its first instant is unique.</summary>
internal static class DatedMapping
{
    public static void Dated<T>(this EntityTypeBuilder<T> builder, string table) where T : Dated
    {
        builder.ToTable(table);
        builder.Property(r => r.Code).HasMaxLength(40);
        builder.Property(r => r.ValidFrom);
    }

    public static void Named<T>(this EntityTypeBuilder<T> builder, string table) where T : Named
    {
        builder.Dated(table);
        builder.Property(r => r.NameZh).HasMaxLength(60);
        builder.Property(r => r.NameEn).HasMaxLength(60);
        builder.HasIndex(r => new { r.Code, r.ValidFrom }).IsUnique();
    }
}

internal sealed class TermMapping : IEntityTypeConfiguration<Term>
{
    public void Configure(EntityTypeBuilder<Term> builder)
    {
        builder.Dated("Terms");
        builder.Property(r => r.NameZh).HasMaxLength(60);
        builder.Property(r => r.NameEn).HasMaxLength(60);
        builder.Property(t => t.ProductLine).HasMaxLength(40);
        builder.HasIndex(t => new { t.Kind, t.Code, t.ValidFrom }).IsUnique();
    }
}

internal sealed class AreaMapping : IEntityTypeConfiguration<Area>
{
    public void Configure(EntityTypeBuilder<Area> builder) => builder.Named("Areas");
}

internal sealed class ProductLineMapping : IEntityTypeConfiguration<ProductLine>
{
    public void Configure(EntityTypeBuilder<ProductLine> builder)
    {
        builder.Named("ProductLines");
        builder.Property(l => l.WarrantyPolicy).HasMaxLength(40);
    }
}

internal sealed class ChecklistMapping : IEntityTypeConfiguration<Checklist>
{
    public void Configure(EntityTypeBuilder<Checklist> builder)
    {
        builder.Named("Checklists");
        builder.Property(l => l.ProductLine).HasMaxLength(40);
        builder.Property(l => l.Items).AsJson();
    }
}

internal sealed class WarrantyPolicyMapping : IEntityTypeConfiguration<WarrantyPolicy>
{
    public void Configure(EntityTypeBuilder<WarrantyPolicy> builder)
    {
        builder.Named("WarrantyPolicies");
        builder.Property(p => p.Parts).AsJson();
        builder.Property(p => p.Rights).AsJson();
        builder.Property(p => p.BusyMonths).AsJson();
        builder.Property(p => p.PartHolds).AsJson();
        builder.Property(p => p.OwnHolds).AsJson();
    }
}

internal sealed class PayerTableMapping : IEntityTypeConfiguration<PayerTable>
{
    public void Configure(EntityTypeBuilder<PayerTable> builder)
    {
        builder.Named("PayerTables");
        builder.Property(p => p.Rows).AsJson();
    }
}

internal sealed class ServicePolicyMapping : IEntityTypeConfiguration<ServicePolicy>
{
    public void Configure(EntityTypeBuilder<ServicePolicy> builder)
    {
        builder.Named("ServicePolicies");
        builder.Property(p => p.ArrivalTiers).AsJson();
        builder.Property(p => p.CallHours).AsJson();
        builder.Property(p => p.PausingHolds).AsJson();
    }
}

internal sealed class TargetMapping : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> builder)
    {
        builder.Dated("Targets");
        builder.HasIndex(t => new { t.Code, t.ValidFrom }).IsUnique();
    }
}
