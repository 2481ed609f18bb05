using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;

namespace PledgeBot.Domain.Polls;

/// <summary>One line of the list of voters (röstlängd), as it was when the poll opened.</summary>
/// <param name="Member">The member.</param>
/// <param name="Party">The member's party.</param>
/// <param name="Title">The member's role.</param>
/// <param name="InsteadOf">The role of the member for whom this one was put in as a substitute; nothing when for nobody.</param>
public sealed record RollEntry(MemberId Member, Party Party, string Title, string? InsteadOf = null);
