using System.Text.Json;
using System.Text.Json.Serialization;
using PledgeBot.LocalTeams.Bot;
using PledgeBot.LocalTeams.Chat;
using PledgeBot.LocalTeams.Conversations;

namespace PledgeBot.LocalTeams;

/// <summary>The JSON of the page's own calls and of the journal.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatState))]
[JsonSerializable(typeof(ClockMove))]
[JsonSerializable(typeof(ClockView))]
[JsonSerializable(typeof(ConversationChange))]
[JsonSerializable(typeof(InvokeAnswer))]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(PostedAnswer))]
[JsonSerializable(typeof(PostedMessage))]
[JsonSerializable(typeof(PressedAction))]
[JsonSerializable(typeof(UploadedImage))]
internal sealed partial class LocalTeamsJson : JsonSerializerContext;
