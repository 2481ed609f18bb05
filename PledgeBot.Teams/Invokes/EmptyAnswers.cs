namespace PledgeBot.Teams.Invokes;

/// <summary>Knows the requests that are rightly answered without content by a bot that never asked for them (protocol 4.9, 4.13).</summary>
public static class EmptyAnswers
{
    private const string SignIn = "signin/";

    private static readonly string[] Names =
    [
        "actionableMessage/executeAction",
        "fileConsent/invoke",
        "message/submitAction",
        "suggestedActions/submit",
        "tab/submit",
    ];

    /// <summary>Tells whether the request is one of them.</summary>
    public static bool Suit(string? name) =>
        name is not null && (name.StartsWith(SignIn, StringComparison.Ordinal) || Names.Contains(name, StringComparer.Ordinal));
}
