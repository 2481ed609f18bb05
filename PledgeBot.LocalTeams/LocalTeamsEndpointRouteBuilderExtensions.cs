using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PledgeBot.LocalTeams.Attachments;
using PledgeBot.LocalTeams.Chat;
using PledgeBot.LocalTeams.Connector;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams;

/// <summary>Maps the local stand-in for Teams.</summary>
public static class LocalTeamsEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the page at <c>/</c> and everything else below <c>/local-teams/</c>. Every endpoint answers this machine alone.
    /// </summary>
    public static IEndpointRouteBuilder MapLocalTeams(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder local = endpoints.MapGroup("").AddEndpointFilter<LoopbackOnly>();
        local.MapGet("/", (string? member, HttpContext http, ConversationStore conversations, PageAssets assets) =>
            conversations.Places.FindMember(member) is null
                ? TypedResults.Redirect("/?member=" + Uri.EscapeDataString(conversations.Places.Everybody[0].Id))
                : assets.Serve(http, "index.html"));
        local.MapGet("/local-teams/page/{**file}", (string file, HttpContext http, PageAssets assets) => assets.Serve(http, file));
        local.MapGet(FileDownloads.Prefix + "{ticket}", (string ticket, FileDownloads downloads) => downloads.Get(ticket));
        local.MapConnector();
        local.MapChat();
        return endpoints;
    }
}
