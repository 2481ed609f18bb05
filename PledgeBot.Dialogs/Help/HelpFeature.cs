using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;

namespace PledgeBot.Dialogs.Help;

/// <summary>What the bot can do, for who asks.</summary>
/// <param name="commands">All that can be written, the help itself included; lazy, since it is collected from the features.</param>
internal sealed class HelpFeature(Lazy<CommandRouter> commands) : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands => [new(() => HelpTexts.Command, () => HelpTexts.CommandHelp, ShowAsync)];

    private Task ShowAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        DrawnCard drawn = HelpCard.Draw(commands.Value.Commands, turn.Member, turn.IsPersonal);
        turn.Show(drawn.Card, drawn.Summary);
        return Task.CompletedTask;
    }
}
