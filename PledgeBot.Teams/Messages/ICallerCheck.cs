using Microsoft.AspNetCore.Http;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Teams.Messages;

/// <summary>Finds out who posts an activity. There is no default, so that no host is open because nobody thought of it.</summary>
internal interface ICallerCheck
{
    /// <summary>Looks at the head of a request. Nothing of its body has been read by then, nor is it read here.</summary>
    ValueTask<CallerOutcome> CheckAsync(HttpContext context, CancellationToken cancellationToken);
}

/// <summary>A caller who may post, as far as the head of the request tells.</summary>
internal interface ICaller
{
    /// <summary>Tells what speaks against this activity coming from this caller; nothing if all is well.</summary>
    CallerRefusal? Refuse(Activity activity);
}

/// <summary>What the head of a request tells of its caller.</summary>
internal abstract record CallerOutcome
{
    private CallerOutcome()
    {
    }

    /// <summary>The caller may post; the activity is still to be looked at.</summary>
    /// <param name="Caller">The caller.</param>
    public sealed record Known(ICaller Caller) : CallerOutcome;

    /// <summary>The caller is turned away.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Refused(CallerRefusal Refusal) : CallerOutcome;
}
