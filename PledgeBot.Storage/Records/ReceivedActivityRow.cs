using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Storage.Records;

/// <summary>An activity that has come, and what it was answered.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Key">What identifies the activity to its channel.</param>
/// <param name="At">When it came first.</param>
/// <param name="Answer">The answer as JSON; nothing if none was called for.</param>
internal sealed record ReceivedActivityRow(PartnershipId PartnershipId, string Key, DateTimeOffset At, string? Answer);

/// <summary>Maps the received activities.</summary>
internal sealed class ReceivedActivityMapping : IEntityTypeConfiguration<ReceivedActivityRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<ReceivedActivityRow> builder)
    {
        builder.ToTable("received_activities");
        builder.HasKey(row => new { row.PartnershipId, row.Key });
        builder.HasIndex(row => new { row.PartnershipId, row.At });
        builder.Property(row => row.PartnershipId).HasColumnName("partnership_id");
        builder.Property(row => row.Key).HasColumnName("key").HasMaxLength(StoredText.LongestActivityKey);
        builder.Property(row => row.At).HasColumnName("at");
        builder.Property(row => row.Answer).HasColumnName("answer");
    }
}
