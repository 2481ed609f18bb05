namespace PledgeBot.LocalTeams.Web;

/// <summary>Writes text into HTML as Teams' clients do: letters stay as they are.</summary>
internal static class HtmlText
{
    public static string Encode(string? text) => text is null
        ? ""
        : text
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);
}
