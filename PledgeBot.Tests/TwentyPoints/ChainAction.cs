using PledgeBot.Tests.Hosting;

namespace PledgeBot.Tests.TwentyPoints;

/// <summary>Something that a member did, or the clock, and what came of it in the conversations.</summary>
/// <param name="Name">What was done.</param>
/// <param name="New">The messages that are new since.</param>
internal sealed record ChainAction(string Name, IReadOnlyList<ChannelMessage> New);
