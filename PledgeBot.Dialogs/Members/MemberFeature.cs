using System.Globalization;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;

namespace PledgeBot.Dialogs.Members;

/// <summary>The list of members: looking at it, and for coordinators changing it.</summary>
internal sealed class MemberFeature(GuidedDialogs dialogs) : Feature
{
    /// <inheritdoc/>
    public override IEnumerable<ChatCommand> Commands =>
    [
        new(() => MemberTexts.Command, () => MemberTexts.CommandHelp, ListAsync),
        new(() => MemberTexts.CommandMember, () => MemberTexts.CommandMemberHelp, StartMemberAsync) { Argument = () => MemberTexts.Argument },
    ];

    /// <inheritdoc/>
    public override IEnumerable<GuidedDialog> Dialogs => [PickDialog.Dialog, MemberDialog.Dialog];

    private static async Task ListAsync(TurnContext turn, string typed, CancellationToken cancellationToken)
    {
        await turn.ReadTeamAsync(cancellationToken);
        int page = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 1;
        DrawnCard drawn = MemberListCard.Draw(
            People.Of(turn), turn.Partnership, turn.Team, page, turn.Partnership.IsCoordinator(turn.Member.Id));
        turn.Show(drawn.Card, drawn.Summary);
    }

    private Task StartMemberAsync(TurnContext turn, string typed, CancellationToken cancellationToken) =>
        typed.Length == 0 ? dialogs.StartAsync(turn, PickDialog.Id, "", cancellationToken)
        : dialogs.StartAsync(
            turn,
            MemberDialog.Id,
            MemberTexts.PhoneWords.Split('|').Contains(typed, StringComparer.OrdinalIgnoreCase) ? MemberDialog.ByPhone : typed,
            cancellationToken);
}
