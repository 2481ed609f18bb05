using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PledgeBot.Teams.Activities;

/// <summary>A message as Teams writes it in HTML. It is only ever read, as text: none of it is shown as HTML again.</summary>
public sealed partial class MessageMarkup
{
    // Reading deeply nested markup costs the square of its length, so it has a bound; nobody writes as much in a message.
    private const int Longest = 30_000;

    // What is nested deeper than any editor makes it is not read, so that no message is deeper than the stack.
    private const int Deepest = 100;

    // Stands where the name of somebody who is mentioned stood: names do not go along into what is kept about a place.
    private const char NameMark = '\u0001';

    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase)
    {
        "attachment", "audio", "head", "iframe", "noscript", "object", "script", "style", "svg", "systemeventmessage", "template", "title", "video",
    };

    private static readonly HashSet<string> OwnLine = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "blockquote", "br", "codeblock", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "table", "tr", "ul",
    };

    private readonly INode _body;

    private MessageMarkup(INode body) => _body = body;

    /// <summary>Reads markup, of which the first 30,000 characters count; anything is some markup.</summary>
    public static MessageMarkup Parse(string html) =>
        new(new HtmlParser().ParseDocument(html.Length > Longest ? html[..Longest] : html).Body!);

    /// <summary>
    /// What it says, without the names of those it mentions: paragraphs apart by one line break, spaces single, signs drawn as
    /// pictures as their signs. Empty when it says nothing.
    /// </summary>
    public string Text()
    {
        var text = new StringBuilder();
        Write(_body, text, depth: 0);
        return string.Join('\n', text.ToString().Split('\n').Select(Tidied).Where(line => line.Length > 0));
    }

    /// <summary>Tells whether it shows a picture that somebody took or chose; drawn signs and moving pictures from the client's own store are none.</summary>
    public bool ShowsPicture() => Pictures(_body, depth: 0).Any(picture => !IsDecoration(picture));

    // What stood between a name and the rest of the sentence goes with the name: "Hej Anna!" becomes "Hej!".
    private static string Tidied(string line) => string
        .Join(' ', NameBeforeSign().Replace(line, "").Replace(NameMark, ' ').Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
        .TrimStart(',', ':', ';', ' ');

    [GeneratedRegex(@"\s*(?:\u0001\s*)+(?=[,.!?:;])", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex NameBeforeSign();

    private static void Write(INode node, StringBuilder text, int depth)
    {
        foreach (INode child in node.ChildNodes)
        {
            switch (child)
            {
                case IText words:
                    // Line breaks in the markup are none in the message.
                    text.Append(words.Data.Replace('\n', ' ').Replace('\r', ' '));
                    break;
                case IElement element when IsMention(element):
                    text.Append(NameMark);
                    break;
                case IElement element when Silent.Contains(element.LocalName) || depth == Deepest:
                    break;
                case IElement { LocalName: "img" or "emoji" } sign:
                    text.Append(IsSign(sign) ? sign.GetAttribute("alt") : "");
                    break;
                case IElement element:
                    bool isOwnLine = OwnLine.Contains(element.LocalName);
                    text.Append(isOwnLine ? "\n" : element.LocalName is "td" or "th" ? " " : "");
                    Write(element, text, depth + 1);
                    text.Append(isOwnLine ? "\n" : "");
                    break;
            }
        }
    }

    private static IEnumerable<IElement> Pictures(INode node, int depth) => depth > Deepest
        ? []
        : node.ChildNodes.OfType<IElement>().SelectMany(element =>
            element.LocalName == "img" ? [element] : Pictures(element, depth + 1));

    private static bool IsMention(IElement element) => element.LocalName == "at" || IsOfKind(element, "Mention");

    private static bool IsSign(IElement element) => element.LocalName == "emoji" || IsOfKind(element, "Emoji");

    private static bool IsDecoration(IElement picture) => IsSign(picture) || IsOfKind(picture, "Giphy") || IsOfKind(picture, "Sticker");

    // Teams marks its own elements with types such as http://schema.skype.com/Emoji.
    private static bool IsOfKind(IElement element, string kind) =>
        element.GetAttribute("itemtype")?.EndsWith("/" + kind, StringComparison.OrdinalIgnoreCase) == true;
}
