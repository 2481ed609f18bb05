using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PledgeBot.LocalTeams.Conversations;

namespace PledgeBot.LocalTeams.Connector;

/// <summary>The team and its channels: General, which Teams lists without a name, and the partnership's own.</summary>
internal static class TeamDetails
{
    public static IResult Team(string teamId, LocalTeam team) => teamId == LocalTeam.TeamId
        ? ConnectorAnswer.Json(new JsonObject
        {
            ["id"] = LocalTeam.TeamId,
            ["name"] = team.Options.TeamName,
            ["aadGroupId"] = LocalTeam.AadGroupId,
            ["tenantId"] = team.Options.TenantId,
            ["channelCount"] = 2,
            ["memberCount"] = team.Members.Count,
        })
        : ConnectorError.NotFound("Team");

    public static IResult Channels(string teamId, LocalTeam team) => teamId == LocalTeam.TeamId
        ? ConnectorAnswer.Json(new JsonObject
        {
            ["conversations"] = new JsonArray(
                new JsonObject { ["id"] = LocalTeam.TeamId, ["name"] = null },
                new JsonObject { ["id"] = LocalTeam.ChannelId, ["name"] = team.Options.ChannelName }),
        })
        : ConnectorError.NotFound("Team");
}
