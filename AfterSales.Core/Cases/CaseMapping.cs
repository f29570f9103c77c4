using AfterSales.Core.Customers;
using AfterSales.Core.Assets;
using AfterSales.Core.Identity;
using AfterSales.Core.Promises;
using AfterSales.Core.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Core.Cases;

/// <summary>
/// Cases and what hangs on them. The open cases, few among many, have partial indexes of their own: lists of open work
/// never grow with the history. The two list indexes hold every column that lists filter by, so that any combination of
/// filters reads the index alone, over the open cases or a month.
/// </summary>
internal sealed class CaseMapping : IEntityTypeConfiguration<ServiceCase>
{
    private const string Open = "\"Status\" IN (1, 2, 3, 4, 7, 8)";

    public void Configure(EntityTypeBuilder<ServiceCase> builder)
    {
        builder.ToTable("Cases");
        builder.HasIndex(c => c.Number).IsUnique();
        builder.Property(c => c.Number).HasMaxLength(CaseLimits.Number);
        builder.Property(c => c.Symptom).HasMaxLength(40);
        builder.Property(c => c.SymptomText).HasMaxLength(CaseLimits.Symptom);
        builder.Property(c => c.SymptomKey).HasMaxLength(CaseLimits.Symptom);
        builder.Property(c => c.Description).HasMaxLength(CaseLimits.Description);
        builder.Property(c => c.VisitorName).HasMaxLength(CaseLimits.Visitor);
        builder.Property(c => c.LetterSubject).HasMaxLength(CaseLimits.Symptom);
        builder.Property(c => c.ReceivedText).HasMaxLength(CaseLimits.Received);
        builder.Property(c => c.Resolution).HasMaxLength(CaseLimits.Description);
        builder.Property(c => c.PayerReason).HasMaxLength(CaseLimits.Note);
        builder.Property(c => c.CancelReason).HasMaxLength(CaseLimits.Description);
        builder.Property(c => c.AgentText).HasMaxLength(Import.Columns.PersonName);
        builder.Property(c => c.EngineerText).HasMaxLength(Import.Columns.PersonName);
        builder.Property(c => c.Area).HasMaxLength(40);
        builder.Property(c => c.ProductLine).HasMaxLength(40);
        builder.HasIndex(c => new { c.NextDueAt, c.Id, c.OpenedAt, c.AtRiskAt, c.Status, c.Type, c.Priority, c.Channel, c.Area, c.ProductLine, c.Symptom, c.EngineerId, c.OwnerId, c.Mode }, "IX_Cases_Open_Due").HasFilter(Open);
        builder.HasIndex(c => new { c.OwnerId, c.NextDueAt, c.Id, c.Status }, "IX_Cases_Open_Owner").HasFilter(Open);
        builder.HasIndex(c => new { c.EngineerId, c.NextDueAt, c.Id, c.Status }, "IX_Cases_Open_Engineer").HasFilter(Open);
        builder.HasIndex(c => new { c.OpenedAt, c.Id, c.Status, c.Type, c.Priority, c.Channel, c.Area, c.ProductLine, c.Symptom, c.EngineerId, c.OwnerId }, "IX_Cases_Opened");
        builder.HasIndex(c => new { c.EngineerId, c.OpenedAt, c.Id, c.Status }, "IX_Cases_Engineer").HasFilter("\"EngineerId\" IS NOT NULL");
        builder.HasIndex(c => new { c.Symptom, c.OpenedAt, c.Id, c.Area }, "IX_Cases_Symptom").HasFilter("\"Symptom\" IS NOT NULL");
        builder.HasIndex(c => new { c.OpenedAt, c.Id, c.Status, c.OwnerId, c.Area, c.Severity, c.Verdict }, "IX_Cases_Complaints").HasFilter($"\"Type\" = {(int)CaseType.Complaint}");
        builder.HasIndex(c => new { c.CustomerId, c.OpenedAt, c.Status, c.Type });
        builder.HasIndex(c => new { c.AssetId, c.OpenedAt });
        builder.HasIndex(c => c.ParentId);
        builder.HasOne<Customer>().WithMany().HasForeignKey(c => c.CustomerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Contact>().WithMany().HasForeignKey(c => c.ContactId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Site>().WithMany().HasForeignKey(c => c.SiteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Asset>().WithMany().HasForeignKey(c => c.AssetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ServicePolicy>().WithMany().HasForeignKey(c => c.PolicyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Events).WithOne().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Holds).WithOne().HasForeignKey(h => h.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Promises).WithOne().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(c => c.Pauses);
        builder.Ignore(c => c.QuoteAwaited);
    }
}

internal sealed class CaseEventMapping : IEntityTypeConfiguration<CaseEvent>
{
    public void Configure(EntityTypeBuilder<CaseEvent> builder)
    {
        builder.ToTable("CaseEvents");
        builder.Property(e => e.Text).HasMaxLength(CaseLimits.Description);
    }
}

internal sealed class CaseHoldMapping : IEntityTypeConfiguration<CaseHold>
{
    public void Configure(EntityTypeBuilder<CaseHold> builder)
    {
        builder.ToTable("CaseHolds");
        builder.Property(e => e.Reason).HasMaxLength(40);
    }
}

internal sealed class PromiseMapping : IEntityTypeConfiguration<Promise>
{
    public void Configure(EntityTypeBuilder<Promise> builder)
    {
        builder.ToTable("Promises");
        builder.Property(p => p.Rule).HasMaxLength(8);
        builder.Property(p => p.ExemptionReason).HasMaxLength(40);
        builder.Property(p => p.ExemptionNote).HasMaxLength(CaseLimits.Note);
        builder.Property(p => p.LateReason).HasMaxLength(40);
        builder.HasIndex(p => p.NextStageAt).HasFilter("\"NextStageAt\" IS NOT NULL");
        builder.HasIndex(p => p.ExemptionReason, "IX_Promises_ExemptionAsked").HasFilter("\"ExemptionReason\" IS NOT NULL AND \"ExemptionApprovedById\" IS NULL");
        builder.HasIndex(p => new { p.CaseId, p.Kind }).IsUnique();
    }
}
