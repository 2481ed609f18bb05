using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Storage.Records;

/// <summary>The key of a secret poll while it is open, which joins who has answered with what.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="PollId">The poll.</param>
/// <param name="Key"><see cref="SecretBallots.KeyBytes"/> bytes at random.</param>
internal sealed record PollKeyRow(PartnershipId PartnershipId, PollId PollId, byte[] Key);

/// <summary>Maps the keys of secret polls.</summary>
internal sealed class PollKeyMapping : IEntityTypeConfiguration<PollKeyRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<PollKeyRow> builder)
    {
        builder.ToTable("poll_keys");
        builder.HasKey(row => new { row.PartnershipId, row.PollId });
        builder.Property(row => row.PartnershipId).HasColumnName("partnership_id");
        builder.Property(row => row.PollId).HasColumnName("poll_id");
        builder.Property(row => row.Key).HasColumnName("key");
    }
}
