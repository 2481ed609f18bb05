using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Polls;

/// <summary>The group chose the rules that its coming polls begin with.</summary>
/// <param name="Rules">The rules.</param>
public sealed record PollRulesSet(PollRules Rules) : PartnershipEvent;
