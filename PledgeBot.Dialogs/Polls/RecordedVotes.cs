using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Dialogs.Polls;

/// <summary>Says how many votes a coordinator recorded; never whose, or what.</summary>
internal static class RecordedVotes
{
    /// <summary>Gets a party's recorded votes for the end of its turnout: "1 antecknad per telefon"; empty when there are none.</summary>
    public static string Within(Turnout turnout) => Word.List([.. Counts([turnout]).Select(
        recorded => Word.Fill(recorded.Votes == 1 ? PollTexts.RecordedOne : PollTexts.RecordedMany, recorded.Votes, Word.For(recorded.Manner)))]);

    /// <summary>Gets a sentence for each way in which votes were told: "1 röst antecknades av samordnaren per telefon."</summary>
    public static IEnumerable<string> In(IEnumerable<Turnout> turnouts) => Counts([.. turnouts]).Select(
        recorded => Word.Fill(PollTexts.RecordedBy, Word.Votes(recorded.Votes), Word.For(recorded.Manner)));

    /// <summary>Gets the same for all the polls that led to a recommendation: the one that settled it, and those whose ties it resolved.</summary>
    public static IEnumerable<string> Behind(Recommendation recommendation, Partnership partnership) =>
        In(PollsBehind(recommendation, partnership).SelectMany(poll => poll.Result is { } result ? result.Turnouts : []));

    private static IEnumerable<Poll> PollsBehind(Recommendation recommendation, Partnership partnership)
    {
        for (PollId? id = recommendation.Poll; id is { } known && partnership.FindPoll(known) is { } poll; id = poll.RunOffOf)
        {
            yield return poll;
        }
    }

    private static IEnumerable<(Manner Manner, int Votes)> Counts(Turnout[] turnouts)
    {
        (Manner Manner, int Votes)[] counts =
        [
            (Manner.ByPhone, turnouts.Sum(turnout => turnout.ByPhone)),
            (Manner.AtMeeting, turnouts.Sum(turnout => turnout.AtMeeting)),
        ];
        return counts.Where(recorded => recorded.Votes > 0);
    }
}
