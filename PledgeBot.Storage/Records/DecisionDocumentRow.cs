using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Storage.Records;

/// <summary>A record of decision as a document. Nothing changes or removes it.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Year">The year of its running number.</param>
/// <param name="Number">Its number that year.</param>
/// <param name="Walk">The number of the walk it is about.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Data">The data as UTF-8 JSON, byte for byte as it is handed out.</param>
/// <param name="Page">The page as HTML.</param>
internal sealed record DecisionDocumentRow(
    PartnershipId PartnershipId, int Year, int Number, int Walk, DateTimeOffset MadeAt, byte[] Data, string Page);

/// <summary>Maps the records of decision.</summary>
internal sealed class DecisionDocumentMapping : IEntityTypeConfiguration<DecisionDocumentRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<DecisionDocumentRow> builder)
    {
        builder.ToTable("decision_documents");
        builder.HasKey(row => new { row.PartnershipId, row.Year, row.Number });
        builder.Property(row => row.PartnershipId).HasColumnName("partnership_id");
        builder.Property(row => row.Year).HasColumnName("year");
        builder.Property(row => row.Number).HasColumnName("number");
        builder.Property(row => row.Walk).HasColumnName("walk");
        builder.Property(row => row.MadeAt).HasColumnName("made_at");
        builder.Property(row => row.Data).HasColumnName("data");
        builder.Property(row => row.Page).HasColumnName("page");
    }
}
