using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Core.Scheduling;

internal sealed class ScheduledActionMapping : IEntityTypeConfiguration<ScheduledAction>
{
    public void Configure(EntityTypeBuilder<ScheduledAction> builder)
    {
        builder.ToTable("ScheduledActions");
        builder.Property(a => a.UniqueKey).HasMaxLength(80);
        builder.HasIndex(a => a.UniqueKey).IsUnique();
        builder.HasIndex(a => a.DueAt, "IX_ScheduledActions_Pending").HasFilter("\"State\" = 1");
        builder.HasIndex(a => a.DueAt, "IX_ScheduledActions_Failed").HasFilter("\"State\" = 4");
        builder.HasIndex(a => new { a.Kind, a.SubjectId });
    }
}
