using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Domain.Polls;

/// <summary>
/// Draws lots in a tie that the run-off left, when the poll's rules say so. Only a coordinator, and once: what is settled is not drawn
/// again. Anybody can draw it again from the seed (<see cref="Lots"/>).
/// </summary>
/// <param name="Poll">The run-off.</param>
/// <param name="Seed">The seed: 32 bytes from the system's source of randomness, as 64 lower-case hexadecimal digits.</param>
public sealed record DrawLots(PollId Poll, string Seed) : Command;
