using AfterSales.Core.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Core.Search;

internal sealed class SearchMapping : IEntityTypeConfiguration<SearchKey>
{
    public void Configure(EntityTypeBuilder<SearchKey> builder)
    {
        builder.ToTable("SearchKeys");
        builder.Property(k => k.Tail).HasMaxLength(SearchKey.MaxLength);
        builder.HasIndex(k => new { k.Tail, k.Subject, k.SubjectId, k.CustomerId });
        builder.HasIndex(k => new { k.SubjectId, k.Subject });
        builder.HasIndex(k => new { k.CustomerId, k.Tail, k.Subject, k.SubjectId });
    }
}

internal sealed class CaseWordsMapping : IEntityTypeConfiguration<CaseWords>
{
    public void Configure(EntityTypeBuilder<CaseWords> builder)
    {
        builder.ToTable("CaseWords");
        builder.HasKey(w => w.CaseId);
        builder.Property(w => w.CaseId).ValueGeneratedNever();
        builder.HasOne<ServiceCase>().WithOne().HasForeignKey<CaseWords>(w => w.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}
