using AfterSales.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Core.Customers;

internal sealed class CustomerMapping : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable("Customers");
        builder.HasIndex(c => c.Code).IsUnique();
        builder.Property(c => c.Code).HasMaxLength(CustomerLimits.Code);
        builder.Property(c => c.Name).HasMaxLength(CustomerLimits.Name);
        builder.Property(c => c.NameKey).HasMaxLength(CustomerLimits.Name);
        builder.HasIndex(c => new { c.MergedIntoId, c.NameKey, c.Id, c.Area, c.Kind, c.Tier, c.FirstContactOn, c.FiledOn }, "IX_Customers_Listed");
        builder.HasIndex(c => new { c.MergedIntoId, c.Area, c.NameKey, c.Id, c.Kind, c.Tier, c.FirstContactOn, c.FiledOn }, "IX_Customers_Area");
        builder.HasIndex(c => new { c.MergedIntoId, c.Tier, c.NameKey, c.Id, c.Kind }, "IX_Customers_Tier");
        builder.HasIndex(c => new { c.MergedIntoId, c.Kind, c.NameKey, c.Id }, "IX_Customers_Kind");
        builder.HasIndex(c => c.FirstContactOn).HasFilter("\"FirstContactOn\" IS NOT NULL");
        builder.HasIndex(c => new { c.MergedIntoId, c.FirstContactOn, c.Id, c.Area, c.Kind, c.Tier }, "IX_Customers_Contacted");
        builder.HasIndex(c => new { c.MergedIntoId, c.FirstContactOn, c.Id, c.FiledOn }, "IX_Customers_Unfiled").HasFilter("\"FirstContactOn\" IS NOT NULL AND \"FiledOn\" IS NULL");
        builder.HasIndex(c => new { c.MergedIntoId, c.AnonymityAskedAt, c.Id }, "IX_Customers_Anonymity").HasFilter("\"AnonymityAskedAt\" IS NOT NULL AND \"AnonymousAt\" IS NULL");
        builder.Property(c => c.Area).HasMaxLength(40);
        builder.Property(c => c.Wishes).HasMaxLength(CustomerLimits.Words);
        builder.Property(c => c.NextTalk).HasMaxLength(CustomerLimits.Words);
        builder.Property(c => c.Remarks).HasMaxLength(CustomerLimits.Words);
        builder.Property(c => c.QuietWhy).HasMaxLength(CustomerLimits.ContactName);
        builder.Property(c => c.AnonymityReason).HasMaxLength(Cases.CaseLimits.Note);
        builder.HasIndex(c => c.NextTalkOn).HasFilter("\"NextTalkOn\" IS NOT NULL");
        builder.HasIndex(c => c.NextServiceOn).HasFilter("\"NextServiceOn\" IS NOT NULL");
        builder.HasOne<Customer>().WithMany().HasForeignKey(c => c.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Contacts).WithOne().HasForeignKey(c => c.CustomerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Sites).WithOne().HasForeignKey(c => c.CustomerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CustomerMergeMapping : IEntityTypeConfiguration<CustomerMerge>
{
    public void Configure(EntityTypeBuilder<CustomerMerge> builder)
    {
        builder.ToTable("CustomerMerges");
        builder.Property(m => m.Before).AsJson();
        builder.Property(m => m.After).AsJson();
        builder.Property(m => m.Moved).AsJson();
        builder.HasIndex(m => m.SurvivorId);
        builder.HasIndex(m => m.GoneId);
        builder.HasOne<Customer>().WithMany().HasForeignKey(m => m.SurvivorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Customer>().WithMany().HasForeignKey(m => m.GoneId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ContactMapping : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.ToTable("Contacts");
        builder.Property(c => c.Name).HasMaxLength(CustomerLimits.ContactName);
        builder.Property(c => c.Title).HasMaxLength(CustomerLimits.ContactName);
        builder.HasMany(c => c.Phones).WithOne().HasForeignKey(p => p.ContactId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ContactPhoneMapping : IEntityTypeConfiguration<ContactPhone>
{
    public void Configure(EntityTypeBuilder<ContactPhone> builder)
    {
        builder.ToTable("ContactPhones");
        builder.Property(p => p.Number).HasMaxLength(PhoneNumber.MaxLength);
        builder.Property(p => p.NumberKey).HasMaxLength(PhoneNumber.MaxLength);
        builder.HasIndex(p => p.NumberKey);
        builder.HasIndex(p => p.CustomerId);
    }
}

internal sealed class SiteMapping : IEntityTypeConfiguration<Site>
{
    public void Configure(EntityTypeBuilder<Site> builder)
    {
        builder.ToTable("Sites");
        builder.Property(s => s.Address).HasMaxLength(CustomerLimits.Address);
        builder.Property(s => s.Area).HasMaxLength(40);
    }
}
