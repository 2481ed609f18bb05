using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Members;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Promises;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Weekly;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Dialogs.SetUp;

/// <summary>
/// The dialog by which somebody in the team sets the partnership up, and becomes its first coordinator. It has no subject. The
/// promise is asked for afterwards, since it can wait and this cannot.
/// </summary>
internal static class SetUpDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "set-up";

    private const string Municipality = "municipality";
    private const string PoliceArea = "police-area";
    private const string OwnParty = "party";
    private const string OwnTitle = "title";

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => SetUpTexts.Title, Start, Ask, SaveAsync)
    {
        PrepareAsync = (turn, cancellationToken) => turn.ReadTeamAsync(cancellationToken),
    };

    /// <summary>Tells whether somebody opens or sends the form.</summary>
    public static bool IsAskedForBy(Activity activity) =>
        activity.Name is InvokeNames.TaskFetch or InvokeNames.TaskSubmit
        && TaskRequest.TryRead(activity, out TaskRequest? form)
        && CardData.Text(form.Data, FormButton.Dialog) == Id;

    /// <summary>Says to somebody who is on no list that the partnership is set up already, and by whom.</summary>
    public static string AlreadyDone(Partnership partnership) => partnership.FoundedBy is { } id && partnership.FindMember(id) is { } founder
        ? Word.Fill(SetUpTexts.AlreadyDoneBy, RefusalText.InSentence(founder.Title), Word.For(founder.Party))
        : SetUpTexts.AlreadyDone;

    // Where the channel does not answer, the form still opens: by the time it is sent, it may.
    private static DialogStart Start(TurnContext turn, string subject) =>
        turn.Partnership.Formed is not null ? new DialogStart.NotNow(
            turn.Partnership.FindMember(turn.Member.Id) is null ? AlreadyDone(turn.Partnership) : SetUpTexts.AlreadyDone)
        : turn.Founder is FounderStanding.Guest ? new DialogStart.NotNow(SetUpTexts.Guest)
        : turn.Founder is FounderStanding.Outside ? new DialogStart.NotNow(SetUpTexts.Outside)
        : new DialogStart.Ready(
            "", SetUpTexts.Introduction, ChannelDialog.Given(turn, WeeklyTimeDialog.Given(turn.Partnership.Weekly.Schedule)));

    private static Question[] Ask(TurnContext turn, string subject) =>
    [
        new TextQuestion(Municipality, () => SetUpTexts.Municipality, () => SetUpTexts.MunicipalityPrompt, FormPartnership.LongestName)
        {
            FormHint = () => SetUpTexts.NamesHint,
        },
        new TextQuestion(PoliceArea, () => SetUpTexts.PoliceArea, () => SetUpTexts.PoliceAreaPrompt, FormPartnership.LongestName)
        {
            FormHint = () => SetUpTexts.NamesHint,
        },
        new ChoiceQuestion(OwnParty, () => SetUpTexts.OwnParty, () => SetUpTexts.OwnPartyPrompt, PartyChoices.All),
        new TextQuestion(OwnTitle, () => SetUpTexts.OwnTitle, () => SetUpTexts.OwnTitlePrompt, ListMember.LongestTitle)
        {
            FormHint = () => SetUpTexts.OwnTitleHint,
        },
        .. WeeklyTimeDialog.Questions,
        .. ChannelDialog.Ask(turn, isRequired: false),
    ];

    private static Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken) =>
        Task.FromResult(turn.Founder is FounderStanding.InTeam founder
            ? Save(turn, founder.Person, answers)
            : new DialogEnd.Refused(SetUpTexts.NotVerified));

    private static DialogEnd Save(TurnContext turn, RosterPerson founder, Answers answers)
    {
        var self = new Founder(Enum.Parse<Party>(answers[OwnParty]), answers[OwnTitle]);
        Refusal? refusal = turn.Do(new FormPartnership(answers[Municipality], answers[PoliceArea], IsDemo: false, self))
            ?? turn.Do(WeeklyTimeDialog.Read(answers));
        if (refusal is not null)
        {
            return new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), QuestionOf(refusal));
        }

        turn.Records.Enter(new Contact(turn.Member.Id, founder.Name, founder.DirectoryId, founder.ChannelAccountId));
        turn.Records.Schedule(Consequences.NextWeeklyStatus(turn.Partnership, turn.Now));
        turn.Records.Schedule(TeamReading.Due(turn.Now));
        ChannelDialog.Enter(turn, answers);
        PartnershipFormed formed = turn.Partnership.Formed!;
        return new DialogEnd.Saved(
            Word.Fill(SetUpTexts.Saved, Word.Capital(formed.Municipality), formed.PoliceArea), new NextDialog(PromiseDialog.Id, PromiseDialog.InSetUp));
    }

    private static string? QuestionOf(Refusal refusal) => refusal switch
    {
        TextMissing { Field: TextField.Municipality } or TextTooLong { Field: TextField.Municipality } => Municipality,
        TextMissing { Field: TextField.PoliceArea } or TextTooLong { Field: TextField.PoliceArea } => PoliceArea,
        TextMissing { Field: TextField.MemberTitle } or TextTooLong { Field: TextField.MemberTitle } => OwnTitle,
        _ => null,
    };
}
