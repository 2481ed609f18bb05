using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Questions;

namespace PledgeBot.Dialogs.Polls;

/// <summary>Settling what a poll left unsettled: by agreement, by the casting vote, or by lots.</summary>
internal sealed class SettlementFeature(GuidedDialogs dialogs) : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands =>
    [
        Starts(SettleDialog.Id, () => PollTexts.CommandSettle, () => PollTexts.CommandSettleHelp, () => PollTexts.CommandSettleArgument),
        Starts(SettleDialog.RecordId, () => PollTexts.CommandSettleRecord, () => PollTexts.CommandSettleRecordHelp, () => PollTexts.CommandOpenArgument),
        Starts(CastingVoteDialog.Id, () => PollTexts.CommandCastingVote, () => PollTexts.CommandCastingVoteHelp, () => PollTexts.CommandSettleArgument) with { IsAnswerAlone = true },
        Starts(LotsDialog.Id, () => PollTexts.CommandLots, () => PollTexts.CommandLotsHelp, () => PollTexts.CommandOpenArgument) with { IsAnswerAlone = true },
    ];

    /// <inheritdoc/>
    public override IEnumerable<GuidedDialog> Dialogs => [SettleDialog.Own, SettleDialog.Recorded, CastingVoteDialog.Dialog, LotsDialog.Dialog];

    private ChatCommand Starts(string dialog, Func<string> phrases, Func<string> help, Func<string> argument) =>
        new(phrases, help, (turn, typed, cancellationToken) => dialogs.StartAsync(turn, dialog, typed, cancellationToken))
        {
            Argument = argument,
        };
}
