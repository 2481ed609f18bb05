using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Decisions;

/// <summary>
/// Recommends a walk's only one or two candidates without a poll (domain reference 9.5). Only a coordinator; the walk is
/// carried out and every proposal assessed.
/// </summary>
/// <param name="Walk">The walk.</param>
public sealed record RecommendWithoutPoll(WalkNumber Walk) : Command;
