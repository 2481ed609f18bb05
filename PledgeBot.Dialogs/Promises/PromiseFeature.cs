using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Calendar;

namespace PledgeBot.Dialogs.Promises;

/// <summary>The promise, for whoever wants to read it.</summary>
internal sealed class PromiseFeature : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands => [new(() => PromiseTexts.Command, () => PromiseTexts.CommandHelp, ShowAsync)];

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
