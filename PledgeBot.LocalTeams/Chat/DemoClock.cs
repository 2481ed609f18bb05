using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Chat;

/// <summary>Moves the demo clock forward, for everybody, when the host has one.</summary>
internal static class DemoClock
{
    private const int MaxHours = 366 * 24;

    public static async Task<IResult> MoveAsync(HttpContext http, IServiceProvider services, ConversationStore conversations)
    {
        if (services.GetService<ILocalClock>() is not { } clock)
        {
            return TypedResults.NotFound();
        }

        switch (await RequestBody.ReadAsync(http.Request, LocalTeamsJson.Default.ClockMove, http.RequestAborted))
        {
            case { To: ClockMove.NextMonday, Hours: null }:
                clock.AdvanceTo(Timestamps.NextMondayMorning(clock.Now));
                break;
            case { To: null, Hours: { } hours and >= 1 and <= MaxHours }:
                clock.Advance(TimeSpan.FromHours(hours));
                break;
            default:
                return TypedResults.BadRequest();
        }

        DateTimeOffset now = clock.Now;
        conversations.TellClock(now);
        return TypedResults.Json(new ClockView(now), LocalTeamsJson.Default.ClockView);
    }
}
