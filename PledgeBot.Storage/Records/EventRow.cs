using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Storage.Records;

/// <summary>One event of a partnership's log. Rows are only ever added.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Version">The event's number in the log, from 1 without gaps.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="ByMember">Who caused it; nothing when the clock did.</param>
/// <param name="Type">The event's stable name.</param>
/// <param name="Data">The event as JSON.</param>
internal sealed record EventRow(PartnershipId PartnershipId, long Version, DateTimeOffset At, MemberId? ByMember, string Type, string Data);

/// <summary>Maps the log.</summary>
internal sealed class EventMapping : IEntityTypeConfiguration<EventRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<EventRow> builder)
    {
        builder.ToTable("events");

        // Two turns that append the same version cannot both be kept, whatever else fails to hold them apart.
        builder.HasKey(row => new { row.PartnershipId, row.Version });
        builder.Property(row => row.PartnershipId).HasColumnName("partnership_id");
        builder.Property(row => row.Version).HasColumnName("version").ValueGeneratedNever();
        builder.Property(row => row.At).HasColumnName("at");
        builder.Property(row => row.ByMember).HasColumnName("by_member");
        builder.Property(row => row.Type).HasColumnName("type").HasMaxLength(60);
        builder.Property(row => row.Data).HasColumnName("data");
    }
}
