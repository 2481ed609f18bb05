using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Help;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;

namespace PledgeBot.Dialogs.SetUp;

/// <summary>Setting the partnership up, and changing later what was set up.</summary>
internal sealed class SetUpFeature(GuidedDialogs dialogs) : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands =>
    [
        new(() => SetUpTexts.Command, () => SetUpTexts.CommandHelp, ShowAsync),
        new(() => SetUpTexts.CommandChannel, () => SetUpTexts.CommandChannelHelp, StartChannelAsync),
    ];

    /// <inheritdoc/>
    public override IEnumerable<GuidedDialog> Dialogs => [SetUpDialog.Dialog, ChannelDialog.Dialog];

    /// <inheritdoc/>
    public override IEnumerable<SubjectCard> Cards => [new(Subject.SetUp.Kind, SetUpCard.Draw)];

    private static async Task ShowAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        DrawnCard drawn = SetUpCard.Draw("", await turn.ViewAsync(cancellationToken)) ?? WelcomeCard.SetUp();
        turn.Show(drawn.Card, drawn.Summary);
    }

    private Task StartChannelAsync(TurnContext turn, string typed, CancellationToken cancellationToken) =>
        dialogs.StartAsync(turn, ChannelDialog.Id, "", cancellationToken);
}
