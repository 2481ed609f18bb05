using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using PledgeBot.LocalTeams.Conversations;

namespace PledgeBot.LocalTeams.Chat;

/// <summary>
/// The changes a member sees, as they happen, over a WebSocket. (An event stream would be simpler, but browsers open only six of those
/// to one server, and a visitor may well be eight members in eight tabs.) The first message is <c>{}</c>: a page that reads the state
/// after it, and then applies the changes whose revision is later than the state's, misses nothing.
/// </summary>
internal static class ChatChanges
{
    public static async Task FollowAsync(HttpContext http, ConversationStore conversations, IHostApplicationLifetime lifetime)
    {
        if (conversations.Places.FindMember(http.Request.Query["member"]) is not { } me)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!http.WebSockets.IsWebSocketRequest)
        {
            http.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            return;
        }

        using WebSocket socket = await http.WebSockets.AcceptWebSocketAsync();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping, http.RequestAborted);
        using ConversationStore.Listener listener = conversations.Listen(me);
        try
        {
            Task left = WaitUntilThePageLeavesAsync(socket, ending);
            await SendAsync(socket, "{}"u8.ToArray(), ending.Token);
            await foreach (ConversationChange change in listener.Changes.ReadAllAsync(ending.Token))
            {
                await SendAsync(socket, JsonSerializer.SerializeToUtf8Bytes(change, LocalTeamsJson.Default.ConversationChange), ending.Token);
            }

            await ending.CancelAsync();
            await left;
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The page has gone, or the server stops: either way there is nobody left to tell.
        }
    }

    private static ValueTask SendAsync(WebSocket socket, ReadOnlyMemory<byte> message, CancellationToken cancellationToken) =>
        socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    // A page never says anything but good-bye.
    private static async Task WaitUntilThePageLeavesAsync(WebSocket socket, CancellationTokenSource ending)
    {
        try
        {
            await socket.ReceiveAsync(new byte[16].AsMemory(), ending.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // Gone without good-bye, which comes to the same.
        }

        await ending.CancelAsync();
    }
}
