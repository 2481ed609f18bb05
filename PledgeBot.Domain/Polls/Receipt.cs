using System.Diagnostics.CodeAnalysis;

namespace PledgeBot.Domain.Polls;

/// <summary>
/// What a voter can find their ballot by among the counted ones: two words, drawn at random, with a blank between. A poll has each
/// receipt once; a member keeps theirs when they change their vote. It says nothing about who has it.
/// </summary>
public readonly record struct Receipt : IParsable<Receipt>
{
    private readonly string? _words;

    private Receipt(string words) => _words = words;

    /// <summary>How many receipts there are.</summary>
    public static int Count => ReceiptWords.All.Length * ReceiptWords.All.Length;

    /// <summary>Gets the receipt with the given number, from 0 and less than <see cref="Count"/>.</summary>
    public static Receipt Numbered(int number) =>
        new($"{ReceiptWords.All[number / ReceiptWords.All.Length]} {ReceiptWords.All[number % ReceiptWords.All.Length]}");

    /// <inheritdoc/>
    public static Receipt Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out Receipt receipt) ? receipt : throw new FormatException("A receipt is two words of the list.");

    /// <summary>Reads two words of the list, in any case and with any blanks around them.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Receipt result)
    {
        result = default;
        string[] words = (s ?? "").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var first, var second] || ReceiptWords.Find(first) is not { } one || ReceiptWords.Find(second) is not { } two)
        {
            return false;
        }

        result = new Receipt($"{one} {two}");
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => _words ?? "";
}
