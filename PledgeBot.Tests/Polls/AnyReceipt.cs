using System.Text.RegularExpressions;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Tests.Polls;

/// <summary>Receipts are drawn at random, so texts are compared without them.</summary>
internal static partial class AnyReceipt
{
    /// <summary>Puts one mark in the place of every receipt that a text shows in bold.</summary>
    public static string Hide(string text) =>
        Shown().Replace(text, shown => Receipt.TryParse(shown.Groups["words"].Value, null, out _) ? $"**{shown.Groups["command"].Value}…**" : shown.Value);

    [GeneratedRegex(@"\*\*(?<command>kvitto |receipt )?(?<words>\p{L}+ \p{L}+)\*\*")]
    private static partial Regex Shown();
}
