using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Storage.Records;

/// <summary>A partnership's log as far as it was read or written: its fold, and its last row to know it again by.</summary>
/// <param name="State">The state after the last row.</param>
/// <param name="Last">The last row.</param>
internal sealed record KnownLog(Partnership State, EventRow Last);
