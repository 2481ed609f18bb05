using BenchmarkDotNet.Attributes;
using PledgeBot.Benchmarks.Partnerships;
using PledgeBot.Dialogs.Polls;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Polls;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Benchmarks.Polls;

/// <summary>An open poll's card: seven candidates, nine members, eight of whom have voted; seen by one who has.</summary>
public class PollCardBenchmarks
{
    private readonly Poll _poll;
    private readonly CardView _view;
    private readonly AdaptiveCard _card;

    /// <summary>Opens the poll and lets them vote.</summary>
    public PollCardBenchmarks()
    {
        var played = new PlayedPartnership();
        _poll = played.OpenPoll();
        var boxes = new Dictionary<PollId, BallotBox> { [_poll.Id] = played.VoteAllButOne(_poll) };
        _view = new CardView(played.Partnership, boxes, PlayedPartnership.Contacts, played.Partnership.Members[0], played.Now);
        _card = Draw();
    }

    /// <summary>Draws the card.</summary>
    [Benchmark]
    public AdaptiveCard Draw()
    {
        using var culture = CultureScope.ForEverybody();
        return PollCard.Draw(_poll, _view).Card;
    }

    /// <summary>Writes the drawn card as JSON.</summary>
    [Benchmark]
    public string Write() => CardJson.WriteString(_card);
}
