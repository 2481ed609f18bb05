namespace PledgeBot.Recount.Polls;

/// <summary>How many of a party answered.</summary>
/// <param name="Party">The party.</param>
/// <param name="Entitled">How many of it are on the roll.</param>
/// <param name="Answered">How many of them gave a ballot, with picks or without.</param>
internal readonly record struct PartyTurnout(Party Party, int Entitled, int Answered);
