using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;

namespace PledgeBot.Storage.Records;

/// <summary>Writes and reads the rosters.</summary>
internal static class StoredRosters
{
    /// <summary>Adds what puts a roster in place of the earlier one, and brings the contacts up to date with it.</summary>
    /// <exception cref="ArgumentException">The roster is empty, too long, or holds a text that the table does not.</exception>
    public static void Replace(SqlBatch batch, PartnershipId partnership, Roster roster)
    {
        if (roster.People.Length is 0 or > Roster.MostPeople)
        {
            throw new ArgumentException($"A roster has from 1 to {Roster.MostPeople} people, not {roster.People.Length}.", nameof(roster));
        }

        batch.Add($"DELETE FROM roster WHERE partnership_id = {partnership}");
        foreach (RosterPerson person in roster.People)
        {
            StoredText.AtMost(StoredText.LongestDirectoryId, person.DirectoryId);
            StoredText.AtMost(StoredText.LongestChannelAccountId, person.ChannelAccountId);
            StoredText.AtMost(StoredText.LongestName, person.Name);
            batch.Add(
                $"""
                INSERT INTO roster (partnership_id, directory_id, channel_account_id, name, is_guest, seen_at)
                VALUES ({partnership}, {person.DirectoryId}, {person.ChannelAccountId}, {person.Name}, {person.IsGuest}, {roster.ReadAt})
                """);
        }

        // Names change, and an account that was taken away and added again is another one in the channel.
        batch
            .Add(
                $"""
                UPDATE contacts SET name = roster.name, channel_account_id = roster.channel_account_id, has_left = {false}
                FROM roster
                WHERE contacts.partnership_id = {partnership} AND roster.partnership_id = {partnership}
                  AND roster.directory_id = contacts.directory_id
                """)
            .Add(
                $"""
                UPDATE contacts SET has_left = {true}
                WHERE partnership_id = {partnership} AND directory_id IS NOT NULL
                  AND directory_id NOT IN (SELECT directory_id FROM roster WHERE partnership_id = {partnership})
                """);
    }

    /// <summary>Reads a partnership's roster; nothing if it was never read from the channel.</summary>
    public static async Task<Roster?> ReadAsync(PledgeBotDbContext context, PartnershipId partnership, CancellationToken cancellationToken)
    {
        List<(DateTimeOffset SeenAt, RosterPerson Person)> rows = await new SqlBatch(context)
            .Add(
                $"""
                SELECT seen_at, directory_id, channel_account_id, name, is_guest FROM roster
                WHERE partnership_id = {partnership} ORDER BY directory_id
                """)
            .ReadAsync(
                row => (
                    StoredInstant.From(row.GetDateTime(0)),
                    new RosterPerson(row.GetString(1), row.GetString(2), row.GetString(3), row.GetBoolean(4))),
                cancellationToken);
        return rows is [var first, ..] ? new Roster(first.SeenAt, [.. rows.Select(row => row.Person)]) : null;
    }
}
