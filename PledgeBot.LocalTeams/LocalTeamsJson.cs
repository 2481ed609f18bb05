using System.Text.Json;
using System.Text.Json.Serialization;
using PledgeBot.LocalTeams.Bot;
using PledgeBot.LocalTeams.Chat;
using PledgeBot.LocalTeams.Conversations;
using PledgeBot.LocalTeams.Extension;
using PledgeBot.LocalTeams.Places;

namespace PledgeBot.LocalTeams;

/// <summary>The JSON of the page's own calls and of the journal.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ChatState))]
[JsonSerializable(typeof(ClockMove))]
[JsonSerializable(typeof(ClockView))]
[JsonSerializable(typeof(ConversationChange))]
[JsonSerializable(typeof(EditedText))]
[JsonSerializable(typeof(ExtensionQuery))]
[JsonSerializable(typeof(ExtensionSelection))]
[JsonSerializable(typeof(ExtensionTask))]
[JsonSerializable(typeof(InvokeAnswer))]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(MemberReaction))]
[JsonSerializable(typeof(PlaceChange))]
[JsonSerializable(typeof(PostedAnswer))]
[JsonSerializable(typeof(PostedMessage))]
[JsonSerializable(typeof(PressedAction))]
[JsonSerializable(typeof(Uploaded))]
internal sealed partial class LocalTeamsJson : JsonSerializerContext;
