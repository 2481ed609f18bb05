using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Weekly;

namespace PledgeBot.Dialogs.Weekly;

/// <summary>The weekly status before it is posted, and when that is. The post itself is work that comes due.</summary>
internal sealed class WeeklyFeature(GuidedDialogs dialogs) : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands =>
    [
        new(() => WeeklyTexts.Command, () => WeeklyTexts.CommandHelp, PreviewAsync),
        new(() => WeeklyTexts.CommandTime, () => WeeklyTexts.CommandTimeHelp, StartTimeAsync),
    ];

    /// <inheritdoc/>
    public override IEnumerable<GuidedDialog> Dialogs => [WeeklyTimeDialog.Dialog];

    private Task StartTimeAsync(TurnContext turn, string typed, CancellationToken cancellationToken) =>
        dialogs.StartAsync(turn, WeeklyTimeDialog.Id, "", cancellationToken);

    private static async Task PreviewAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        var weekly = WeeklyStatus.Of(turn.Partnership, await turn.ReadOpenBoxesAsync(cancellationToken), turn.Now);
        DrawnCard drawn = WeeklyCard.Draw(weekly, turn.Partnership.Weekly.Schedule.NextAfter(turn.Now));
        turn.Show(drawn.Card, drawn.Summary);
    }
}
