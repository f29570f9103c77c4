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
    }
}
