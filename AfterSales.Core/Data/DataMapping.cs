using AfterSales.Core.Drafts;
using AfterSales.Core.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Core.Data;

internal sealed class WriteRequestMapping : IEntityTypeConfiguration<WriteRequest>
{
    public void Configure(EntityTypeBuilder<WriteRequest> builder)
    {
        builder.ToTable("WriteRequests");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.At);
    }
}

internal sealed class NumberSeriesMapping : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.ToTable("NumberSeries");
        builder.HasKey(s => s.Series);
        builder.Property(s => s.Series).HasMaxLength(40);
    }
}

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("Drafts");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Form).HasMaxLength(DraftDesk.LongestForm);
        builder.HasIndex(d => new { d.PersonId, d.Form, d.SavedAt });
    }
}

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.Property(p => p.Name).HasMaxLength(60);
        builder.Property(p => p.Area).HasMaxLength(40);
        builder.Property(p => p.Culture).HasMaxLength(10);
        builder.HasIndex(p => p.Role);
    }
}
