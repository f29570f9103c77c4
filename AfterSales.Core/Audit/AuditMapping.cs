using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Core.Audit;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.Property(e => e.Entity).HasMaxLength(40);
        builder.Property(e => e.EntityKey).HasMaxLength(260);
        builder.HasIndex(e => new { e.Entity, e.EntityKey, e.Id });
        builder.HasIndex(e => new { e.PersonId, e.Id });
        builder.HasIndex(e => e.At);
        builder.HasIndex(e => new { e.Entity, e.At });
    }
}
