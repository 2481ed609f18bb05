using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PledgeBot.LocalTeams.Bot;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Extension;
using PledgeBot.LocalTeams.Places;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Chat;

/// <summary>What the page calls. Every call but the clock's says in <c>?member=</c> which member the visitor is.</summary>
internal static class ChatEndpoints
{
    private delegate Task<InvokeAnswer> Press(
        LocalMember member,
        StoredActivity card,
        PressedAction press,
        CancellationToken cancellationToken);

    private delegate Task<InvokeAnswer?> Ask<in T>(LocalMember member, T asked, CancellationToken cancellationToken);

    public static void MapChat(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder api = endpoints.MapGroup("/local-teams/api");
        api.MapGet("state", ChatSnapshot.Read);
        api.Map("changes", Changes(endpoints));
        api.MapPost("clock", DemoClock.MoveAsync);
        api.MapPost("images", Uploads.AddImageAsync);
        api.MapPost("files", Uploads.AddFileAsync);
        api.MapGet("attachments/{id}", Uploads.Get);
        MapMessages(api);
        MapPresses(api);
        MapExtension(api);
        api.MapPost("places", (HttpContext http, string? member, ConversationStore conversations, PlaceChanges changes) =>
            AsAsync(http, member, conversations, LocalTeamsJson.Default.PlaceChange, async (me, change) =>
                await changes.MakeAsync(change, me, http.RequestAborted) ? TypedResults.NoContent() : TypedResults.Conflict()));
    }

    private static void MapMessages(RouteGroupBuilder api)
    {
        api.MapPost("messages", (HttpContext http, string? member, ConversationStore conversations, MemberMessages messages) =>
            AsAsync(http, member, conversations, LocalTeamsJson.Default.PostedMessage, (me, message) => messages.PostAsync(me, message, http.RequestAborted)));
        api.MapPut("messages/{id}", (string id, HttpContext http, string? member, ConversationStore conversations, MemberMessages messages) =>
            AsAsync(http, member, conversations, LocalTeamsJson.Default.EditedText, (me, edit) => messages.EditAsync(me, id, edit, http.RequestAborted)));
        api.MapPost("messages/{id}/reactions", (string id, HttpContext http, string? member, ConversationStore conversations, MemberMessages messages) =>
            AsAsync(http, member, conversations, LocalTeamsJson.Default.MemberReaction, (me, reaction) => messages.ReactAsync(me, id, reaction, http.RequestAborted)));
        api.MapDelete("messages/{id}", (string id, HttpContext http, string? member, ConversationStore conversations, MemberMessages messages) =>
            conversations.Places.FindMember(member) is { } me
                ? messages.SetRemovedAsync(me, id, isRemoved: true, http.RequestAborted)
                : NotFoundAsync());
        api.MapPost("messages/{id}/restored", (string id, HttpContext http, string? member, ConversationStore conversations, MemberMessages messages) =>
            conversations.Places.FindMember(member) is { } me
                ? messages.SetRemovedAsync(me, id, isRemoved: false, http.RequestAborted)
                : NotFoundAsync());
    }

    private static void MapPresses(RouteGroupBuilder api)
    {
        api.MapPost("execute", (HttpContext http, string? member, ConversationStore conversations, CardPresses presses) =>
            PressAsync(http, member, conversations, presses.ExecuteAsync));
        api.MapPost("submit", (HttpContext http, string? member, ConversationStore conversations, CardPresses presses) =>
            PressAsync(http, member, conversations, presses.SubmitAsync));
        api.MapPost("dialogs/submit", (HttpContext http, string? member, ConversationStore conversations, CardPresses presses) =>
            PressAsync(http, member, conversations, presses.SubmitDialogAsync));
    }

    private static void MapExtension(RouteGroupBuilder api)
    {
        api.MapPost("extension/query", (HttpContext http, string? member, ConversationStore conversations, MessageExtension extension) =>
            AskAsync(http, member, conversations, LocalTeamsJson.Default.ExtensionQuery, extension.SearchAsync));
        api.MapPost("extension/select", (HttpContext http, string? member, ConversationStore conversations, MessageExtension extension) =>
            AskAsync(http, member, conversations, LocalTeamsJson.Default.ExtensionSelection, extension.SelectAsync));
        api.MapPost("extension/fetch", (HttpContext http, string? member, ConversationStore conversations, MessageExtension extension) =>
            AskAsync(http, member, conversations, LocalTeamsJson.Default.ExtensionTask, extension.FetchAsync));
        api.MapPost("extension/submit", (HttpContext http, string? member, ConversationStore conversations, MessageExtension extension) =>
            AskAsync(http, member, conversations, LocalTeamsJson.Default.ExtensionTask, extension.SubmitAsync));
    }

    private static RequestDelegate Changes(IEndpointRouteBuilder endpoints)
    {
        IServiceProvider services = endpoints.ServiceProvider;
        ConversationStore conversations = services.GetRequiredService<ConversationStore>();
        IHostApplicationLifetime lifetime = services.GetRequiredService<IHostApplicationLifetime>();
        IApplicationBuilder changes = endpoints.CreateApplicationBuilder();
        changes.UseWebSockets();
        changes.Run(http => ChatChanges.FollowAsync(http, conversations, lifetime));
        return changes.Build();
    }

    private static Task<IResult> PressAsync(HttpContext http, string? member, ConversationStore conversations, Press press) =>
        AsAsync(http, member, conversations, LocalTeamsJson.Default.PressedAction, async (me, pressed) =>
            conversations.Find(pressed.ActivityId) is { } card && conversations.Places.CanSee(me, card.Conversation)
                ? Json(await press(me, card, pressed, http.RequestAborted))
                : TypedResults.NotFound());

    private static Task<IResult> AskAsync<T>(HttpContext http, string? member, ConversationStore conversations, JsonTypeInfo<T> type, Ask<T> ask)
        where T : class =>
        AsAsync(http, member, conversations, type, async (me, asked) =>
            await ask(me, asked, http.RequestAborted) is { } answer ? Json(answer) : TypedResults.NotFound());

    /// <summary>Reads who calls and what they send, and refuses both when they make no sense.</summary>
    private static async Task<IResult> AsAsync<T>(
        HttpContext http,
        string? member,
        ConversationStore conversations,
        JsonTypeInfo<T> type,
        Func<LocalMember, T, Task<IResult>> act)
        where T : class =>
        conversations.Places.FindMember(member) is not { } me ? TypedResults.NotFound()
        : await RequestBody.ReadAsync(http.Request, type, http.RequestAborted) is { } body ? await act(me, body)
        : TypedResults.BadRequest();

    private static Task<IResult> NotFoundAsync() => Task.FromResult<IResult>(TypedResults.NotFound());

    private static JsonHttpResult<InvokeAnswer> Json(InvokeAnswer answer) => TypedResults.Json(answer, LocalTeamsJson.Default.InvokeAnswer);
}
