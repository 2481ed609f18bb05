using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Places;

namespace PledgeBot.LocalTeams.Connector;

/// <summary>A team and its channels: General, which Teams lists without a name, and the others.</summary>
internal static class TeamDetails
{
    public static IResult Team(string teamId, ConversationStore conversations, IOptions<LocalTeamsOptions> options) =>
        Find(teamId, conversations, out IResult? refusal) is { } team
            ? ConnectorAnswer.Json(new JsonObject
            {
                ["id"] = team.Id,
                ["name"] = team.Name,
                ["aadGroupId"] = team.AadGroupId,
                ["tenantId"] = options.Value.TenantId,
                ["channelCount"] = team.Conversations().Count(),
                ["memberCount"] = team.Members.Length,
            })
            : refusal!;

    public static IResult Channels(string teamId, ConversationStore conversations) =>
        Find(teamId, conversations, out IResult? refusal) is { } team
            ? ConnectorAnswer.Json(new JsonObject
            {
                ["conversations"] = new JsonArray(
                    [.. team.Channels.Where(c => !c.IsDeleted).Select(c => (JsonNode)new JsonObject { ["id"] = c.Id, ["name"] = c.Name })]),
            })
            : refusal!;

    private static Place? Find(string teamId, ConversationStore conversations, out IResult? refusal)
    {
        if (conversations.Places.FindReadable(teamId, out refusal) is { Kind: PlaceKind.Team } team && team.Id == teamId)
        {
            return team;
        }

        refusal ??= ConnectorError.NotFound("Team");
        return null;
    }
}
