using System.Text.Json;
using PledgeBot.Teams.Invokes;

namespace PledgeBot.Teams.Connector;

/// <summary>Reads the code from the body of a failed call, and nothing else: the rest can repeat what members wrote.</summary>
internal static class ConnectorError
{
    private const int LongestCode = 64;

    /// <summary>The code, or null when there is none or it does not look like one.</summary>
    public static string? CodeIn(ReadOnlySpan<byte> body)
    {
        try
        {
            var json = JsonElement.Parse(body);
            if (json.TryGetObject("error", out JsonElement error) && error.TryGetText("code", out string? code))
            {
                return Safe(code);
            }

            // Blocked members come as {"errorCode":209,"message":"{ \"subCode\": \"MessageWritesBlocked\" }"}.
            return json.TryGetText("message", out string? message)
                && JsonElement.Parse(message).TryGetText("subCode", out string? subCode)
                    ? Safe(subCode)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Safe(string code) =>
        code.Length <= LongestCode && code.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '_' or '-' or '.') ? code : null;
}
