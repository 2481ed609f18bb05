using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Storage.Records;

/// <summary>A photo of a place.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="PhotoId">The photo.</param>
/// <param name="Picture">The picture as JPEG.</param>
/// <param name="Thumbnail">A small one as JPEG.</param>
internal sealed record PhotoRow(PartnershipId PartnershipId, PhotoId PhotoId, byte[] Picture, byte[] Thumbnail);

/// <summary>Maps the photos.</summary>
internal sealed class PhotoMapping : IEntityTypeConfiguration<PhotoRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<PhotoRow> builder)
    {
        builder.ToTable("photos");
        builder.HasKey(row => new { row.PartnershipId, row.PhotoId });
        builder.Property(row => row.PartnershipId).HasColumnName("partnership_id");
        builder.Property(row => row.PhotoId).HasColumnName("photo_id");
        builder.Property(row => row.Picture).HasColumnName("picture");
        builder.Property(row => row.Thumbnail).HasColumnName("thumbnail");
    }
}
