using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.StatusReports;

namespace PledgeBot.Dialogs.StatusReports;

/// <summary>Where the promise stands, for who asks.</summary>
internal sealed class StatusFeature : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands => [new(() => StatusTexts.Command, () => StatusTexts.CommandHelp, ShowAsync)];

    private static async Task ShowAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        var report = StatusReport.Of(turn.Partnership, await turn.ReadOpenBoxesAsync(cancellationToken), turn.Now);
        DrawnCard drawn = StatusCard.Draw(report);
        turn.Show(drawn.Card, drawn.Summary);
    }
}
