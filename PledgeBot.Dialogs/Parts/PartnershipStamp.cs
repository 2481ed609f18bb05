using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Dialogs.Parts;

/// <summary>
/// Marks every button, form and refresh that leaves with the partnership it is about, and reads the mark when it comes back.
/// </summary>
/// <remarks>
/// References such as V1-03 repeat between partnerships, and cards can be forwarded, so where a press comes from does not tell what
/// it is about. What comes back is a claim: whoever follows it checks that the presser is a member.
/// </remarks>
internal static class PartnershipStamp
{
    /// <summary>The name of the partnership in the data of actions.</summary>
    public const string Name = "partnership";

    private const string Data = "data";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Stamps the cards of a message. What is stamped already stays as it is.</summary>
    /// <returns>The same message.</returns>
    public static Activity On(Activity activity, PartnershipId partnership)
    {
        foreach (Attachment attachment in activity.Attachments ?? [])
        {
            if (attachment is { ContentType: AttachmentContentTypes.AdaptiveCard, Content: { } card })
            {
                attachment.Content = On(card, partnership);
            }
        }

        return activity;
    }

    /// <summary>Stamps whatever cards an answer to a request holds. What is stamped already stays as it is.</summary>
    public static InvokeResponse On(InvokeResponse answer, PartnershipId partnership) =>
        answer.Body is { } body ? answer with { Body = On(body, partnership) } : answer;

    /// <summary>Stamps every action in the JSON, however deep it lies.</summary>
    public static JsonElement On(JsonElement json, PartnershipId partnership)
    {
        var stamped = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(stamped, Readable))
        {
            Copy(json, writer, partnership);
        }

        return JsonElement.Parse(stamped.WrittenSpan);
    }

    /// <summary>Reads which partnership a press, form or refresh says it is about; nothing if it does not say.</summary>
    public static PartnershipId? Read(Activity activity)
    {
        if (activity.Value is not { } value)
        {
            return null;
        }

        // Where the data lies: of a card's action, of a form, of a button's press that came as a message.
        JsonElement data =
            value.TryGetObject("action", out JsonElement action) && action.TryGetObject(Data, out JsonElement pressed) ? pressed
            : value.TryGetObject(Data, out JsonElement form) ? form
            : value;
        return data.TryGetText(Name, out string? text) && Guid.TryParseExact(text, "N", out Guid partnership) ? new PartnershipId(partnership) : null;
    }

    private static void Copy(JsonElement json, Utf8JsonWriter writer, PartnershipId partnership)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                bool isAction = IsAction(json);
                foreach (JsonProperty property in json.EnumerateObject())
                {
                    if (!isAction || !property.NameEquals(Data))
                    {
                        writer.WritePropertyName(property.Name);
                        Copy(property.Value, writer, partnership);
                    }
                }

                if (isAction)
                {
                    WriteData(json, writer, partnership);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in json.EnumerateArray())
                {
                    Copy(item, writer, partnership);
                }

                writer.WriteEndArray();
                break;
            default:
                json.WriteTo(writer);
                break;
        }
    }

    private static bool IsAction(JsonElement json) => json.TryGetText("type", out string? type) && type is "Action.Execute" or "Action.Submit";

    private static void WriteData(JsonElement action, Utf8JsonWriter writer, PartnershipId partnership)
    {
        writer.WriteStartObject(Data);
        bool isStamped = false;
        if (action.TryGetObject(Data, out JsonElement data))
        {
            foreach (JsonProperty property in data.EnumerateObject())
            {
                isStamped |= property.NameEquals(Name);
                property.WriteTo(writer);
            }
        }

        if (!isStamped)
        {
            writer.WriteString(Name, partnership.ToString());
        }

        writer.WriteEndObject();
    }
}
