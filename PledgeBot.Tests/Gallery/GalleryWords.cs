namespace PledgeBot.Tests.Gallery;

/// <summary>What members might write, filled up to the length that a field takes.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Text">Gives a text of at most so many characters.</param>
internal sealed record GalleryWords(string Name, Func<int, string> Text)
{
    /// <summary>What a link that a member wrote would lead to; no card may link there.</summary>
    public const string LinkTarget = "https://example.org/lurendrejare";

    private const string Hostile =
        $"**Fet** _kursiv_ [Klicka här]({LinkTarget}) <b>html</b><script>alert(1)</script> &amp; {{{{DATE(2020-01-01T00:00:00Z,SHORT)}}}} ${{Title}} {{9}} "
        + "\"citat\" 'enkelt' \\ \u202Eftar\u202C שלום مرحبا 👩‍👩‍👧‍👦 e\u0301 |a|b| # rubrik 1. lista - punkt `kod` "
        + "https://example.org/en-adress-som-inte-går-att-bryta-någonstans-alls-hur-smal-skärmen-än-är-och-som-aldrig-tar-slut <at>Namn</at> ";

    /// <summary>Ordinary sentences of the greatest length.</summary>
    public static GalleryWords Longest { get; } = new("längsta texter", most => Filled("Belysningen längs gång- och cykelvägen är trasig och buskarna skymmer sikten. ", most));

    /// <summary>One word without any place to break it.</summary>
    public static GalleryWords Unbroken { get; } = new("obrutna texter", most => Filled("trygghetsvandringssamordningsfunktionsöverenskommelse", most));

    /// <summary>Markup, scripts of other directions, signs that mean something somewhere.</summary>
    public static GalleryWords Nasty { get; } = new("elaka texter", most => Filled(Hostile, most));

    private static string Filled(string pattern, int most)
    {
        string text = string.Concat(Enumerable.Repeat(pattern, (most / pattern.Length) + 1))[..most].TrimEnd();
        return char.IsHighSurrogate(text[^1]) ? text[..^1] : text;
    }
}
