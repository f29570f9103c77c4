using AfterSales.Core.Cases;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Core.Attachments;

internal sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("Attachments");
        builder.Property(a => a.Name).HasMaxLength(AttachmentLimits.Name);
        builder.Property(a => a.Hash).HasMaxLength(FileStore.HashLength);
        builder.Property(a => a.RemoveReason).HasMaxLength(CaseLimits.Note);
        builder.HasIndex(a => a.CaseId);
        builder.HasIndex(a => a.Hash);
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<WorkOrder>().WithMany().HasForeignKey(a => a.WorkOrderId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KeptFileMapping : IEntityTypeConfiguration<KeptFile>
{
    public void Configure(EntityTypeBuilder<KeptFile> builder)
    {
        builder.ToTable("KeptFiles");
        builder.Property(k => k.Hash).HasMaxLength(FileStore.HashLength);
        builder.HasIndex(k => new { k.PersonId, k.Hash });
        builder.HasIndex(k => k.At);
    }
}
