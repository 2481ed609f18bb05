using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Storage.Records;

/// <summary>Something that the conversations remember between turns.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Kind">The kind of thing.</param>
/// <param name="Key">Which one of its kind.</param>
/// <param name="Value">What is remembered, as JSON.</param>
internal sealed record MemoryRow(PartnershipId PartnershipId, string Kind, string Key, string Value);

/// <summary>Maps the memories.</summary>
internal sealed class MemoryMapping : IEntityTypeConfiguration<MemoryRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<MemoryRow> builder)
    {
        builder.ToTable("memories");
        builder.HasKey(row => new { row.PartnershipId, row.Kind, row.Key });
        builder.Property(row => row.PartnershipId).HasColumnName("partnership_id");
        builder.Property(row => row.Kind).HasColumnName("kind").HasMaxLength(StoredText.LongestKind);
        builder.Property(row => row.Key).HasColumnName("key").HasMaxLength(StoredText.LongestKey);
        builder.Property(row => row.Value).HasColumnName("value");
    }
}
