using AfterSales.Core.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Core.HandOffs;

internal sealed class HandOffMapping : IEntityTypeConfiguration<HandOff>
{
    public void Configure(EntityTypeBuilder<HandOff> builder)
    {
        builder.ToTable("HandOffs");
        builder.Property(h => h.Department).HasMaxLength(40);
        builder.Property(h => h.Question).HasMaxLength(CaseLimits.Description);
        builder.Property(h => h.Answer).HasMaxLength(CaseLimits.Description);
        builder.Property(h => h.AnsweredBy).HasMaxLength(CaseLimits.Visitor);
        builder.HasIndex(h => h.CaseId);
        builder.HasIndex(h => h.DueAt, "IX_HandOffs_Open").HasFilter("\"AnsweredAt\" IS NULL");
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(h => h.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
