using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;

namespace PledgeBot.Dialogs.Polls;

/// <summary>Declaring a conflict of interest (anmäla jäv).</summary>
internal sealed class ConflictFeature(GuidedDialogs dialogs) : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands =>
    [
        new(() => PollTexts.CommandConflict, () => PollTexts.CommandConflictHelp, DeclareAsync) { Argument = () => PollTexts.CommandOpenArgument },
    ];

    /// <inheritdoc/>
    public override IEnumerable<GuidedDialog> Dialogs => [ConflictDialog.Dialog];

    private Task DeclareAsync(TurnContext turn, string typed, CancellationToken cancellationToken) =>
        dialogs.StartAsync(turn, ConflictDialog.Id, typed, cancellationToken);
}
