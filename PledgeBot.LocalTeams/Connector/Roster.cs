using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Places;

namespace PledgeBot.LocalTeams.Connector;

/// <summary>Who is in a conversation. As in Teams, lists call the object id <c>objectId</c> and the single member <c>aadObjectId</c>.</summary>
internal static class Roster
{
    private const int MinPageSize = 50;
    private const int MaxPageSize = 500;
    private const int DefaultPageSize = 200;

    public static IResult All(string conversationId, ConversationStore conversations, IOptions<LocalTeamsOptions> options)
    {
        LocalPlaces places = conversations.Places;
        return places.FindReadable(conversationId, out IResult? refusal) is { } place
            ? ConnectorAnswer.Json(List(places.MembersOf(place), options))
            : refusal!;
    }

    public static IResult Page(
        string conversationId,
        int? pageSize,
        string? continuationToken,
        ConversationStore conversations,
        IOptions<LocalTeamsOptions> options)
    {
        LocalPlaces places = conversations.Places;
        if (places.FindReadable(conversationId, out IResult? refusal) is not { } place)
        {
            return refusal!;
        }

        IReadOnlyList<LocalMember> members = places.MembersOf(place);
        int start = 0;
        if (continuationToken is not null
            && (!int.TryParse(continuationToken, NumberStyles.None, CultureInfo.InvariantCulture, out start) || start > members.Count))
        {
            return ConnectorError.BadArgument("The continuation token is not one of ours.");
        }

        int end = start + Math.Clamp(pageSize ?? DefaultPageSize, MinPageSize, MaxPageSize);
        var page = new JsonObject { ["members"] = List(members.Skip(start).Take(end - start), options) };
        if (end < members.Count)
        {
            page["continuationToken"] = end.ToString(CultureInfo.InvariantCulture);
        }

        return ConnectorAnswer.Json(page);
    }

    public static IResult One(string conversationId, string memberId, ConversationStore conversations, IOptions<LocalTeamsOptions> options)
    {
        LocalPlaces places = conversations.Places;
        if (places.FindReadable(conversationId, out IResult? refusal) is not { } place)
        {
            return refusal!;
        }

        return places.FindMember(memberId) is { } member && place.Members.Contains(member.Id)
            ? ConnectorAnswer.Json(Describe(member, "aadObjectId", options))
            : ConnectorError.Make(StatusCodes.Status404NotFound, "MemberNotFoundInConversation", "Member not found in conversation.");
    }

    private static JsonArray List(IEnumerable<LocalMember> members, IOptions<LocalTeamsOptions> options) =>
        new([.. members.Select(m => (JsonNode)Describe(m, "objectId", options))]);

    private static JsonObject Describe(LocalMember member, string objectIdName, IOptions<LocalTeamsOptions> options)
    {
        string[] names = member.Name.Split(' ', 2);
        var described = new JsonObject
        {
            ["id"] = member.Id,
            [objectIdName] = member.AadObjectId,
            ["name"] = member.Name,
            ["givenName"] = names[0],
        };
        if (names.Length > 1)
        {
            described["surname"] = names[1];
        }

        described["userRole"] = member.IsGuest ? "guest" : "user";
        described["tenantId"] = options.Value.TenantId;
        return described;
    }
}
