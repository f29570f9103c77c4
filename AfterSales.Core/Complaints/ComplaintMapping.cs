using AfterSales.Core.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Core.Complaints;

internal sealed class ComplaintMapping : IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<Complaint> builder)
    {
        builder.ToTable("Complaints");
        builder.HasKey(c => c.CaseId);
        builder.Property(c => c.CaseId).ValueGeneratedNever();
        builder.Property(c => c.Cause).HasMaxLength(CaseLimits.Description);
        builder.Property(c => c.Solution).HasMaxLength(CaseLimits.Description);
        builder.Property(c => c.Handling).HasMaxLength(CaseLimits.Description);
        builder.Property(c => c.VerdictWords).HasMaxLength(CaseLimits.Description);
        builder.HasOne<ServiceCase>().WithOne().HasForeignKey<Complaint>(c => c.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
