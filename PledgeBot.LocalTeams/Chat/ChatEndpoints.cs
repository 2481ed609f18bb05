using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PledgeBot.LocalTeams.Bot;
using PledgeBot.LocalTeams.Conversations;
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

    public static void MapChat(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder api = endpoints.MapGroup("/local-teams/api");
        api.MapGet("state", ChatSnapshot.Read);
        api.Map("changes", Changes(endpoints));
        api.MapPost("messages", PostMessageAsync);
        api.MapPost("images", ImageUpload.UploadAsync);
        api.MapPost("execute", (HttpContext http, string? member, LocalTeam team, ConversationStore conversations, CardPresses presses) =>
            PressAsync(http, member, team, conversations, presses.ExecuteAsync));
        api.MapPost("submit", (HttpContext http, string? member, LocalTeam team, ConversationStore conversations, CardPresses presses) =>
            PressAsync(http, member, team, conversations, presses.SubmitAsync));
        api.MapPost("dialogs/submit", (HttpContext http, string? member, LocalTeam team, ConversationStore conversations, CardPresses presses) =>
            PressAsync(http, member, team, conversations, presses.SubmitDialogAsync));
        api.MapPost("clock", DemoClock.MoveAsync);
    }

    private static RequestDelegate Changes(IEndpointRouteBuilder endpoints)
    {
        IServiceProvider services = endpoints.ServiceProvider;
        LocalTeam team = services.GetRequiredService<LocalTeam>();
        ConversationStore conversations = services.GetRequiredService<ConversationStore>();
        IHostApplicationLifetime lifetime = services.GetRequiredService<IHostApplicationLifetime>();
        IApplicationBuilder changes = endpoints.CreateApplicationBuilder();
        changes.UseWebSockets();
        changes.Run(http => ChatChanges.FollowAsync(http, team, conversations, lifetime));
        return changes.Build();
    }

    private static async Task<IResult> PostMessageAsync(HttpContext http, string? member, LocalTeam team, MemberMessages messages)
    {
        if (team.FindMember(member) is not { } sender)
        {
            return TypedResults.NotFound();
        }

        return await RequestBody.ReadAsync(http.Request, LocalTeamsJson.Default.PostedMessage, http.RequestAborted) is { } message
            ? await messages.PostAsync(sender, message, http.RequestAborted)
            : TypedResults.BadRequest();
    }

    private static async Task<IResult> PressAsync(
        HttpContext http,
        string? member,
        LocalTeam team,
        ConversationStore conversations,
        Press press)
    {
        if (team.FindMember(member) is not { } presser)
        {
            return TypedResults.NotFound();
        }

        if (await RequestBody.ReadAsync(http.Request, LocalTeamsJson.Default.PressedAction, http.RequestAborted) is not { } pressed)
        {
            return TypedResults.BadRequest();
        }

        return conversations.Find(pressed.ActivityId) is { } card && team.CanSee(presser, card.Conversation)
            ? TypedResults.Json(await press(presser, card, pressed, http.RequestAborted), LocalTeamsJson.Default.InvokeAnswer)
            : TypedResults.NotFound();
    }
}
