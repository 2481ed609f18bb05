using System.Text.RegularExpressions;
using PledgeBot.LocalTeams.Web;

namespace PledgeBot.LocalTeams.Chat;

/// <summary>What a member typed, as Teams' clients send it: the words alone, and the same as HTML.</summary>
/// <param name="Plain">The words, without marks.</param>
/// <param name="Html">The same as HTML, without an element around it.</param>
/// <param name="IsFormatted">Whether the HTML says more than the words; otherwise a chat message has no HTML beside it.</param>
internal sealed partial record WrittenText(string Plain, string Html, bool IsFormatted)
{
    public static WrittenText Of(string typed)
    {
        string text = typed.Trim().ReplaceLineEndings("\n");
        string html = Bold().Replace(HtmlText.Encode(text), "<strong>${words}</strong>").Replace("\n", "<br>", StringComparison.Ordinal);
        string plain = Bold().Replace(text, "${words}");
        return new(plain, html, plain != text || text.Contains('\n', StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\*\*(?<words>[^*\n]+)\*\*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Bold();
}
