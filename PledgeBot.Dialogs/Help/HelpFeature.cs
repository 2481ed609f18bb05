using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;

namespace PledgeBot.Dialogs.Help;

/// <summary>What the bot can do, for who asks.</summary>
/// <param name="commands">Gets all that can be written, the help itself included; asked for each time, since it is collected after this.</param>
internal sealed class HelpFeature(Func<IReadOnlyList<ChatCommand>> commands) : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands => [new(() => HelpTexts.Command, () => HelpTexts.CommandHelp, ShowAsync)];

    private Task ShowAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        DrawnCard drawn = HelpCard.Draw(commands(), turn.Member, turn.IsPersonal);
        turn.Show(drawn.Card, drawn.Summary);
        return Task.CompletedTask;
    }
}
