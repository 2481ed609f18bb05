namespace PledgeBot.Recount.Polls;

/// <summary>A poll with what was counted.</summary>
/// <param name="Poll">The poll.</param>
/// <param name="Name">What it is called in the command's sentences.</param>
/// <param name="Counted">The valid ballots.</param>
/// <param name="Turnout">How many of each party answered.</param>
/// <param name="Result">The result that follows from the ballots; nothing when the poll was cancelled.</param>
/// <param name="Differences">What is not as it should be, a sentence each.</param>
internal sealed record CheckedPoll(
    Poll Poll,
    string Name,
    IReadOnlyList<Ballot> Counted,
    IReadOnlyList<PartyTurnout> Turnout,
    PollResult? Result,
    IReadOnlyList<string> Differences);
