namespace PledgeBot.Recount.Polls;

/// <summary>A poll's result, as the record states it or as it was counted here.</summary>
/// <param name="Totals">Votes of each option.</param>
/// <param name="Abstentions">Ballots without picks.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Chosen">The options that got a place: most votes first, equals in the order of the options.</param>
/// <param name="Tied">The options that share the last place or places, in the order of the options.</param>
internal sealed record PollResult(
    IReadOnlyList<OptionVotes> Totals,
    int Abstentions,
    PollOutcome Outcome,
    IReadOnlyList<string> Chosen,
    IReadOnlyList<string> Tied);
