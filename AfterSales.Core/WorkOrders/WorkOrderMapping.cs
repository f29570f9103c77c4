using AfterSales.Core.Cases;
using AfterSales.Core.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Core.WorkOrders;

internal sealed class WorkOrderMapping : IEntityTypeConfiguration<WorkOrder>
{
    public void Configure(EntityTypeBuilder<WorkOrder> builder)
    {
        builder.ToTable("WorkOrders");
        builder.Property(w => w.Number).HasMaxLength(20);
        builder.Property(w => w.Area).HasMaxLength(40);
        builder.Property(w => w.Instructions).HasMaxLength(CaseLimits.Description);
        builder.Property(w => w.DeclineReason).HasMaxLength(CaseLimits.Note);
        builder.HasIndex(w => w.Number).IsUnique();
        builder.HasIndex(w => w.CaseId);
        builder.HasIndex(w => new { w.EngineerId, w.Id }, "IX_WorkOrders_Open_Engineer").HasFilter("\"Status\" IN (1, 2, 3, 4)");
        builder.HasIndex(w => w.CaseId, "IX_WorkOrders_Open_Case").HasFilter("\"Status\" IN (1, 2, 3, 4)");
        builder.HasIndex(w => new { w.AssignedAt, w.Id, w.Status, w.EngineerId, w.Area }, "IX_WorkOrders_Open_Assigned").HasFilter("\"Status\" IN (1, 2, 3, 4)");
        builder.HasIndex(w => new { w.AssignedAt, w.Id, w.EngineerId, w.Status, w.Area }, "IX_WorkOrders_Unaccepted").HasFilter("\"Status\" IN (1, 3)");
        builder.HasIndex(w => new { w.AssignedAt, w.Id, w.EngineerId, w.Status, w.Area }, "IX_WorkOrders_Begun").HasFilter("\"Status\" IN (2, 4)");
        builder.HasIndex(w => new { w.AssignedAt, w.Id, w.EngineerId, w.Area }, "IX_WorkOrders_Cancelled").HasFilter("\"Status\" = 6");
        builder.HasIndex(w => new { w.CompletedAt, w.Id, w.EngineerId, w.Area }, "IX_WorkOrders_Completed");
        builder.HasIndex(w => new { w.AssignedAt, w.Id, w.EngineerId, w.Area }, "IX_WorkOrders_Completed_Assigned").HasFilter("\"CompletedAt\" IS NOT NULL");
        builder.HasIndex(w => new { w.EngineerId, w.CompletedAt, w.Id });
        builder.HasIndex(w => w.HeadquartersCalledAt, "IX_WorkOrders_Unconfirmed").HasFilter("\"HeadquartersCalledAt\" IS NOT NULL AND \"HeadquartersConfirmedById\" IS NULL");
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(w => w.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(w => w.EngineerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(w => w.Visits).WithOne().HasForeignKey(v => v.WorkOrderId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(w => w.Current);
    }
}

internal sealed class VisitMapping : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.ToTable("Visits");
        builder.HasIndex(v => new { v.WorkOrderId, v.Ordinal }).IsUnique();
        builder.HasIndex(v => v.WorkOrderId, "IX_Visits_Planned").HasFilter("\"Ending\" IS NULL");
        builder.HasIndex(v => v.ArrivalEnteredAt, "IX_Visits_Unconfirmed").HasFilter("\"ArrivalEnteredAt\" IS NOT NULL AND \"ArrivalConfirmedById\" IS NULL");
        builder.ComplexProperty(v => v.Appointment);
        builder.Property(v => v.UnfinishedReason).HasMaxLength(40);
        builder.Property(v => v.Note).HasMaxLength(CaseLimits.Description);
    }
}

internal sealed class ServiceReportMapping : IEntityTypeConfiguration<ServiceReport>
{
    public void Configure(EntityTypeBuilder<ServiceReport> builder)
    {
        builder.ToTable("ServiceReports");
        builder.HasIndex(r => r.CaseId);
        builder.HasIndex(r => r.NoSignatureReason, "IX_ServiceReports_Unapproved").HasFilter("\"NoSignatureReason\" IS NOT NULL AND \"NoSignatureApprovedById\" IS NULL");
        builder.HasIndex(r => r.WorkOrderId).IsUnique();
        builder.Property(r => r.ConfirmedSymptom).HasMaxLength(40);
        builder.Property(r => r.ConfirmedSymptomText).HasMaxLength(CaseLimits.Symptom);
        builder.Property(r => r.Cause).HasMaxLength(40);
        builder.Property(r => r.CauseText).HasMaxLength(CaseLimits.Description);
        builder.Property(r => r.Remedy).HasMaxLength(CaseLimits.Description);
        builder.Property(r => r.FoundBeyond).HasMaxLength(CaseLimits.Description);
        builder.Property(r => r.UserName).HasMaxLength(60);
        builder.Property(r => r.SignedBy).HasMaxLength(60);
        builder.Property(r => r.Comment).HasMaxLength(CaseLimits.Description);
        builder.Property(r => r.NoSignatureReason).HasMaxLength(40);
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<WorkOrder>().WithMany().HasForeignKey(r => r.WorkOrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Parts).WithOne().HasForeignKey(p => p.ServiceReportId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Checks).WithOne().HasForeignKey(p => p.ServiceReportId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReportPartMapping : IEntityTypeConfiguration<ReportPart>
{
    public void Configure(EntityTypeBuilder<ReportPart> builder)
    {
        builder.ToTable("ReportParts");
        builder.Property(p => p.Assembly).HasMaxLength(40);
        builder.Property(p => p.PartNo).HasMaxLength(PartLimits.Number);
        builder.Property(p => p.Name).HasMaxLength(PartLimits.Name);
        builder.Property(p => p.OldSerial).HasMaxLength(PartLimits.Number);
        builder.Property(p => p.NewSerial).HasMaxLength(PartLimits.Number);
    }
}

internal sealed class ChecklistAnswerMapping : IEntityTypeConfiguration<ChecklistAnswer>
{
    public void Configure(EntityTypeBuilder<ChecklistAnswer> builder)
    {
        builder.ToTable("ChecklistAnswers");
        builder.Property(p => p.Item).HasMaxLength(40);
        builder.Property(p => p.Note).HasMaxLength(CaseLimits.Note);
        builder.HasIndex(a => new { a.ServiceReportId, a.Item }).IsUnique();
    }
}
