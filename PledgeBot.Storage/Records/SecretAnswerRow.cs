using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Storage.Records;

/// <summary>That a member has answered a secret poll, and nothing of what or when.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="PollId">The poll.</param>
/// <param name="MemberId">The member.</param>
/// <param name="RecordedBy">The coordinator who recorded the answer for the member; nothing when the member cast it.</param>
/// <param name="Manner">How the member told it, a name of <see cref="Domain.Members.Manner"/>; nothing when the member cast it.</param>
internal sealed record SecretAnswerRow(PartnershipId PartnershipId, PollId PollId, MemberId MemberId, MemberId? RecordedBy, string? Manner);

/// <summary>Maps who has answered the secret polls.</summary>
internal sealed class SecretAnswerMapping : IEntityTypeConfiguration<SecretAnswerRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<SecretAnswerRow> builder)
    {
        builder.ToTable("secret_answers");
        builder.HasKey(row => new { row.PartnershipId, row.PollId, row.MemberId });
        builder.Property(row => row.PartnershipId).HasColumnName("partnership_id");
        builder.Property(row => row.PollId).HasColumnName("poll_id");
        builder.Property(row => row.MemberId).HasColumnName("member_id");
        builder.Property(row => row.RecordedBy).HasColumnName("recorded_by");
        builder.Property(row => row.Manner).HasColumnName("manner").HasMaxLength(StoredText.LongestManner);
    }
}
