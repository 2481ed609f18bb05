using System.Collections.Immutable;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;

namespace PledgeBot.Domain.Polls;

/// <summary>The ballots of one poll behind their only gate.</summary>
/// <remarks>
/// From outside one can see who has answered, as numbers per party, and a member's own picks; what a coordinator recorded is the
/// member's own too. The count comes out only when the poll is closed, through <see cref="ClosePoll"/>: there is no other way to it.
/// </remarks>
public sealed class BallotBox
{
    private readonly ImmutableDictionary<MemberId, Ballot> _ballots;

    /// <summary>Makes a box from the stored ballots.</summary>
    /// <param name="ballots">The ballots; of several by the same member the last one counts.</param>
    public BallotBox(IEnumerable<Ballot> ballots)
    {
        ImmutableDictionary<MemberId, Ballot>.Builder builder = ImmutableDictionary.CreateBuilder<MemberId, Ballot>();
        foreach (Ballot ballot in ballots)
        {
            builder[ballot.Member] = ballot;
        }

        _ballots = builder.ToImmutable();
    }

    private BallotBox(ImmutableDictionary<MemberId, Ballot> ballots) => _ballots = ballots;

    /// <summary>A box with nothing in it.</summary>
    public static BallotBox Empty { get; } = new(Enumerable.Empty<Ballot>());

    /// <summary>Gets the member's own ballot, for that member's eyes only; nothing if the member has not answered.</summary>
    public Ballot? BallotOf(MemberId member) => _ballots.GetValueOrDefault(member);

    /// <summary>Tells whether the member has answered, or somebody has recorded their answer.</summary>
    public bool HasAnswered(MemberId member) => _ballots.ContainsKey(member);

    /// <summary>Tells whether the member's ballot is one that nobody recorded for them.</summary>
    public bool HasVotedThemself(MemberId member) => BallotOf(member) is { Recording: null };

    /// <summary>Gets how many of a party's members on the roll have answered.</summary>
    public Turnout TurnoutOf(Party party, Poll poll)
    {
        ImmutableArray<RollEntry> entitled = [.. poll.Roll.Where(entry => entry.Party == party)];
        return new Turnout(
            party,
            entitled.Count(entry => HasAnswered(entry.Member)),
            entitled.Length,
            Recorded(Manner.ByPhone),
            Recorded(Manner.AtMeeting));

        int Recorded(Manner manner) => entitled.Count(entry => BallotOf(entry.Member)?.Recording?.Manner == manner);
    }

    /// <summary>Gets the receipt for a member's ballot: the one they have, otherwise one that nobody in the box has.</summary>
    /// <param name="member">The member.</param>
    /// <param name="random">A number at random, from 0 and less than <see cref="Receipt.Count"/>.</param>
    public Receipt ReceiptFor(MemberId member, int random)
    {
        if (BallotOf(member)?.Receipt is { } own)
        {
            return own;
        }

        var taken = _ballots.Values.Select(ballot => ballot.Receipt).ToHashSet();
        return Enumerable.Range(0, Receipt.Count).Select(step => Receipt.Numbered((random + step) % Receipt.Count)).First(free => !taken.Contains(free));
    }

    /// <summary>Tells whether everybody on the roll has answered.</summary>
    public bool EverybodyHasAnswered(Poll poll) => poll.Roll.All(entry => HasAnswered(entry.Member));

    /// <summary>Gets the box as it is after a ballot was cast, replacing an earlier one by the same member.</summary>
    public BallotBox With(Ballot ballot) => new(_ballots.SetItem(ballot.Member, ballot));

    /// <summary>Gets the box without a member's ballot.</summary>
    public BallotBox Without(MemberId member) => new(_ballots.Remove(member));

    /// <summary>Gets the ballots of those on the roll as they are counted, in order of receipt. Only the closing may call this.</summary>
    internal ImmutableArray<CountedBallot> Counted(Poll poll)
    {
        // A ballot that an earlier release stored has no receipt.
        BallotBox whole = this;
        foreach (Ballot ballot in _ballots.Values.Where(ballot => ballot.Receipt is null).OrderBy(ballot => ballot.Member.Value))
        {
            whole = whole.With(ballot with { Receipt = whole.ReceiptFor(ballot.Member, random: 0) });
        }

        return
        [
            .. whole._ballots.Values
                .Where(ballot => poll.IsOnRoll(ballot.Member))
                .Select(ballot => poll.Rules.IsSecret
                    ? new CountedBallot(ballot.Receipt!.Value, ballot.Picks)
                    : new CountedBallot(ballot.Receipt!.Value, ballot.Picks, ballot.Member, ballot.Recording))
                .OrderBy(ballot => ballot.Receipt.ToString(), StringComparer.Ordinal),
        ];
    }

    /// <summary>Counts the members on the roll who abstained. Only the closing may call this.</summary>
    internal int CountAbstentions(Poll poll) => poll.Roll.Count(entry => BallotOf(entry.Member) is { IsAbstention: true });

    /// <summary>Counts the votes for each option of the poll, in the poll's order. Only the closing may call this.</summary>
    internal ImmutableArray<OptionTotal> Count(Poll poll) =>
        [.. poll.Options.Select(option => new OptionTotal(option, _ballots.Values.Count(ballot => ballot.Picks.Contains(option) && poll.IsOnRoll(ballot.Member))))];
}
