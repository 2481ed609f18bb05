using System.Globalization;

namespace PledgeBot.Dialogs.Turns;

/// <summary>The reader's language, for as long as the scope lasts. Set where a turn or a delivery begins, and nowhere else.</summary>
internal readonly struct CultureScope : IDisposable
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private readonly CultureInfo _culture;
    private readonly CultureInfo _uiCulture;

    private CultureScope(CultureInfo culture)
    {
        _culture = CultureInfo.CurrentCulture;
        _uiCulture = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
    }

    /// <summary>Speaks to one member: English when the member's client does, otherwise Swedish.</summary>
    /// <param name="locale">The client's language, such as <c>sv-SE</c>; may be missing.</param>
    public static CultureScope For(string? locale) =>
        new(locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? English : Swedish);

    /// <summary>Speaks to everybody in the channel: Swedish, the language of the partnerships.</summary>
    public static CultureScope ForEverybody() => new(Swedish);

    /// <inheritdoc/>
    public void Dispose()
    {
        CultureInfo.CurrentCulture = _culture;
        CultureInfo.CurrentUICulture = _uiCulture;
    }
}
