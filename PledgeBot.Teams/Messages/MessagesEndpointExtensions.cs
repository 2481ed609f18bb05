using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PledgeBot.Teams.Messages;

/// <summary>Maps the endpoint that Teams posts activities to.</summary>
public static class MessagesEndpointExtensions
{
    /// <summary>Maps the endpoint. Whether the caller is Teams at all is for authentication before it.</summary>
    /// <param name="endpoints">Where it is mapped.</param>
    /// <param name="pattern">Its path.</param>
    public static IEndpointConventionBuilder MapTeamsMessages(this IEndpointRouteBuilder endpoints, string pattern = "/api/messages")
    {
        var endpoint = endpoints.ServiceProvider.GetRequiredService<MessagesEndpoint>();
        RequestDelegate receive = endpoint.ReceiveAsync;
        return endpoints.Map(pattern, receive);
    }
}
