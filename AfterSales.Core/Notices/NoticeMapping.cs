using AfterSales.Core.Cases;
using AfterSales.Core.Customers;
using AfterSales.Core.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Core.Notices;

internal sealed class NotificationMapping : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("Notifications");
        builder.Property(n => n.UniqueKey).HasMaxLength(100);
        builder.HasIndex(n => n.UniqueKey).IsUnique();
        builder.HasIndex(n => new { n.PersonId, n.ReadAt, n.Id });
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(n => n.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ContactLogMapping : IEntityTypeConfiguration<ContactLog>
{
    public void Configure(EntityTypeBuilder<ContactLog> builder)
    {
        builder.ToTable("ContactLogs");
        builder.Property(l => l.Phone).HasMaxLength(PhoneNumber.MaxLength);
        builder.Property(l => l.NoCaseReason).HasMaxLength(40);
        builder.Property(l => l.Note).HasMaxLength(CaseLimits.Description);
        builder.HasIndex(l => new { l.CustomerId, l.At });
        builder.HasIndex(l => new { l.At, l.Id, l.Channel, l.Incoming, l.PersonId }, "IX_ContactLogs_At");
        builder.HasIndex(l => new { l.Channel, l.At, l.Id, l.PersonId }, "IX_ContactLogs_Incoming_Channel").HasFilter("\"Incoming\"");
        builder.HasIndex(l => new { l.At, l.Id, l.Channel, l.PersonId }, "IX_ContactLogs_Letters").HasFilter("\"Channel\" IN (3, 5)");
        builder.HasIndex(l => new { l.PersonId, l.At });
        builder.HasIndex(l => l.At, "IX_ContactLogs_NoCase").HasFilter("\"CaseId\" IS NULL");
        builder.HasOne<Customer>().WithMany().HasForeignKey(l => l.CustomerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(l => l.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
