using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Polls;

/// <summary>
/// Opens a new poll between the proposals that got the same number of votes (domain reference 9.1.5): the same roll, as
/// many picks as places remain. Only a coordinator. A run-off may end in a tie too, and be followed by another;
/// so may one that was not quorate, or that nobody picked anything in, and then about the same proposals.
/// </summary>
/// <param name="Poll">The new poll's identifier; opening the same one again changes nothing.</param>
/// <param name="RunOffOf">The closed poll that left the tie; the walk's latest.</param>
/// <param name="ClosesAt">When it closes: at least an hour ahead, at most 60 days.</param>
public sealed record OpenRunOff(PollId Poll, PollId RunOffOf, DateTimeOffset ClosesAt) : Command;
