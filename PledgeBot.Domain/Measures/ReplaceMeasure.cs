using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Measures;

/// <summary>
/// Replaces (ersätter) a measure that turned out to be impossible (domain reference 9.5): it gets the status
/// <see cref="MeasureStatus.Replaced"/> with a public reason, and the next in rank is recommended in its place, or a new poll opens
/// among the candidates that are left. Both parties confirm anew. Only a coordinator. The second time changes nothing. When nobody is
/// next and no candidate is left the place stays empty.
/// </summary>
/// <param name="Reference">The measure; open.</param>
/// <param name="Reason">The public reason; needed, at most <see cref="ChangeMeasureStatus.LongestNote"/> characters.</param>
/// <param name="ByNewPoll">Whether the group votes anew instead of taking the next in rank.</param>
/// <param name="Poll">The identifier of the new poll, or of one between several next in rank, should there be one.</param>
/// <param name="ClosesAt">When such a poll closes: at least an hour ahead, at most 60 days.</param>
public sealed record ReplaceMeasure(ProposalReference Reference, string Reason, bool ByNewPoll, PollId Poll, DateTimeOffset ClosesAt) : Command;
