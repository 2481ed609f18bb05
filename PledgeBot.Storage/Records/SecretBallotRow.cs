using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Storage.Records;

/// <summary>A ballot of a secret poll: what was picked, and nothing of by whom or when.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="PollId">The poll.</param>
/// <param name="Tag">What the poll's key makes of the member (<see cref="SecretBallots.TagOf"/>): only with it can the member be told.</param>
/// <param name="Picks">The references picked, in the poll's order with a space between; empty for an abstention.</param>
/// <param name="Receipt">The receipt that the member has.</param>
internal sealed record SecretBallotRow(PartnershipId PartnershipId, PollId PollId, byte[] Tag, string Picks, string? Receipt);

/// <summary>Maps the ballots of secret polls.</summary>
internal sealed class SecretBallotMapping : IEntityTypeConfiguration<SecretBallotRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<SecretBallotRow> builder)
    {
        builder.ToTable("secret_ballots");
        builder.HasKey(row => new { row.PartnershipId, row.PollId, row.Tag });
        builder.Property(row => row.PartnershipId).HasColumnName("partnership_id");
        builder.Property(row => row.PollId).HasColumnName("poll_id");
        builder.Property(row => row.Tag).HasColumnName("tag");
        builder.Property(row => row.Picks).HasColumnName("picks");
        builder.Property(row => row.Receipt).HasColumnName("receipt").HasMaxLength(StoredText.LongestReceipt);
    }
}
