using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Storage.Records;

/// <summary>A member's ballot in an open poll (öppen omröstning): the last one cast, and nothing of the earlier ones.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="PollId">The poll.</param>
/// <param name="MemberId">The member.</param>
/// <param name="Picks">The references picked, in the poll's order with a space between; empty for an abstention.</param>
/// <param name="CastAt">When it was cast, or recorded.</param>
/// <param name="RecordedBy">The coordinator who recorded it for the member; nothing when the member cast it.</param>
/// <param name="Manner">How the member told it, a name of <see cref="Domain.Members.Manner"/>; nothing when the member cast it.</param>
/// <param name="Receipt">The member's receipt; nothing with a ballot that was stored before there were any.</param>
internal sealed record BallotRow(
    PartnershipId PartnershipId,
    PollId PollId,
    MemberId MemberId,
    string Picks,
    DateTimeOffset CastAt,
    MemberId? RecordedBy,
    string? Manner,
    string? Receipt);

/// <summary>Maps the ballots.</summary>
internal sealed class BallotMapping : IEntityTypeConfiguration<BallotRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<BallotRow> builder)
    {
        builder.ToTable("ballots");
        builder.HasKey(row => new { row.PartnershipId, row.PollId, row.MemberId });
        builder.Property(row => row.PartnershipId).HasColumnName("partnership_id");
        builder.Property(row => row.PollId).HasColumnName("poll_id");
        builder.Property(row => row.MemberId).HasColumnName("member_id");
        builder.Property(row => row.Picks).HasColumnName("picks");
        builder.Property(row => row.CastAt).HasColumnName("cast_at");
        builder.Property(row => row.RecordedBy).HasColumnName("recorded_by");
        builder.Property(row => row.Manner).HasColumnName("manner").HasMaxLength(StoredText.LongestManner);
        builder.Property(row => row.Receipt).HasColumnName("receipt").HasMaxLength(StoredText.LongestReceipt);
    }
}
