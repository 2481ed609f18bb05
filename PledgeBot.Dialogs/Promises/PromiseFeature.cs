using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Calendar;

namespace PledgeBot.Dialogs.Promises;

/// <summary>The promise: reading it, and for coordinators recording a new one.</summary>
internal sealed class PromiseFeature(GuidedDialogs dialogs) : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands =>
    [
        new(() => PromiseTexts.Command, () => PromiseTexts.CommandHelp, ShowAsync) { StandsAlone = true },
        new(() => PromiseTexts.CommandNew, () => PromiseTexts.CommandNewHelp, StartAsync),
    ];

    /// <inheritdoc/>
    public override IEnumerable<GuidedDialog> Dialogs => [PromiseDialog.Dialog];

    private Task StartAsync(TurnContext turn, string typed, CancellationToken cancellationToken) =>
        dialogs.StartAsync(turn, PromiseDialog.Id, "", cancellationToken);

    private static Task ShowAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        DateOnly today = SwedishTime.DayAt(turn.Now);
        if (turn.Partnership is { Formed: { } formed } partnership && partnership.CurrentPromise(today) is { } promise)
        {
            DrawnCard drawn = PromiseCard.Draw(promise, formed, today);
            turn.Show(drawn.Card, drawn.Summary);
        }
        else
        {
            turn.Say(PromiseTexts.None);
        }

        return Task.CompletedTask;
    }
}
