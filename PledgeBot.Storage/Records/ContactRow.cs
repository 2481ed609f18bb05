using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Storage.Records;

/// <summary>How a member is known outside.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="MemberId">The member.</param>
/// <param name="Name">The name as the channel shows it.</param>
/// <param name="DirectoryId">The account in the organisation's directory; nothing for somebody without one.</param>
/// <param name="ChannelAccountId">The account in the channel; nothing for somebody without one.</param>
/// <param name="HasLeft">Whether the account was missing when the roster was last read.</param>
internal sealed record ContactRow(
    PartnershipId PartnershipId, MemberId MemberId, string Name, string? DirectoryId, string? ChannelAccountId, bool HasLeft);

/// <summary>Maps the contacts.</summary>
internal sealed class ContactMapping : IEntityTypeConfiguration<ContactRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<ContactRow> builder)
    {
        builder.ToTable("contacts");
        builder.HasKey(row => new { row.PartnershipId, row.MemberId });

        // An account is one member of a partnership, or one person would have two votes. Any number of members have none.
        builder.HasIndex(row => new { row.PartnershipId, row.DirectoryId }).IsUnique();
        builder.HasIndex(row => row.DirectoryId);
        builder.Property(row => row.PartnershipId).HasColumnName("partnership_id");
        builder.Property(row => row.MemberId).HasColumnName("member_id");
        builder.Property(row => row.Name).HasColumnName("name").HasMaxLength(StoredText.LongestName);
        builder.Property(row => row.DirectoryId).HasColumnName("directory_id").HasMaxLength(StoredText.LongestDirectoryId);
        builder.Property(row => row.ChannelAccountId).HasColumnName("channel_account_id").HasMaxLength(StoredText.LongestChannelAccountId);
        builder.Property(row => row.HasLeft).HasColumnName("has_left");
    }
}
