using AfterSales.Core.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Core.Callbacks;

internal sealed class CallbackMapping : IEntityTypeConfiguration<Callback>
{
    public void Configure(EntityTypeBuilder<Callback> builder)
    {
        builder.ToTable("Callbacks");
        builder.HasIndex(c => new { c.CaseId, c.Round, c.State });
        builder.HasIndex(c => new { c.EndsAt, c.Id, c.CaseId, c.AnsweredAt, c.State, c.Area, c.AssigneeId, c.Round }, "IX_Callbacks_EndsAt");
        builder.HasIndex(c => new { c.State, c.NextCallAt }).HasFilter("\"State\" IN (1, 2)");
        builder.HasIndex(c => new { c.EndsAt, c.Id, c.State, c.NextCallAt, c.Area, c.AssigneeId, c.Round }, "IX_Callbacks_Pending").HasFilter("\"State\" IN (1, 2)");
        builder.HasIndex(c => new { c.State, c.EndsAt, c.Id, c.Area, c.AssigneeId, c.Round }, "IX_Callbacks_Unanswered").HasFilter("\"State\" IN (4, 6)");
        builder.Property(c => c.Area).HasMaxLength(40);
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Attempts).WithOne().HasForeignKey(a => a.CallbackId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CallbackAttemptMapping : IEntityTypeConfiguration<CallbackAttempt>
{
    public void Configure(EntityTypeBuilder<CallbackAttempt> builder)
    {
        builder.ToTable("CallbackAttempts");
        builder.HasIndex(a => new { a.CallbackId, a.At });
        builder.Property(a => a.Note).HasMaxLength(CaseLimits.Description);
    }
}

internal sealed class SatisfactionAnswerMapping : IEntityTypeConfiguration<SatisfactionAnswer>
{
    public void Configure(EntityTypeBuilder<SatisfactionAnswer> builder)
    {
        builder.ToTable("SatisfactionAnswers");
        builder.Ignore(a => a.IsSatisfied);
        builder.Ignore(a => a.IsComplaint);
        builder.HasIndex(a => new { a.AnsweredAt, a.CaseId, a.RecordedAt, a.Source, a.Score, a.Replaced }, "IX_SatisfactionAnswers_AnsweredAt");
        builder.HasIndex(a => new { a.CaseId, a.AnsweredAt, a.RecordedAt, a.Source, a.Replaced }, "IX_SatisfactionAnswers_CaseId");
        builder.Property(a => a.Comment).HasMaxLength(CaseLimits.Description);
        builder.Property(a => a.CorrectionReason).HasMaxLength(CaseLimits.Note);
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
