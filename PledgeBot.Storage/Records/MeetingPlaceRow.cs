using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Storage.Records;

/// <summary>Where a partnership meets.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="TenantId">The organisation's directory.</param>
/// <param name="TeamId">The team.</param>
/// <param name="Channel">How to reach the channel, as JSON.</param>
internal sealed record MeetingPlaceRow(PartnershipId PartnershipId, string TenantId, string TeamId, string Channel);

/// <summary>Maps the meeting places.</summary>
internal sealed class MeetingPlaceMapping : IEntityTypeConfiguration<MeetingPlaceRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<MeetingPlaceRow> builder)
    {
        builder.ToTable("meeting_places");
        builder.HasKey(row => row.PartnershipId);
        builder.HasIndex(row => new { row.TenantId, row.TeamId }).IsUnique();
        builder.Property(row => row.PartnershipId).HasColumnName("partnership_id");
        builder.Property(row => row.TenantId).HasColumnName("tenant_id").HasMaxLength(StoredText.LongestTenantId);
        builder.Property(row => row.TeamId).HasColumnName("team_id").HasMaxLength(StoredText.LongestTeamId);
        builder.Property(row => row.Channel).HasColumnName("channel");
    }
}
