namespace PledgeBot.Recount.Polls;

/// <summary>A poll as the record has it.</summary>
/// <param name="Id">What the record calls it.</param>
/// <param name="Kind">Why it was held.</param>
/// <param name="After">The poll whose tie a run-off settles.</param>
/// <param name="Replaces">The measure that turned out impossible, whose place it fills; nothing while the first ones are chosen.</param>
/// <param name="Places">How many are to be chosen, and the most picks of a ballot; at least one.</param>
/// <param name="Rules">What else was fixed before it opened.</param>
/// <param name="Options">What could be picked, in order of reference.</param>
/// <param name="Roll">Who could vote.</param>
/// <param name="Ballots">The ballots.</param>
/// <param name="Turnout">How many are said to have answered.</param>
/// <param name="IsCancelled">Whether it ended without a count, because a candidate was withdrawn.</param>
/// <param name="Stated">The result that the record states; nothing when cancelled.</param>
internal sealed record Poll(
    string Id,
    PollKind Kind,
    string? After,
    string? Replaces,
    int Places,
    PollRules Rules,
    IReadOnlyList<string> Options,
    IReadOnlyList<Voter> Roll,
    IReadOnlyList<Ballot> Ballots,
    IReadOnlyList<PartyTurnout> Turnout,
    bool IsCancelled,
    PollResult? Stated);
