using System.Text.Json;

namespace PledgeBot.Dialogs.Questions;

/// <summary>Looks into the data of a pressed button, which comes from outside, without ever throwing.</summary>
internal static class CardData
{
    /// <summary>Gets a value as text, trimmed: a client sends a number as a number or as a text. Empty when it is missing or something else.</summary>
    public static string Text(JsonElement data, string name)
    {
        try
        {
            return data.ValueKind != JsonValueKind.Object || !data.TryGetProperty(name, out JsonElement value)
                ? ""
                : value.ValueKind switch
                {
                    JsonValueKind.String => value.GetString()!.Trim(),
                    JsonValueKind.Number => value.GetRawText(),
                    _ => "",
                };
        }
        catch (InvalidOperationException)
        {
            // A text holds half a surrogate pair, which JSON can spell but no string should hold.
            return "";
        }
    }
}
