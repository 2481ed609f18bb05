using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PledgeBot.LocalTeams.Conversations;

namespace PledgeBot.LocalTeams.Connector;

/// <summary>Who is in a conversation. As in Teams, lists call the object id <c>objectId</c> and the single member <c>aadObjectId</c>.</summary>
internal static class Roster
{
    private const int MinPageSize = 50;
    private const int MaxPageSize = 500;
    private const int DefaultPageSize = 200;

    public static IResult All(string conversationId, LocalTeam team) =>
        Find(conversationId, team) is { } members
            ? ConnectorAnswer.Json(new JsonArray([.. members.Select(m => (JsonNode)Describe(m, team, "objectId"))]))
            : ConnectorError.ConversationNotFound();

    public static IResult Page(string conversationId, LocalTeam team, int? pageSize, string? continuationToken)
    {
        if (Find(conversationId, team) is not { } members)
        {
            return ConnectorError.ConversationNotFound();
        }

        int start = 0;
        if (continuationToken is not null
            && (!int.TryParse(continuationToken, NumberStyles.None, CultureInfo.InvariantCulture, out start) || start > members.Count))
        {
            return ConnectorError.BadArgument("The continuation token is not one of ours.");
        }

        int end = start + Math.Clamp(pageSize ?? DefaultPageSize, MinPageSize, MaxPageSize);
        var page = new JsonObject
        {
            ["members"] = new JsonArray([.. members.Skip(start).Take(end - start).Select(m => (JsonNode)Describe(m, team, "objectId"))]),
        };
        if (end < members.Count)
        {
            page["continuationToken"] = end.ToString(CultureInfo.InvariantCulture);
        }

        return ConnectorAnswer.Json(page);
    }

    public static IResult One(string conversationId, string memberId, LocalTeam team)
    {
        if (Find(conversationId, team) is not { } members)
        {
            return ConnectorError.ConversationNotFound();
        }

        return team.FindMember(memberId) is { } member && members.Contains(member)
            ? ConnectorAnswer.Json(Describe(member, team, "aadObjectId"))
            : ConnectorError.Make(StatusCodes.Status404NotFound, "MemberNotFoundInConversation", "Member not found in conversation.");
    }

    private static IReadOnlyList<LocalMember>? Find(string conversationId, LocalTeam team) =>
        team.MembersOf(ConversationReference.Parse(conversationId).Id);

    private static JsonObject Describe(LocalMember member, LocalTeam team, string objectIdName) => new JsonObject
    {
        ["id"] = member.Id,
        [objectIdName] = member.AadObjectId,
        ["name"] = member.Name,
        ["userRole"] = "user",
        ["tenantId"] = team.Options.TenantId,
    };
}
