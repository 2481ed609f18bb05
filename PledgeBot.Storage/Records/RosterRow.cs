using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Storage.Records;

/// <summary>Somebody in a partnership's team, as the channel told it.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="DirectoryId">The account in the organisation's directory.</param>
/// <param name="ChannelAccountId">The account in the channel.</param>
/// <param name="Name">The name as the channel shows it.</param>
/// <param name="IsGuest">Whether the account is another organisation's.</param>
/// <param name="SeenAt">When the roster was read; of a partnership the same in every row.</param>
internal sealed record RosterRow(
    PartnershipId PartnershipId, string DirectoryId, string ChannelAccountId, string Name, bool IsGuest, DateTimeOffset SeenAt);

/// <summary>Maps the rosters.</summary>
internal sealed class RosterMapping : IEntityTypeConfiguration<RosterRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<RosterRow> builder)
    {
        builder.ToTable("roster");
        builder.HasKey(row => new { row.PartnershipId, row.DirectoryId });
        builder.Property(row => row.PartnershipId).HasColumnName("partnership_id");
        builder.Property(row => row.DirectoryId).HasColumnName("directory_id").HasMaxLength(StoredText.LongestDirectoryId);
        builder.Property(row => row.ChannelAccountId).HasColumnName("channel_account_id").HasMaxLength(StoredText.LongestChannelAccountId);
        builder.Property(row => row.Name).HasColumnName("name").HasMaxLength(StoredText.LongestName);
        builder.Property(row => row.IsGuest).HasColumnName("is_guest");
        builder.Property(row => row.SeenAt).HasColumnName("seen_at");
    }
}
