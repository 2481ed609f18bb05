using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;

namespace PledgeBot.Dialogs.Help;

/// <summary>What the bot can do, for who asks; and an answer to what people say to be polite.</summary>
/// <param name="commands">All that can be written, the help itself included; lazy, since it is collected from the features.</param>
internal sealed class HelpFeature(Lazy<CommandRouter> commands) : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands =>
    [
        new(() => HelpTexts.Command, () => HelpTexts.CommandHelp, ShowAsync),
        SmallTalk(() => HelpTexts.CommandGreeting, () => HelpTexts.Greeting),
        SmallTalk(() => HelpTexts.CommandThanks, () => HelpTexts.Thanks),
        SmallTalk(() => HelpTexts.CommandPraise, () => HelpTexts.Praise),
        SmallTalk(() => HelpTexts.CommandFarewell, () => HelpTexts.Farewell),
        SmallTalk(() => HelpTexts.CommandWho, () => HelpTexts.Who),
        SmallTalk(() => HelpTexts.CommandYesOrNo, () => HelpTexts.NothingAsked),
    ];

    private static ChatCommand SmallTalk(Func<string> phrases, Func<string> answer) => new(phrases, Description: null, (turn, _, _) =>
    {
        DrawnCard drawn = NextStepCard.Draw(answer());
        turn.Show(drawn.Card, drawn.Summary);
        return Task.CompletedTask;
    })
    {
        IsSmallTalk = true,
    };

    private Task ShowAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        DrawnCard drawn = HelpCard.Draw(commands.Value.Commands, turn.Member, turn.IsPersonal);
        turn.Show(drawn.Card, drawn.Summary);
        return Task.CompletedTask;
    }
}
