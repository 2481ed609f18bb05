using System.Net;
using Microsoft.AspNetCore.Http;

namespace PledgeBot.LocalTeams.Web;

/// <summary>
/// Lets only this machine in: by the connection's address, by the name in the Host header (a foreign name that resolves to loopback
/// would otherwise let any web page read the chats), and for changes by where the calling page came from.
/// </summary>
internal sealed class LoopbackOnly : IEndpointFilter
{
    /// <summary>What everybody else is told.</summary>
    public const string Refusal = "The local Teams answers only this machine.";

    /// <summary>Tells whether a request may come in.</summary>
    public static bool Allows(HttpContext context) =>
        IsLoopback(context.Connection.RemoteIpAddress)
        && context.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]"
        && (IsReading(context.Request) || IsSameOrigin(context.Request));

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => Allows(context.HttpContext)
        ? next(context)
        : ValueTask.FromResult<object?>(TypedResults.Text(Refusal, statusCode: StatusCodes.Status403Forbidden));

    private static bool IsLoopback(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    // A browser keeps a foreign page from reading an answer, but not from listening to a WebSocket.
    private static bool IsReading(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Headers.Upgrade.Count == 0;

    // A caller that is not a browser sends neither header.
    private static bool IsSameOrigin(HttpRequest request) =>
        (request.Headers.Origin.Count == 0 || request.Headers.Origin == $"{request.Scheme}://{request.Host}")
        && (!request.Headers.TryGetValue("Sec-Fetch-Site", out var site) || site == "same-origin");
}
