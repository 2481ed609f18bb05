using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;

namespace PledgeBot.Dialogs.Walks;

/// <summary>The safety walks: planning one, showing it, marking it as carried out, and closing one that gives no measures.</summary>
internal sealed class WalkFeature(GuidedDialogs dialogs) : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands =>
    [
        new(() => WalkTexts.CommandNew, () => WalkTexts.CommandNewHelp, StartPlanAsync),
        new(() => WalkTexts.CommandShow, () => WalkTexts.CommandShowHelp, ShowAsync) { Argument = () => WalkTexts.Argument },
        new(() => WalkTexts.CommandList, () => WalkTexts.CommandListHelp, ListAsync),
        new(() => WalkTexts.CommandCarriedOut, () => WalkTexts.CommandCarriedOutHelp, StartOutcomeAsync) { Argument = () => WalkTexts.Argument },
        new(() => WalkTexts.CommandWithout, () => WalkTexts.CommandWithoutHelp, StartWithoutAsync) { Argument = () => WalkTexts.Argument },
    ];

    /// <inheritdoc/>
    public override IEnumerable<GuidedDialog> Dialogs => [PlanDialog.Dialog, OutcomeDialog.Dialog, WithoutMeasuresDialog.Dialog];

    /// <inheritdoc/>
    public override IEnumerable<SubjectCard> Cards => [new(Subject.Walk, WalkCard.Draw)];

    private Task StartPlanAsync(TurnContext turn, string typed, CancellationToken cancellationToken) =>
        dialogs.StartAsync(turn, PlanDialog.Id, "", cancellationToken);

    private Task StartOutcomeAsync(TurnContext turn, string typed, CancellationToken cancellationToken) =>
        dialogs.StartAsync(turn, OutcomeDialog.Id, typed, cancellationToken);

    private Task StartWithoutAsync(TurnContext turn, string typed, CancellationToken cancellationToken) =>
        dialogs.StartAsync(turn, WithoutMeasuresDialog.Id, typed, cancellationToken);

    private static async Task ShowAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        switch (WalkReading.Read(typed, turn.Partnership, walks => walks.LastOrDefault(), WalkTexts.NoWalks))
        {
            case WalkReading.Found found:
                // In the channel everybody sees the answer: there it is everybody's card, which each viewer gets as their own.
                CardView view = await turn.ViewAsync(cancellationToken);
                DrawnCard drawn = WalkCard.Draw(found.Walk, turn.IsPersonal ? view : view with { Viewer = null });
                turn.Show(drawn.Card, drawn.Summary);
                break;
            case WalkReading.None none:
                turn.Say(none.Sentence);
                break;
        }
    }

    private static Task ListAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        DrawnCard drawn = WalkListCard.Draw(turn.Partnership, turn.Member);
        turn.Show(drawn.Card, drawn.Summary);
        return Task.CompletedTask;
    }
}
