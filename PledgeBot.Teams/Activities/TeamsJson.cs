using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Teams.Activities;

/// <summary>The generated JSON of activities and cards.</summary>
/// <remarks>Use <see cref="Wire"/>: the generated default escapes letters such as åäö.</remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(CardElement))]
[JsonSerializable(typeof(AdaptiveAction))]
[JsonSerializable(typeof(TextBlock))]
[JsonSerializable(typeof(Container))]
[JsonSerializable(typeof(ColumnSet))]
[JsonSerializable(typeof(Column))]
[JsonSerializable(typeof(FactSet))]
[JsonSerializable(typeof(Image))]
[JsonSerializable(typeof(ImageSet))]
[JsonSerializable(typeof(ActionSet))]
[JsonSerializable(typeof(Table))]
[JsonSerializable(typeof(InputText))]
[JsonSerializable(typeof(InputChoiceSet))]
[JsonSerializable(typeof(InputDate))]
[JsonSerializable(typeof(InputTime))]
[JsonSerializable(typeof(InputNumber))]
[JsonSerializable(typeof(InputToggle))]
[JsonSerializable(typeof(ExecuteAction))]
[JsonSerializable(typeof(SubmitAction))]
[JsonSerializable(typeof(OpenUrlAction))]
[JsonSerializable(typeof(ShowCardAction))]
[JsonSerializable(typeof(ToggleVisibilityAction))]
public sealed partial class TeamsJson : JsonSerializerContext
{
    /// <summary>Gets the context as the wire wants it: camel case, no nulls, readable letters.</summary>
    public static TeamsJson Wire { get; } = new(WireOptions());

    /// <summary>Reads an activity.</summary>
    /// <exception cref="JsonException">It is not JSON, or a field has the wrong shape.</exception>
    public static Activity Parse(ReadOnlySpan<byte> utf8Json) =>
        JsonSerializer.Deserialize(utf8Json, Wire.Activity) ?? throw new JsonException("An activity is an object.");

    /// <summary>Reads an activity.</summary>
    /// <exception cref="JsonException">It is not JSON, or a field has the wrong shape.</exception>
    public static Activity Parse(string json) =>
        JsonSerializer.Deserialize(json, Wire.Activity) ?? throw new JsonException("An activity is an object.");

    /// <summary>Writes an activity as text.</summary>
    public static string Write(Activity activity) => JsonSerializer.Serialize(activity, Wire.Activity);

    // A context takes its options for its own, so each needs new ones.
    internal static JsonSerializerOptions WireOptions() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
