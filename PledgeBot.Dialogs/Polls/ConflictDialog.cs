using System.Globalization;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.Polls;

/// <summary>
/// The dialog by which a member declares a conflict of interest (anmäler jäv) and leaves a poll's list of voters, or a coordinator says so
/// for another. The subject is the poll; a walk is settled to its latest poll, and nothing to the only one that is open.
/// </summary>
internal static class ConflictDialog
{
    /// <summary>The dialog's name.</summary>
    public const string Id = "poll-conflict";

    private const string Who = "who";
    private const string Sure = "sure";
    private const string Yes = "yes";

    /// <summary>Gets the dialog.</summary>
    public static GuidedDialog Dialog { get; } = new(Id, () => PollTexts.ConflictTitle, Start, Ask, SaveAsync)
    {
        Phrase = () => PollTexts.CommandConflict.Split('|')[0],
    };

    private static DialogStart Start(TurnContext turn, string subject)
    {
        Partnership partnership = turn.Partnership;
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
            return new DialogStart.NotNow(open.Length == 0 ? PollTexts.NoOpenPoll : Word.Fill(PollTexts.ConflictWhichPoll, open[0].Walk));
        }

        if (found is null)
        {
            return Refuse(new NoSuchPoll());
        }

        bool coordinates = turn.Member.Has(Duties.Coordinate);
        return !found.IsOpenAt(turn.Now) ? Refuse(found.RefuseVotes())
            : !coordinates && found.Conflicted.Any(entry => entry.Member == turn.Member.Id) ? new DialogStart.NotNow(PollTexts.YouHaveAConflict)
            : !coordinates && !found.IsOnRoll(turn.Member.Id) ? Refuse(new NotOnRoll())
            : found.Roll.IsEmpty ? new DialogStart.NotNow(PollTexts.ConflictNobodyLeft)
            : new DialogStart.Ready(
                found.Id.ToString(),
                Word.Fill(coordinates ? PollTexts.ConflictIntroductionOther : PollTexts.ConflictIntroduction, found.Walk, PollCard.LocalityOf(found, partnership)),
                found.IsOnRoll(turn.Member.Id) ? Answers.None.With(Who, turn.Member.Id.ToString()) : Answers.None)
            {
                Written = found.Walk.ToString(),
            };

        DialogStart.NotNow Refuse(Refusal refusal) => new(RefusalText.For(refusal, partnership));
    }

    private static Question[] Ask(TurnContext turn, string subject)
    {
        var sure = new ChoiceQuestion(Sure, () => PollTexts.ConflictSure, () => PollTexts.ConflictSurePrompt, [new Choice(Yes, PollTexts.ConflictYes)]);
        return turn.Member.Has(Duties.Coordinate)
            ? [new ChoiceQuestion(Who, () => PollTexts.ConflictWho, () => PollTexts.ConflictWhoPrompt, [.. OnRoll(turn, subject)]), sure]
            : [sure];
    }

    private static async Task<DialogEnd> SaveAsync(TurnContext turn, string subject, Answers answers, CancellationToken cancellationToken)
    {
        var id = PollId.Parse(subject, CultureInfo.InvariantCulture);
        MemberId who = MemberId.TryParse(answers[Who], CultureInfo.InvariantCulture, out MemberId chosen) ? chosen : turn.Member.Id;
        if (turn.Do(new DeclareConflict(id, who)) is { } refusal)
        {
            return new DialogEnd.Refused(RefusalText.For(refusal, turn.Partnership), Who);
        }

        MemberNotice.ForgetVote(turn.Records, id, who);
        Poll poll = turn.Partnership.FindPoll(id)!;
        if ((await turn.Records.ReadBallotsAsync(id, cancellationToken)).EverybodyHasAnswered(poll))
        {
            await PollClosing.CloseAsync(turn.Records, id, turn.Now, cancellationToken);
        }

        List<string> sentences = [];
        if (who == turn.Member.Id)
        {
            sentences.Add(Word.Fill(PollTexts.ConflictSaved, poll.Walk));
        }
        else
        {
            turn.Records.Schedule(MemberNotice.OfConflict(id, who, turn.Now));
            sentences.Add(Word.Fill(PollTexts.ConflictSavedOther, poll.Conflicted.First(entry => entry.Member == who).Title, poll.Walk));
            sentences.Add(MemberNotice.CanReach(turn.Contacts, who) ? PollTexts.RecordTold : PollTexts.ConflictTellYourself);
        }

        if (turn.Partnership.FindPoll(id)!.HasEnded)
        {
            sentences.Add(PollTexts.ConflictClosed);
        }

        return new DialogEnd.Saved(string.Join(' ', sentences));
    }

    private static IEnumerable<Choice> OnRoll(TurnContext turn, string subject)
    {
        foreach (RollEntry entry in turn.Partnership.FindPoll(PollId.Parse(subject, CultureInfo.InvariantCulture))!.Roll)
        {
            Choice choice = turn.Partnership.FindMember(entry.Member) is { } member
                ? MemberChoice.Of(turn, member)
                : new Choice(entry.Member.ToString(), entry.Title);
            yield return entry.Member == turn.Member.Id ? choice with { Label = Word.Fill(PollTexts.ConflictMyself, choice.Label) } : choice;
        }
    }
}
