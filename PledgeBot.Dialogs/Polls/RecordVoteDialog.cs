using System.Globalization;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Polls;

/// <summary>
/// The dialog that records a vote given by phone or at a meeting. The subject is the poll; a walk is settled to its latest poll, and
/// nothing to the only one that is open.
/// </summary>
/// <remarks>
/// The vote's picks are on its cards, so none of them is kept. Between the steps the picks are remembered as the coordinator's answer;
/// they are forgotten when the dialog ends, and at the latest when the poll does.
/// </remarks>
internal static class RecordVoteDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "poll-record";

    /// <summary>The name of the question about the picks.</summary>
    public const string Picks = "picks";

    private const string Who = "who";
    private const string How = "manner";

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => PollTexts.RecordTitle, Start, Ask, SaveAsync)
    {
        PrepareAsync = (turn, cancellationToken) => turn.ReadOpenBoxesAsync(cancellationToken),
    };

    /// <summary>
    /// Removes the picks from recordings of a poll that were begun and not saved: nobody is to find later what somebody told a
    /// coordinator. The dialog stays, and says that the poll is closed.
    /// </summary>
    public static async Task ForgetAsync(ITurn records, PollId poll, CancellationToken cancellationToken)
    {
        foreach (Member coordinator in records.Partnership.Members.Where(member => member.Has(Duties.Coordinate)))
        {
            MemoryKey key = DialogState.KeyOf(coordinator.Id);
            if (DialogState.Read(await records.RecallAsync(key, cancellationToken)) is { Dialog: Id } state
                && state.Subject == poll.ToString()
                && state.Answers.ContainsKey(Picks))
            {
                records.Remember(key, (state with { Answers = state.Answers.Remove(Picks) }).Write());
            }
        }
    }

    private static DialogStart Start(TurnContext turn, string subject)
    {
        turn.KeepsAnswer = false;
        Partnership partnership = turn.Partnership;
        if (!turn.Member.Has(Duties.Coordinate))
        {
            return Refuse(new DutyNeeded(Duties.Coordinate));
        }

        Poll[] open = [.. partnership.Polls.Where(poll => poll.IsOpenAt(turn.Now))];
        Poll? found;
        if (PollId.TryParse(subject, CultureInfo.InvariantCulture, out PollId id))
        {
            found = partnership.FindPoll(id);
        }
        else if (WalkNumber.TryParse(subject, CultureInfo.InvariantCulture, out WalkNumber walk))
        {
            found = partnership.LatestPollOf(walk);
            if (found is null)
            {
                return new DialogStart.NotNow(Word.Fill(PollTexts.NoPollYet, walk));
            }
        }
        else if (open is [var only])
        {
            found = only;
        }
        else
        {
            return new DialogStart.NotNow(open.Length == 0 ? PollTexts.NoOpenPoll : Word.Fill(PollTexts.RecordWhichPoll, open[0].Walk));
        }

        return found is null ? Refuse(new NoSuchPoll())
            : !found.IsOpenAt(turn.Now) ? Refuse(found.RefuseVotes())
            : !VotersLeft(turn, found).Any() ? new DialogStart.NotNow(PollTexts.RecordNobodyLeft)
            : new DialogStart.Ready(
                found.Id.ToString(),
                Word.Fill(PollTexts.RecordIntroduction, found.Walk, partnership.FindWalk(found.Walk)!.Locality, Word.For(found.ClosesAt)),
                Answers.None.With(How, nameof(Manner.ByPhone)));

        DialogStart.NotNow Refuse(Refusal refusal) => new(RefusalText.For(refusal, partnership));
    }

    private static Question[] Ask(TurnContext turn, string subject)
    {
        Poll poll = PollOf(turn, subject);
        return
        [
            new ChoiceQuestion(
                Who,
                () => PollTexts.RecordWho,
                () => PollTexts.RecordWhoPrompt,
                [.. VotersLeft(turn, poll).Select(voter => MemberChoice.Of(turn, voter))])
            {
                WhyGone = value => WhyGone(turn, poll, value),
            },
            new PicksQuestion(
                Picks,
                () => PollTexts.RecordPicks,
                () => $"{PollTexts.RecordPicksPrompt} {PollCard.RuleOf(poll)} {PicksQuestion.HowToAnswer(poll)}",
                poll,
                turn.Partnership)
            {
                FormHint = () => poll.Rules.MayAbstain ? $"{PollCard.RuleOf(poll)} {PollTexts.RecordPicksOrAbstain}" : PollCard.RuleOf(poll),
            },
            new ChoiceQuestion(
                How,
                () => PollTexts.RecordHow,
                () => PollTexts.RecordHowPrompt,
                [.. Enum.GetValues<Manner>().Select(manner => new Choice(manner.ToString(), Word.Capital(Word.For(manner))))]),
        ];
    }

    private static async Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        Poll poll = PollOf(turn, subject);
        var voter = MemberId.Parse(answers[Who], CultureInfo.InvariantCulture);
        var manner = Enum.Parse<Manner>(answers[How]);
        BallotBox box = await turn.Records.ReadBallotsAsync(poll.Id, cancellationToken);
        switch (poll.Record(turn.Member, voter, PicksQuestion.Parse(answers[Picks]), manner, box, turn.Now))
        {
            case VoteAnswer.Refused refused:
                return new DialogEnd.Refused(RefusalText.For(refused.Reason, turn.Partnership), Who);
            case VoteAnswer.Counted counted:
                await BallotKeeping.KeepAsync(turn, poll, counted.Ballot, cancellationToken);
                turn.Records.Schedule(MemberNotice.OfVote(poll, counted.Ballot, turn.Now));
                turn.KeepsAnswer = true;
                return new DialogEnd.Saved(SavedSentence(turn, poll, voter, manner));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    // What is said stays in the records, so it has no picks.
    private static string SavedSentence(TurnContext turn, Poll poll, MemberId voter, Manner manner)
    {
        string saved = Word.Fill(
            turn.Partnership.FindPoll(poll.Id)!.Result is null ? PollTexts.RecordSaved : PollTexts.RecordSavedLast,
            poll.Roll.First(entry => entry.Member == voter).Title,
            Word.For(manner));
        return $"{saved} {(MemberNotice.CanReach(turn.Contacts, voter) ? PollTexts.RecordTold : PollTexts.RecordTellYourself)}";
    }

    /// <summary>Gets those whose vote can be recorded: on the roll and still on the list of members, others than the coordinator, who have not voted themselves.</summary>
    private static IEnumerable<Member> VotersLeft(TurnContext turn, Poll poll) => poll.Roll
        .Where(entry => entry.Member != turn.Member.Id && !BoxOf(turn, poll).HasVotedThemself(entry.Member))
        .Select(entry => turn.Partnership.FindMember(entry.Member))
        .OfType<Member>();

    private static string? WhyGone(TurnContext turn, Poll poll, string value)
    {
        if (!MemberId.TryParse(value, CultureInfo.InvariantCulture, out MemberId id))
        {
            return null;
        }

        Refusal refusal = id == turn.Member.Id ? new OwnVote()
            : BoxOf(turn, poll).HasVotedThemself(id) && poll.Roll.FirstOrDefault(entry => entry.Member == id) is { } voter ? new VotedThemself(voter.Title)
            : new VoterNotOnRoll();
        return RefusalText.For(refusal, turn.Partnership);
    }

    private static BallotBox BoxOf(TurnContext turn, Poll poll) => turn.Boxes.GetValueOrDefault(poll.Id, BallotBox.Empty);

    // The subject was settled by Start, which saving asks again.
    private static Poll PollOf(TurnContext turn, string subject) => turn.Partnership.FindPoll(PollId.Parse(subject, CultureInfo.InvariantCulture))!;
}
