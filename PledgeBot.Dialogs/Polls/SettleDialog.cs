using System.Collections.Immutable;
using System.Globalization;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Polls;

/// <summary>
/// The dialogs by which a party says what to choose where a poll left it unsettled: the authorised member themself, and a coordinator who
/// was told by phone or at a meeting. The subject is the poll; a walk is settled to its latest poll, and nothing to the only one that waits.
/// </summary>
internal static class SettleDialog
{
    /// <summary>The name of the dialog for the authorised member.</summary>
    public const string Id = "poll-settle";

    /// <summary>The name of the dialog for the coordinator who was told.</summary>
    public const string RecordId = "poll-settle-record";

    private const string Picks = "picks";
    private const string Who = "who";
    private const string Day = "day";
    private const string How = "manner";

    /// <summary>Gets the dialog for the authorised member.</summary>
    public static GuidedDialog Own { get; } = new(Id, () => PollTexts.SettleTitle, StartOwn, AskOwn, SaveOwnAsync)
    {
        Phrase = () => PollTexts.CommandSettle.Split('|')[0],
    };

    /// <summary>Gets the dialog for the coordinator who was told.</summary>
    public static GuidedDialog Recorded { get; } = new(RecordId, () => PollTexts.SettleRecordTitle, StartRecorded, AskRecorded, SaveRecordedAsync)
    {
        Phrase = () => PollTexts.CommandSettleRecord.Split('|')[0],
    };

    private static DialogStart StartOwn(TurnContext turn, string subject)
    {
        if (!turn.Member.Has(Duties.Confirm))
        {
            return new DialogStart.NotNow(RefusalText.For(new DutyNeeded(Duties.Confirm), turn.Partnership));
        }

        var reading = UnsettledReading.Read(turn, subject);
        if (reading.Unsettled is not { } unsettled)
        {
            return new DialogStart.NotNow(reading.Sentence);
        }

        Poll poll = unsettled.Poll;
        Party own = turn.Member.Party;
        string introduction = Word.Fill(
            PollTexts.SettleIntroduction,
            poll.Walk,
            PollCard.LocalityOf(poll, turn.Partnership),
            SettlementLines.MatterOf(unsettled),
            Word.For(own),
            Word.For(OtherThan(own)));
        ImmutableArray<ProposalReference> standing = poll.Proposed.FirstOrDefault(said => said.Party == own)?.Chosen ?? [];
        return Ready(unsettled, introduction, reading.Picks.IsEmpty ? standing : reading.Picks, Answers.None);
    }

    private static Question[] AskOwn(TurnContext turn, string subject) => [PicksOf(turn, subject)];

    private static Task<DialogEnd> SaveOwnAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken) =>
        Task.FromResult(Save(turn, subject, answers, told: null));

    private static DialogStart StartRecorded(TurnContext turn, string subject)
    {
        if (!turn.Member.Has(Duties.Coordinate))
        {
            return new DialogStart.NotNow(RefusalText.For(new DutyNeeded(Duties.Coordinate), turn.Partnership));
        }

        var reading = UnsettledReading.Read(turn, subject);
        return reading.Unsettled is not { } unsettled ? new DialogStart.NotNow(reading.Sentence)
            : !ConfirmersFor(turn, unsettled).Any() ? new DialogStart.NotNow(PollTexts.SettleNobodyToRecord)
            : Ready(
                unsettled,
                Word.Fill(
                    PollTexts.SettleRecordIntroduction,
                    unsettled.Poll.Walk,
                    PollCard.LocalityOf(unsettled.Poll, turn.Partnership),
                    SettlementLines.MatterOf(unsettled)),
                reading.Picks,
                Answers.None.With(Day, DateQuestion.Write(SwedishTime.DayAt(turn.Now))).With(How, nameof(Manner.ByPhone)));
    }

    private static Question[] AskRecorded(TurnContext turn, string subject)
    {
        Unsettled unsettled = UnsettledReading.Read(turn, subject).Unsettled ?? new Unsettled(PollOf(turn, subject), [], 0, IsTie: false);
        return
        [
            new ChoiceQuestion(Who, () => PollTexts.SettleWho, () => PollTexts.SettleWhoPrompt, [.. ConfirmersFor(turn, unsettled).Select(member => ChoiceOf(turn, member))]),
            PicksOf(turn, subject),
            new DateQuestion(Day, () => PollTexts.SettleDay, () => PollTexts.SettleDayPrompt)
            {
                Earliest = SwedishTime.DayAt(unsettled.Poll.Result!.ClosedAt),
                Latest = SwedishTime.DayAt(turn.Now),
            },
            new ChoiceQuestion(
                How,
                () => PollTexts.SettleManner,
                () => PollTexts.SettleMannerPrompt,
                [.. Enum.GetValues<Manner>().Select(manner => new Choice(manner.ToString(), Word.Capital(Word.For(manner))))]),
        ];
    }

    private static Task<DialogEnd> SaveRecordedAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        var told = new Told(
            MemberId.Parse(answers[Who], CultureInfo.InvariantCulture), DateQuestion.Parse(answers[Day]), Enum.Parse<Manner>(answers[How]));
        DialogEnd end = Save(turn, subject, answers, told);
        if (end is not DialogEnd.Saved saved)
        {
            return Task.FromResult(end);
        }

        Party party = turn.Partnership.FindMember(told.Member)!.Party;
        turn.Records.Schedule(MemberNotice.OfSettlement(PollId.Parse(subject, CultureInfo.InvariantCulture), party, turn.Now));
        string reached = MemberNotice.CanReach(turn.Contacts, told.Member) ? PollTexts.RecordTold : PollTexts.SettleTellYourself;
        return Task.FromResult<DialogEnd>(new DialogEnd.Saved($"{saved.Sentence} {reached}"));
    }

    private static DialogEnd Save(TurnContext turn, string subject, Answers answers, Told? told)
    {
        var id = PollId.Parse(subject, CultureInfo.InvariantCulture);
        ImmutableArray<ProposalReference> picks = SettlementQuestion.Parse(answers[Picks]);
        if (turn.Do(new ProposeSettlement(id, picks, told)) is { } refusal)
        {
            string? question = refusal is WrongSettlement ? Picks : told is null ? null : refusal is DayNotCome ? Day : Who;
            return new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), question);
        }

        Poll poll = turn.Partnership.FindPoll(id)!;
        Party own = told is null ? turn.Member.Party : turn.Partnership.FindMember(told.Member)!.Party;
        string chosen = PollLines.Names(picks);
        return new DialogEnd.Saved(
            poll.Settlement is not null ? Word.Fill(PollTexts.SettleAgreed, chosen)
            : poll.Proposed.FirstOrDefault(said => said.Party != own) is { } other
                ? Word.Fill(PollTexts.SettleDiffers, Word.For(own), chosen, Word.For(other.Party), PollLines.Names(other.Chosen))
                : Word.Fill(PollTexts.SettleRemains, Word.For(own), chosen, Word.For(OtherThan(own))));
    }

    private static DialogStart.Ready Ready(Unsettled unsettled, string introduction, ImmutableArray<ProposalReference> picks, Answers given) => new(
        unsettled.Poll.Id.ToString(), introduction, picks.IsEmpty ? given : given.With(Picks, SettlementQuestion.Write(picks)))
    {
        Written = unsettled.Poll.Walk.ToString(),
    };

    /// <summary>Gets those who may say what to choose, others than the coordinator.</summary>
    private static IEnumerable<Member> ConfirmersFor(TurnContext turn, Unsettled unsettled) => turn.Partnership.Members.Where(member =>
        member.Has(Duties.Confirm)
        && member != turn.Member
        && !turn.Partnership.Polls.Any(poll => poll.Walk == unsettled.Poll.Walk && poll.Conflicted.Any(entry => entry.Member == member.Id)));

    private static Choice ChoiceOf(TurnContext turn, Member member)
    {
        Choice choice = MemberChoice.Of(turn, member);
        return choice with { Label = Word.Fill(PollTexts.SettleConfirmer, choice.Label, Word.For(member.Party)) };
    }

    // What was left to settle may have been settled while the dialog went on; then Start says so, and nothing can be chosen.
    private static SettlementQuestion PicksOf(TurnContext turn, string subject) => new(
        Picks, UnsettledReading.Read(turn, subject).Unsettled ?? new Unsettled(PollOf(turn, subject), [], 0, IsTie: false), turn.Partnership);

    private static Poll PollOf(TurnContext turn, string subject) => turn.Partnership.FindPoll(PollId.Parse(subject, CultureInfo.InvariantCulture))!;

    private static Party OtherThan(Party party) => party == Party.Police ? Party.Municipality : Party.Police;
}
