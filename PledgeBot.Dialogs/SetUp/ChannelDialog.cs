using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Members;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Dialogs.SetUp;

/// <summary>The dialog that sets which of the team's channels posts go to. It has no subject.</summary>
internal static class ChannelDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "channel";

    private const string Where = "channel";

    // More would make the form larger than Teams takes. Whoever wants another one writes from there, and it is among them.
    private const int MostOffered = 100;

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => SetUpTexts.ChannelTitle, Start, Ask, SaveAsync)
    {
        Phrase = () => SetUpTexts.CommandChannel.Split('|')[0],
        PrepareAsync = (turn, cancellationToken) => turn.ReadTeamAsync(cancellationToken),
    };

    /// <summary>Gets the question, for the set-up too; nothing when there is nothing to choose between.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="isRequired">
    /// Whether an answer is needed. Not in the set-up: the channels may become known between the form's opening and its sending.
    /// </param>
    public static IEnumerable<Question> Ask(TurnContext turn, bool isRequired)
    {
        Choice[] choices = [.. Offered(turn).Select(channel => new Choice(channel.Id, NameOf(channel)))];
        return choices.Length > 1
            ? [
                new ChoiceQuestion(Where, () => SetUpTexts.Channel, () => SetUpTexts.ChannelPrompt, choices)
                {
                    IsRequired = isRequired,
                    FormHint = () => SetUpTexts.ChannelPrompt,
                },
            ]
            : [];
    }

    /// <summary>Gets the answer that stands: the channel that the member speaks in, or else the one that posts go to now.</summary>
    public static Answers Given(TurnContext turn, Answers answers)
    {
        TeamChannel[] offered = [.. Offered(turn)];
        string? standing = new[] { turn.Activity.BaseConversationId(), Present(turn) }
            .FirstOrDefault(id => offered.Any(channel => channel.Id == id));
        return standing is null ? answers : answers.With(Where, standing);
    }

    /// <summary>Has posts go to the channel that was answered; without an answer, or for the same channel, nothing changes.</summary>
    /// <returns>The channel; nothing if none was answered.</returns>
    public static TeamChannel? Enter(TurnContext turn, Answers answers)
    {
        TeamChannel? chosen = Offered(turn).FirstOrDefault(channel => channel.Id == answers[Where]);
        if (chosen is not null && chosen.Id != Present(turn))
        {
            ConversationReference channel = ChannelPlace.Read(turn.Place) with
            {
                ConversationId = chosen.Id,
                ConversationType = ConversationTypes.Channel,
            };
            turn.Records.Enter(ChannelPlace.Of(turn.Place.Partnership, turn.Place.TenantId, turn.Place.TeamId, channel));
        }

        return chosen;
    }

    private static DialogStart Start(TurnContext turn, string subject) =>
        !turn.Partnership.IsCoordinator(turn.Member.Id) ? new DialogStart.NotNow(RefusalText.For(new DutyNeeded(Duties.Coordinate), turn.Partnership))
        : turn.Team.Channels.IsEmpty ? new DialogStart.NotNow(SetUpTexts.ChannelsNotRead)
        : !Ask(turn, isRequired: true).Any() ? new DialogStart.NotNow(SetUpTexts.OnlyChannel)
        : new DialogStart.Ready("", SetUpTexts.ChannelIntroduction, Given(turn, Answers.None));

    private static Question[] Ask(TurnContext turn, string subject) => [.. Ask(turn, isRequired: true)];

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken) =>
        Task.FromResult<DialogEnd>(Enter(turn, answers) is { } channel
            ? new DialogEnd.Saved(Word.Fill(SetUpTexts.ChannelSaved, NameOf(channel)))
            : new DialogEnd.Refused(SetUpTexts.ChannelGone, Where));

    private static IEnumerable<TeamChannel> Offered(TurnContext turn)
    {
        string?[] first = [turn.Activity.BaseConversationId(), Present(turn)];
        return turn.Team.Channels
            .OrderByDescending(channel => first.Contains(channel.Id))
            .ThenBy(NameOf, StringComparer.CurrentCulture)
            .Take(MostOffered);
    }

    private static string Present(TurnContext turn) => ConversationIds.WithoutThread(ChannelPlace.Read(turn.Place).ConversationId);

    private static string NameOf(TeamChannel channel) => channel.Name ?? SetUpTexts.General;
}
