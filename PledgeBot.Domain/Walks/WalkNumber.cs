using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PledgeBot.Domain.Walks;

/// <summary>A walk's number in its partnership, written <c>V3</c> so that it can be read aloud.</summary>
/// <param name="Value">The number, from 1. The default value, 0, is no walk.</param>
public readonly record struct WalkNumber(int Value) : IParsable<WalkNumber>
{
    /// <inheritdoc/>
    public static WalkNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out WalkNumber number) ? number : throw new FormatException("A walk's number looks like V3.");

    /// <summary>Reads <c>V3</c>, <c>v3</c> or <c>3</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WalkNumber result)
    {
        ReadOnlySpan<char> text = s.AsSpan().Trim();
        if (text is ['V' or 'v', .. var digits])
        {
            text = digits;
        }

        bool parsed = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value > 0;
        result = new WalkNumber(parsed ? value : 0);
        return parsed;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"V{Value}");
}
