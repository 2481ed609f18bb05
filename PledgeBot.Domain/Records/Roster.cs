using System.Collections.Immutable;

namespace PledgeBot.Domain.Records;

/// <summary>
/// Who is in the team, as the channel told it; apart from the partnership's own list, which says who has which party and role.
/// </summary>
/// <param name="ReadAt">When it was read.</param>
/// <param name="People">The people, each account once; bots are left out. Never empty.</param>
public sealed record Roster(DateTimeOffset ReadAt, ImmutableArray<RosterPerson> People)
{
    /// <summary>The most people.</summary>
    public const int MostPeople = 10_000;
}

/// <summary>Somebody in the team.</summary>
/// <param name="DirectoryId">The account's object identifier in the organisation's directory; at most 100 characters.</param>
/// <param name="ChannelAccountId">The account's identifier in the channel; at most 200 characters.</param>
/// <param name="Name">The name as the channel shows it; at most <see cref="Contact.LongestName"/> characters.</param>
/// <param name="IsGuest">Whether the account is another organisation's, as a police officer's may be.</param>
public sealed record RosterPerson(string DirectoryId, string ChannelAccountId, string Name, bool IsGuest);
