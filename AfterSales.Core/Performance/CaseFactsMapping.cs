using AfterSales.Core.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Core.Performance;

/// <summary>A month is one range of each of these indexes, and the newest repairs of a model's or line's symptom.</summary>
internal sealed class CaseFactsMapping : IEntityTypeConfiguration<CaseFacts>
{
    private const string Repaired = "\"SymptomKey\" <> '' AND \"ResolvedAt\" IS NOT NULL";

    public void Configure(EntityTypeBuilder<CaseFacts> builder)
    {
        builder.ToTable("CaseFacts");
        builder.HasKey(f => f.CaseId);
        builder.Property(f => f.CaseId).ValueGeneratedNever();
        builder.Property(f => f.ProductLine).HasMaxLength(40);
        builder.Property(f => f.Area).HasMaxLength(40);
        builder.Property(f => f.Model).HasMaxLength(60);
        builder.Property(f => f.SymptomKey).HasMaxLength(CaseLimits.Symptom);
        builder.HasOne<ServiceCase>().WithOne().HasForeignKey<CaseFacts>(f => f.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => f.OpenedAt);
        builder.HasIndex(f => new { f.ResolvedAt, f.OpenedAt }).HasFilter("\"ResolvedAt\" IS NOT NULL");
        builder.HasIndex(f => new { f.ClosedAt, f.OpenedAt }, "IX_CaseFacts_Complaints_Closed").HasFilter("\"Type\" = 11");
        builder.HasIndex(f => new { f.Model, f.SymptomKey, f.ResolvedAt, f.CaseId }, "IX_CaseFacts_Repaired_Model").HasFilter(Repaired);
        builder.HasIndex(f => new { f.ProductLine, f.SymptomKey, f.ResolvedAt, f.CaseId }, "IX_CaseFacts_Repaired_Line").HasFilter(Repaired);
        builder.HasIndex(f => new { f.AssetId, f.SymptomKey, f.OpenedAt }).HasFilter("\"AssetId\" IS NOT NULL AND \"SymptomKey\" <> ''");
    }
}
