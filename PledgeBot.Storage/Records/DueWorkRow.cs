using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Storage.Records;

/// <summary>Work for later, through all its states.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="Id">The number of the row in the partnership, in the order it was scheduled.</param>
/// <param name="Kind">What is to be done.</param>
/// <param name="Key">What it is to be done to.</param>
/// <param name="DueAt">When it is to be done at the earliest.</param>
/// <param name="Payload">What the one who does it needs, as JSON.</param>
/// <param name="State">One of the constants here.</param>
/// <param name="Attempts">How many times it has been taken.</param>
/// <param name="TakenUntil">When the lease runs out; nothing when it is not taken.</param>
/// <param name="Outcome">What came of it, once it is done.</param>
/// <param name="EndedAt">When it was done or set aside; nothing before that.</param>
/// <param name="Problem">What went wrong the last time something did.</param>
internal sealed record DueWorkRow(
    PartnershipId PartnershipId,
    long Id,
    string Kind,
    string Key,
    DateTimeOffset DueAt,
    string Payload,
    string State,
    int Attempts,
    DateTimeOffset? TakenUntil,
    string? Outcome,
    DateTimeOffset? EndedAt,
    string? Problem)
{
    /// <summary>It waits to be taken.</summary>
    public const string Waiting = "waiting";

    /// <summary>A worker has it, until the lease runs out.</summary>
    public const string Taken = "taken";

    /// <summary>It is done.</summary>
    public const string Done = "done";

    /// <summary>It could not be done, and is not tried again.</summary>
    public const string SetAside = "set-aside";
}

/// <summary>Maps the due work.</summary>
internal sealed class DueWorkMapping : IEntityTypeConfiguration<DueWorkRow>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<DueWorkRow> builder)
    {
        builder.ToTable("due_work");
        builder.HasKey(row => new { row.PartnershipId, row.Id });

        // Only what waits is kept once: the same work may be asked for anew while a worker has the earlier.
        builder.HasIndex(row => new { row.PartnershipId, row.Kind, row.Key }).IsUnique().HasFilter("state = 'waiting'");
        builder.HasIndex(row => row.DueAt).HasFilter("state = 'waiting'");
        builder.HasIndex(row => row.TakenUntil).HasFilter("state = 'taken'");
        builder.HasIndex(row => new { row.PartnershipId, row.EndedAt }).HasFilter("ended_at IS NOT NULL");
        builder.Property(row => row.PartnershipId).HasColumnName("partnership_id");
        builder.Property(row => row.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(row => row.Kind).HasColumnName("kind").HasMaxLength(StoredText.LongestKind);
        builder.Property(row => row.Key).HasColumnName("key").HasMaxLength(StoredText.LongestKey);
        builder.Property(row => row.DueAt).HasColumnName("due_at");
        builder.Property(row => row.Payload).HasColumnName("payload");
        builder.Property(row => row.State).HasColumnName("state").HasMaxLength(10);
        builder.Property(row => row.Attempts).HasColumnName("attempts");
        builder.Property(row => row.TakenUntil).HasColumnName("taken_until");
        builder.Property(row => row.Outcome).HasColumnName("outcome");
        builder.Property(row => row.EndedAt).HasColumnName("ended_at");
        builder.Property(row => row.Problem).HasColumnName("problem").HasMaxLength(StoredText.LongestProblem);
    }
}
