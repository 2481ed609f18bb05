using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Decisions;

/// <summary>
/// Gives a dissenting opinion (avvikande mening) on the group's recommendation, for the record. Any member on the roll of the poll
/// behind it, or entitled to vote when there was none; until it is decided. It replaces the member's earlier one; the same again
/// changes nothing.
/// </summary>
/// <param name="Walk">The walk.</param>
/// <param name="Text">The opinion; needed, at most <see cref="LongestText"/> characters.</param>
public sealed record GiveDissent(WalkNumber Walk, string Text) : Command
{
    /// <summary>The longest opinion, in characters.</summary>
    public const int LongestText = 500;
}
