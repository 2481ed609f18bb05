namespace PledgeBot.Recount.Polls;

/// <summary>How many ballots picked an option.</summary>
/// <param name="Option">The option's reference.</param>
/// <param name="Votes">The number of ballots.</param>
internal readonly record struct OptionVotes(string Option, int Votes);
