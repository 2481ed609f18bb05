using System.Text.Json;
using PledgeBot.Tests.Hosting;

namespace PledgeBot.Tests.TwentyPoints;

/// <summary>A form that is open before somebody.</summary>
/// <param name="Who">Who.</param>
/// <param name="From">The message whose button opened it.</param>
/// <param name="Card">The form.</param>
internal sealed record ChainForm(ChannelPerson Who, ChannelMessage From, JsonElement Card);
