using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Teams.Messages;

/// <summary>What the bot does with an activity.</summary>
public interface IActivityHandler
{
    /// <summary>Handles an activity.</summary>
    /// <returns>The answer to a request; null when there is none, or when the request is not one the bot knows.</returns>
    /// <remarks>The same activity can come again, as itself or under a new id. The channel waits at most 10 to 15 seconds.</remarks>
    ValueTask<InvokeResponse?> HandleAsync(Activity activity, CancellationToken cancellationToken);
}
