using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Weekly;

namespace PledgeBot.Dialogs.Weekly;

/// <summary>The weekly status before it is posted. The post itself is work that comes due.</summary>
internal sealed class WeeklyFeature : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands => [new(() => WeeklyTexts.Command, () => WeeklyTexts.CommandHelp, PreviewAsync)];

    private static async Task PreviewAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        var weekly = WeeklyStatus.Of(turn.Partnership, await turn.ReadOpenBoxesAsync(cancellationToken), turn.Now);
        DrawnCard drawn = WeeklyCard.Draw(weekly, turn.Partnership.Weekly.Schedule.NextAfter(turn.Now));
        turn.Show(drawn.Card, drawn.Summary);
    }
}
