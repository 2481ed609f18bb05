using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Polls;

/// <summary>
/// Declares that a member has a conflict of interest (anmäler jäv; domain reference 9.4): the member leaves the roll of the open
/// poll, an answer they have given is not kept, and quorum is computed on the rest. The member themself, or a coordinator for
/// somebody else. It cannot be taken back; the second time changes nothing. Why is not asked: private details belong nowhere.
/// </summary>
/// <param name="Poll">The poll.</param>
/// <param name="Member">The member.</param>
public sealed record DeclareConflict(PollId Poll, MemberId Member) : Command;
