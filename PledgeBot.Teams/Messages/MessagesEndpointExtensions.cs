using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PledgeBot.Teams.Messages;

/// <summary>Maps the endpoint that Teams posts activities to.</summary>
public static class MessagesEndpointExtensions
{
    /// <summary>The largest activity that is taken, in bytes.</summary>
    public const int MostBytes = MessagesEndpoint.MostBytes;

    /// <summary>Maps the endpoint. Who may post to it has been decided where its parts were added.</summary>
    /// <param name="endpoints">Where it is mapped.</param>
    /// <param name="pattern">Its path.</param>
    public static IEndpointConventionBuilder MapTeamsMessages(this IEndpointRouteBuilder endpoints, string pattern = "/api/messages")
    {
        var endpoint = endpoints.ServiceProvider.GetRequiredService<MessagesEndpoint>();
        RequestDelegate receive = endpoint.ReceiveAsync;
        return endpoints.Map(pattern, receive);
    }
}
