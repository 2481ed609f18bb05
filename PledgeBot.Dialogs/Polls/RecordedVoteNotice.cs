using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Dialogs.Polls;

/// <summary>Draws what a member is told when a coordinator has recorded their vote. What was recorded is not in it: the member's own card shows that.</summary>
internal static class RecordedVoteNotice
{
    /// <summary>Draws the notice of a member's recorded vote.</summary>
    public static DrawnCard Draw(Partnership partnership, Poll poll, BallotRecording recording, DateTimeOffset now)
    {
        Member? recorder = partnership.FindMember(recording.By);
        string by = recorder is null
            ? PollTexts.NoticeFormerCoordinator
            : Word.Fill(PollTexts.NoticeCoordinator, recorder.Title, Word.For(recorder.Party));
        string what = Word.Fill(
            PollTexts.NoticeWhat, by, poll.Walk, partnership.FindWalk(poll.Walk)!.Locality, Word.For(recording.Manner));
        string next = poll.IsOpenAt(now)
            ? Word.Fill(PollTexts.NoticeNext, VoteReading.Example(poll), Word.For(poll.ClosesAt))
            : Word.Fill(PollTexts.NoticeNextClosed, by);
        string show = $"{PollTexts.CommandShow.Split('|')[0]} {poll.Walk}";
        return new DrawnCard(
            CardFrame.Of(
                what,
                [Line.Heading(PollTexts.NoticeTitle), Line.Of(what), Line.Below(next), Line.Subtle(PollTexts.NoticeWhy)],
                [CommandButton.For(PollTexts.NoticeShow, show)]),
            what);
    }
}
