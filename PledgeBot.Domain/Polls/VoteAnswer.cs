using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Polls;

/// <summary>What becomes of an attempt to vote. A ballot is no event: earlier choices are not kept.</summary>
public abstract record VoteAnswer
{
    private VoteAnswer()
    {
    }

    /// <summary>The ballot stands, once it is stored.</summary>
    /// <param name="Ballot">The ballot, its picks in the poll's order.</param>
    public sealed record Counted(Ballot Ballot) : VoteAnswer;

    /// <summary>The ballot was refused, and what stood before still stands.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(Refusal Reason) : VoteAnswer;
}
