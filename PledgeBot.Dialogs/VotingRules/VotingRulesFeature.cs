using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;

namespace PledgeBot.Dialogs.VotingRules;

/// <summary>The rules of the group's polls, and what coordinators do around a poll: substitutes, more time, withdrawn candidates.</summary>
internal sealed class VotingRulesFeature(GuidedDialogs dialogs) : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands =>
    [
        new(() => RuleTexts.CommandRules, () => RuleTexts.CommandRulesHelp, ShowAsync) { StandsAlone = true },
        new(() => RuleTexts.CommandChangeRules, () => RuleTexts.CommandChangeRulesHelp, (turn, _, cancellationToken) => StartAsync(turn, RulesDialog.Id, "", cancellationToken))
        {
            StandsAlone = true,
        },
        Starts(() => RuleTexts.CommandSubstitute, () => RuleTexts.CommandSubstituteHelp, () => RuleTexts.ArgumentWalk, SubstituteDialog.Id),
        Starts(() => RuleTexts.CommandExtend, () => RuleTexts.CommandExtendHelp, () => RuleTexts.ArgumentWalk, ExtendDialog.Id),
        Starts(() => RuleTexts.CommandWithdraw, () => RuleTexts.CommandWithdrawHelp, () => RuleTexts.ArgumentProposal, WithdrawDialog.Id),
    ];

    /// <inheritdoc/>
    public override IEnumerable<GuidedDialog> Dialogs => [RulesDialog.Dialog, SubstituteDialog.Dialog, ExtendDialog.Dialog, WithdrawDialog.Dialog];

    private ChatCommand Starts(Func<string> phrases, Func<string> help, Func<string> argument, string dialog) =>
        new(phrases, help, (turn, typed, cancellationToken) => StartAsync(turn, dialog, typed, cancellationToken)) { Argument = argument };

    private Task StartAsync(TurnContext turn, string dialog, string subject, CancellationToken cancellationToken) =>
        dialogs.StartAsync(turn, dialog, subject, cancellationToken);

    private static Task ShowAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        DrawnCard drawn = RulesCard.Draw(turn);
        turn.Show(drawn.Card, drawn.Summary);
        return Task.CompletedTask;
    }
}
