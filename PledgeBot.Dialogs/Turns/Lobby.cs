using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Dialogs.Turns;

/// <summary>Answers what is about no partnership, as to people who are on no list, with the same care as everything else.</summary>
/// <remarks>
/// Of who wrote, and what, nothing stays: the answer is kept until it is sent, and of the activity a digest of its identifier for a
/// day, so that a repetition is not answered again.
/// </remarks>
internal sealed class Lobby(IPartnershipRecords records, DueWorkSignal dueWork, TimeProvider time)
{
    /// <summary>Gets whose records these are: nobody's. Partnerships' identifiers are made by the clock, so that none has this one.</summary>
    public static PartnershipId Id { get; } = new(Guid.Empty);

    /// <summary>Answers where an activity came from; the same activity once.</summary>
    public async Task AnswerAsync(Activity activity, Activity answer, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        string[] keys = [.. ReceivedKeys.Of(activity).Select(key => Digest.Of(key))];
        await using ITurn turn = await records.BeginTurnAsync(Id, cancellationToken);
        foreach (string key in keys)
        {
            if (await turn.FindReceivedAsync(key, cancellationToken) is not null)
            {
                return;
            }
        }

        var conversation = ConversationReference.From(activity);
        Reach.Reopen(turn, conversation.ConversationId);
        turn.Schedule(SendWork.To(conversation, answer, now));
        foreach (string key in keys)
        {
            turn.MarkReceived(key, new ReceivedActivity(now, Answer: null));
        }

        await turn.CommitAsync(cancellationToken);
        dueWork.Wake();
    }
}
