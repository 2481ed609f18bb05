using PledgeBot.Domain.Records;

namespace PledgeBot.Storage.Records;

/// <summary>Writes where partnerships meet.</summary>
internal static class StoredMeetingPlaces
{
    /// <summary>Adds what enters a place, in place of what was entered before for its partnership.</summary>
    /// <exception cref="ArgumentException">An identifier is longer than the table holds.</exception>
    public static SqlBatch Enter(SqlBatch batch, MeetingPlace place)
    {
        StoredText.AtMost(StoredText.LongestTenantId, place.TenantId);
        StoredText.AtMost(StoredText.LongestTeamId, place.TeamId);
        return batch.Add(
            $"""
            INSERT INTO meeting_places (partnership_id, tenant_id, team_id, channel)
            VALUES ({place.Partnership}, {place.TenantId}, {place.TeamId}, {place.Channel})
            ON CONFLICT (partnership_id) DO UPDATE SET
              tenant_id = excluded.tenant_id, team_id = excluded.team_id, channel = excluded.channel
            """);
    }
}
