namespace PledgeBot.LegalPages;

/// <summary>A page that anybody can read, without logging in: Teams links to them from the app.</summary>
/// <param name="Path">Its path in Swedish, such as <c>/privacy</c>; in English it is below <c>/en</c>.</param>
/// <param name="Name">Its name among the others.</param>
/// <param name="Title">Its title.</param>
/// <param name="Component">What draws it.</param>
public sealed record LegalPage(string Path, Func<string> Name, Func<string> Title, Type Component)
{
    /// <summary>Gets the page about personal data.</summary>
    public static LegalPage Privacy { get; } = new("/privacy", () => LegalTexts.PrivacyName, () => LegalTexts.PrivacyTitle, typeof(PrivacyPage));

    /// <summary>Gets the terms.</summary>
    public static LegalPage Terms { get; } = new("/terms", () => LegalTexts.TermsName, () => LegalTexts.TermsTitle, typeof(TermsPage));

    /// <summary>Gets the page for whoever needs help.</summary>
    public static LegalPage Support { get; } = new("/support", () => LegalTexts.SupportName, () => LegalTexts.SupportTitle, typeof(SupportPage));

    /// <summary>Gets them all, in the order that they are shown in.</summary>
    public static IReadOnlyList<LegalPage> All { get; } = [Privacy, Terms, Support];

    /// <summary>Gets the languages, the one of the shorter paths first.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["sv", "en"];

    /// <summary>Gets its path in one of the <see cref="Languages"/>.</summary>
    public string PathIn(string language) => language == Languages[0] ? Path : $"/{language}{Path}";
}
