using AfterSales.Core.Assets;
using AfterSales.Core.Cases;
using AfterSales.Core.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Core.Attachments;

internal sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("Attachments", table => table.HasCheckConstraint("CK_Attachments_Owner", "(\"CaseId\" IS NULL) <> (\"AssetId\" IS NULL) AND (\"WorkOrderId\" IS NULL OR \"CaseId\" IS NOT NULL)"));
        builder.Property(a => a.Name).HasMaxLength(AttachmentLimits.Name);
        builder.Property(a => a.Hash).HasMaxLength(FileStore.HashLength);
        builder.Property(a => a.RemoveReason).HasMaxLength(CaseLimits.Note);
        builder.HasIndex(a => a.CaseId);
        builder.HasIndex(a => a.AssetId);
        builder.HasIndex(a => a.Hash);
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<WorkOrder>().WithMany().HasForeignKey(a => a.WorkOrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Asset>().WithMany().HasForeignKey(a => a.AssetId).OnDelete(DeleteBehavior.Restrict);
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
