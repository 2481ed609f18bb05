using PledgeBot.Recount.Polls;
using PledgeBot.Recount.Recommendations;
using PledgeBot.Recount.Records;

namespace PledgeBot.Recount;

/// <summary>What was found when a record was counted once more.</summary>
internal sealed class RecountReport
{
    private readonly List<string> _lines = [];
    private readonly List<string> _differences = [];

    private RecountReport()
    {
    }

    /// <summary>Gets the lines to show: what was counted, what differs, and the conclusion.</summary>
    public IEnumerable<string> Lines =>
    [
        .. _lines,
        .. _differences.Select(difference => Sentence.Fill(RecountTexts.Difference, difference)),
        Agrees ? RecountTexts.AllAgrees : Sentence.Fill(RecountTexts.SomethingDiffers, _differences.Count),
    ];

    /// <summary>Gets whether everything is as the record states it.</summary>
    public bool Agrees => _differences.Count == 0;

    /// <summary>Counts a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="receipt">A receipt to look up as well, if any. That it is not found is a difference.</param>
    public static RecountReport Of(DecisionRecord record, string? receipt)
    {
        var report = new RecountReport();
        report.SayWhatItIs(record);
        CheckedPoll[] polls = [.. record.Polls.Select((poll, index) => PollCheck.Of(poll, NameOf(poll, index + 1)))];
        foreach (CheckedPoll poll in polls)
        {
            report.SayWhatWasCounted(poll);
        }

        report.SayHowItWentOn(record);
        report.SayWhatFollows(record, polls);
        if (receipt is not null)
        {
            report.LookUp(Receipt.Plain(receipt), polls);
        }

        return report;
    }

    private static string NameOf(Poll poll, int number) => Sentence.Fill(
        poll.Kind switch
        {
            PollKind.First => RecountTexts.Poll,
            PollKind.RunOff => RecountTexts.RunOff,
            _ => RecountTexts.Replacement,
        },
        number);

    private void SayWhatItIs(DecisionRecord record)
    {
        Say(RecountTexts.Heading, record.Number, record.Walk);
        if (record.Corrects is { } earlier)
        {
            Say(RecountTexts.Corrects, earlier);
        }

        if (record.Checksum == record.StatedChecksum)
        {
            Say(RecountTexts.ChecksumAgrees);
        }
        else
        {
            _differences.Add(Sentence.Fill(RecountTexts.ChecksumDiffers, record.Checksum, record.StatedChecksum));
        }
    }

    private void SayWhatWasCounted(CheckedPoll poll)
    {
        _differences.AddRange(poll.Differences);
        if (poll.Result is not { } result)
        {
            Say(RecountTexts.Cancelled, poll.Name);
            return;
        }

        Say(RecountTexts.Counted, poll.Name, poll.Poll.Places, string.Join(", ", poll.Turnout.Select(of =>
            Sentence.Fill(RecountTexts.Turnout, Sentence.PartyName(of.Party), of.Answered, of.Entitled))));
        if (poll.Poll.Rules.IsSecret)
        {
            Say(RecountTexts.Secret);
        }

        foreach (OptionVotes total in result.Totals)
        {
            Say(RecountTexts.Votes, total.Option, total.Votes);
        }

        Say(RecountTexts.Abstentions, result.Abstentions);
        Say(
            RecountTexts.Result,
            Sentence.OutcomeName(result.Outcome),
            Sentence.Options(result.Chosen),
            Sentence.Options(result.Tied));
    }

    private void SayHowItWentOn(DecisionRecord record)
    {
        foreach (Settlement settlement in record.Settlements)
        {
            Say(
                RecountTexts.Settled,
                Sentence.WayName(settlement.Way),
                Sentence.Options(settlement.Among),
                Sentence.Options(settlement.Chosen));
        }

        if (record.Withdrawn.Count > 0)
        {
            Say(RecountTexts.Withdrawn, Sentence.Options(record.Withdrawn));
        }

        if (record.Returned.Count > 0)
        {
            Say(RecountTexts.Returned, Sentence.Options(record.Returned));
        }

        if (record.Replaced.Count > 0)
        {
            Say(RecountTexts.Replaced, Sentence.Options(record.Replaced));
        }
    }

    private void SayWhatFollows(DecisionRecord record, CheckedPoll[] polls)
    {
        (Recommendation? recommendation, IReadOnlyList<string> differences) =
            RecommendationCheck.Of(polls, record.Settlements, record.Withdrawn, record.Returned, record.Replaced, record.Recommended);
        _differences.AddRange(differences);
        if (recommendation is null)
        {
            Say(RecountTexts.NothingCounted, Sentence.Options(record.Recommended));
        }
        else
        {
            Say(RecountTexts.Recommended, Sentence.Options(recommendation.Options));
        }
    }

    private void LookUp(string receipt, CheckedPoll[] polls)
    {
        bool isFound = false;
        foreach (CheckedPoll poll in polls)
        {
            foreach (Ballot ballot in poll.Counted.Where(ballot =>
                poll.Result is not null && string.Equals(Receipt.Plain(ballot.Receipt), receipt, StringComparison.OrdinalIgnoreCase)))
            {
                isFound = true;
                Say(
                    RecountTexts.ReceiptFound,
                    receipt,
                    poll.Name,
                    ballot.Picks.Count == 0 ? RecountTexts.Abstained : Sentence.Options(ballot.Picks));
            }
        }

        if (!isFound)
        {
            _differences.Add(Sentence.Fill(RecountTexts.ReceiptNotFound, receipt));
        }
    }

    private void Say(string text, params object[] values) => _lines.Add(Sentence.Fill(text, values));
}
