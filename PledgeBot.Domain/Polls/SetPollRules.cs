using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Polls;

/// <summary>
/// Chooses the rules that the group's coming polls begin with. Only a coordinator. Polls that have opened keep theirs; the same
/// rules again change nothing.
/// </summary>
/// <param name="Rules">The rules, with <see cref="PollRules.ChosenPerWalk"/> picks.</param>
public sealed record SetPollRules(PollRules Rules) : Command;
