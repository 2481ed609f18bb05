namespace PledgeBot.Recount.Records;

/// <summary>How places were given that no poll decided.</summary>
/// <param name="Way">Who or what gave them.</param>
/// <param name="Poll">The poll that left them open.</param>
/// <param name="Among">The options that could get them.</param>
/// <param name="Places">How many places.</param>
/// <param name="Chosen">The options that got them.</param>
/// <param name="Seed">32 bytes that the lots follow from; nothing otherwise.</param>
internal sealed record Settlement(
    SettlementWay Way, string Poll, IReadOnlyList<string> Among, int Places, IReadOnlyList<string> Chosen, byte[]? Seed);
