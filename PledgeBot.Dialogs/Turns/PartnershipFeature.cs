using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Words;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Dialogs.Turns;

/// <summary>Changing between partnerships, for who is a member of several.</summary>
internal sealed class PartnershipFeature : Feature
{
    /// <summary>Gets the command that changes. A turn that runs it is already the chosen partnership's.</summary>
    public ChatCommand Change { get; } = new(() => TurnTexts.CommandChange, () => TurnTexts.CommandChangeHelp, ChangeAsync);

    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands => [Change];

    private static Task ChangeAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        string sentence;
        if (turn.Activity.IsInChannel())
        {
            sentence = TurnTexts.AlwaysHere;
        }
        else if (turn.IsOneOfSeveral)
        {
            PartnershipChoice.Remember(turn);
            sentence = TurnTexts.Chosen;
        }
        else
        {
            sentence = TurnTexts.OnlyOne;
        }

        turn.Say(Word.Fill(sentence, PartnershipChoice.NameOf(turn.Partnership)));
        return Task.CompletedTask;
    }
}
