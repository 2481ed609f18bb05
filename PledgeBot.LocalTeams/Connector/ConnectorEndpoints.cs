using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PledgeBot.LocalTeams.Connector;

/// <summary>The connector's REST surface, with the paths of the Bot Framework connector below the service URL.</summary>
internal static class ConnectorEndpoints
{
    /// <summary>The service URL's path, without the trailing slash.</summary>
    public const string Prefix = "/local-teams/connector";

    private const string Activities = "conversations/{conversationId}/activities";

    public static void MapConnector(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder v3 = endpoints.MapGroup(Prefix + "/v3").AddEndpointFilter<ConnectorCallFilter>();
        v3.MapPost("conversations", CreateConversation.Create).Is(ConnectorOperation.CreateConversation);
        v3.MapPost(Activities, BotMessages.Send).Is(ConnectorOperation.Send);
        v3.MapPost(Activities + "/{activityId}", BotMessages.Reply).Is(ConnectorOperation.Reply);
        v3.MapPut(Activities + "/{activityId}", BotMessages.Update).Is(ConnectorOperation.Update);
        v3.MapDelete(Activities + "/{activityId}", BotMessages.Delete).Is(ConnectorOperation.Delete);
        v3.MapPut(Activities + "/{activityId}/reactions/{type}", BotReactions.Add).Is(ConnectorOperation.Reaction);
        v3.MapDelete(Activities + "/{activityId}/reactions/{type}", BotReactions.Remove).Is(ConnectorOperation.Reaction);
        v3.MapGet("conversations/{conversationId}/members", Roster.All).Is(ConnectorOperation.Members);
        v3.MapGet("conversations/{conversationId}/pagedmembers", Roster.Page).Is(ConnectorOperation.Members);
        v3.MapGet("conversations/{conversationId}/members/{memberId}", Roster.One).Is(ConnectorOperation.Members);
        v3.MapGet("teams/{teamId}", TeamDetails.Team).Is(ConnectorOperation.Team);
        v3.MapGet("teams/{teamId}/conversations", TeamDetails.Channels).Is(ConnectorOperation.Team);
        v3.MapGet("attachments/{attachmentId}", Pictures.Describe).Is(ConnectorOperation.Attachment);
        v3.MapGet("attachments/{attachmentId}/views/{viewId}", Pictures.Get).Is(ConnectorOperation.Attachment);
        v3.Map("{**path}", ConnectorError.MethodNotAllowed).Is(ConnectorOperation.Unknown);
    }

    private static void Is(this RouteHandlerBuilder route, ConnectorOperation operation) => route.WithMetadata(new ConnectorRoute(operation));
}
