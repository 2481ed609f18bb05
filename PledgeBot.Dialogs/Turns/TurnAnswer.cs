using PledgeBot.Dialogs.Subjects;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Dialogs.Turns;

/// <summary>What a turn is answered with.</summary>
/// <param name="Response">The answer to a request; nothing for a message, and for a request that the bot does not know.</param>
/// <param name="View">The subject that the answer is the asker's own view of, if it is one.</param>
internal sealed record TurnAnswer(InvokeResponse? Response, CardSubject? View = null)
{
    /// <summary>Gets whether the answer is kept, to be given again when the same activity comes again.</summary>
    public bool IsKept { get; init; } = true;
}
