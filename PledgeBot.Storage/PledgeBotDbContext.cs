using Microsoft.EntityFrameworkCore;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Storage.Records;

namespace PledgeBot.Storage;

/// <summary>The tables of the records, whichever database holds them.</summary>
/// <remarks>
/// It owns the schema and the plain reads. A turn writes through <see cref="SqlBatch"/> instead: rows that replace one
/// another are one statement there, and would be a read and a tracked entity here.
/// </remarks>
internal abstract class PledgeBotDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Gets how members are known outside.</summary>
    public DbSet<ContactRow> Contacts => Set<ContactRow>();

    /// <summary>Gets where the partnerships meet.</summary>
    public DbSet<MeetingPlaceRow> MeetingPlaces => Set<MeetingPlaceRow>();

    /// <summary>Gets the photos.</summary>
    public DbSet<PhotoRow> Photos => Set<PhotoRow>();

    /// <summary>Gets who is in the teams.</summary>
    public DbSet<RosterRow> Rosters => Set<RosterRow>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<PartnershipId>().HaveConversion<PartnershipIdConverter>();
        configurationBuilder.Properties<MemberId>().HaveConversion<MemberIdConverter>();
        configurationBuilder.Properties<PollId>().HaveConversion<PollIdConverter>();
        configurationBuilder.Properties<PhotoId>().HaveConversion<PhotoIdConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantColumnConverter>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PledgeBotDbContext).Assembly);
}
