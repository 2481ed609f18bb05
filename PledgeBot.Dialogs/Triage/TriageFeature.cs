using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;

namespace PledgeBot.Dialogs.Triage;

/// <summary>The assessment of proposals, before any vote.</summary>
internal sealed class TriageFeature(GuidedDialogs dialogs) : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands =>
        [new(() => TriageTexts.Command, () => TriageTexts.CommandHelp, StartAsync) { Argument = () => TriageTexts.CommandArgument }];

    /// <inheritdoc/>
    public override IEnumerable<GuidedDialog> Dialogs => [TriageDialog.Dialog];

    private Task StartAsync(TurnContext turn, string typed, CancellationToken cancellationToken) =>
        dialogs.StartAsync(turn, TriageDialog.Id, typed, cancellationToken);
}
