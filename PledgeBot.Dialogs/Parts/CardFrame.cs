using System.Globalization;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Parts;

/// <summary>What every card has in common: its version, its language, and the words for those who cannot see it.</summary>
internal static class CardFrame
{
    /// <summary>The most buttons that Teams shows under a card.</summary>
    public const int MostActions = 6;

    /// <summary>Makes a card.</summary>
    /// <param name="summary">What the card says in a sentence, where it cannot be shown.</param>
    /// <param name="body">What it shows, from top to bottom.</param>
    /// <param name="actions">Its buttons, at most <see cref="MostActions"/>; none for no buttons.</param>
    /// <param name="refresh">How viewers get their own; nothing when everybody sees the same.</param>
    public static AdaptiveCard Of(
        string summary,
        IReadOnlyList<CardElement> body,
        IReadOnlyList<AdaptiveAction>? actions = null,
        CardRefresh? refresh = null) => new()
        {
            Lang = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            FallbackText = NoLinks.In(summary),
            Body = [.. body.Select(NoLinks.In)],
            Actions = actions is { Count: > 0 } ? actions : null,
            Refresh = refresh,
        };
}
