using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Connector;

namespace PledgeBot.Dialogs.Members;

/// <summary>Reads the team from the channel: its people, its name and its channels. Work for later, done again every day.</summary>
/// <remarks>
/// Only what was read whole takes the place of what is known: a roster half read would lock the other half out. Before the
/// partnership is formed nothing about people is read, since nobody has said yet that the bot is to be used.
/// </remarks>
internal sealed partial class TeamReading(
    IPartnershipRecords records,
    IDirectory directory,
    ConnectorClient connector,
    TimeProvider time,
    ILogger<TeamReading> logger)
{
    private const int MostAttempts = 4;
    private const int LongestChannelName = 100;
    private const string BotPrefix = "28:";
    private const string StandardChannel = "standard";

    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    /// <summary>Gets the work of reading the team. At any time one of it waits at the most, with the earliest time that was asked for.</summary>
    public static DueWork Due(DateTimeOffset dueAt) => new(WorkKinds.RefreshRoster, "team", dueAt, "");

    /// <summary>Reads the team, and has it read again the next day once the partnership is formed.</summary>
    /// <exception cref="ConnectorException">The channel did not give it this time, and may the next.</exception>
    public async Task RunAsync(TakenWork taken, CancellationToken cancellationToken)
    {
        MeetingPlace? place = await directory.FindMeetingPlaceAsync(taken.Partnership, cancellationToken);
        bool isFormed = (await records.ReadAsync(taken.Partnership, cancellationToken)).Formed is not null;
        (Roster? Roster, TeamFacts Facts)? read = null;
        try
        {
            read = place is null ? null : await ReadAsync(place, isFormed, cancellationToken);
        }
        catch (ConnectorException exception) when (taken.Attempt >= MostAttempts || !MayWorkSoon(exception))
        {
            // Tomorrow is another day: work that the list sets aside would never come back.
            LogNotRead(exception, taken.Attempt);
        }

        DateTimeOffset now = time.GetUtcNow();
        await using ITurn turn = await records.BeginTurnAsync(taken.Partnership, cancellationToken);
        TeamFacts known = read?.Facts ?? TeamFacts.Read(await turn.RecallAsync(TeamFacts.Key, cancellationToken)) ?? new TeamFacts(null, [], now);
        turn.Remember(TeamFacts.Key, (known with { TriedAt = now }).Write());
        if (read?.Roster is { } roster)
        {
            turn.Replace(roster);
        }

        turn.Complete(taken, read is null ? "not read" : "read", now);
        if (place is not null && isFormed)
        {
            turn.Schedule(Due(now + Daily));
        }

        await turn.CommitAsync(cancellationToken);
    }

    private async Task<(Roster? Roster, TeamFacts Facts)> ReadAsync(MeetingPlace place, bool withPeople, CancellationToken cancellationToken)
    {
        ConversationReference team = ChannelPlace.Read(place) with { ConversationId = place.TeamId };
        DateTimeOffset readAt = time.GetUtcNow();
        IReadOnlyList<ChannelAccount> members = withPeople ? await connector.GetPagedMembersAsync(team, cancellationToken) : [];
        TeamDetails details = await connector.GetTeamAsync(team.ServiceUrl, place.TeamId, cancellationToken);
        IReadOnlyList<ChannelInfo> channels = await connector.GetChannelsAsync(team.ServiceUrl, place.TeamId, cancellationToken);

        ImmutableArray<RosterPerson> people = [.. members.Select(Person).OfType<RosterPerson>().DistinctBy(person => person.DirectoryId)];
        return (
            people.IsEmpty ? null : new Roster(readAt, people),
            new TeamFacts(details.Name, [.. channels.Where(IsForEverybody).Select(channel => new TeamChannel(channel.Id!, Short(channel.Name)))], readAt));
    }

    /// <summary>Gets somebody of the roster; nothing for a bot, or for somebody who has not signed in.</summary>
    public static RosterPerson? Person(ChannelAccount account)
    {
        if (account is not { Id: { Length: > 0 } id }
            || account.EntraObjectId() is not { Length: > 0 } directoryId
            || id.StartsWith(BotPrefix, StringComparison.Ordinal)
            || account.RoleInRoster() == RosterRole.Anonymous)
        {
            return null;
        }

        string name = string.IsNullOrWhiteSpace(account.Name) ? $"{account.GivenName} {account.Surname}".Trim() : account.Name.Trim();
        return new RosterPerson(
            directoryId,
            id,
            Clipped.To(name.Length == 0 ? MemberTexts.NoName : name, Contact.LongestName),
            account.RoleInRoster() == RosterRole.Guest);
    }

    private static bool MayWorkSoon(ConnectorException exception) =>
        exception.Code != ConnectorErrorCodes.AddressRefused
        && exception.Status is null or HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed or >= HttpStatusCode.InternalServerError;

    // What is posted is for the whole group, so a private or shared channel is no place for it.
    private static bool IsForEverybody(ChannelInfo channel) =>
        channel.Extra?.TryGetValue("type", out JsonElement type) != true
        || type.ValueKind != JsonValueKind.String
        || string.Equals(type.GetString(), StandardChannel, StringComparison.OrdinalIgnoreCase);

    private static string? Short(string? name) => string.IsNullOrWhiteSpace(name) ? null : Clipped.To(name.Trim(), LongestChannelName);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The team could not be read at attempt {Attempt}; it will be tried again in a day.")]
    private partial void LogNotRead(Exception exception, int attempt);
}
