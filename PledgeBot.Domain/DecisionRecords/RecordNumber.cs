using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PledgeBot.Domain.DecisionRecords;

/// <summary>The running number of a record of decision (beslutsprotokoll), <c>2026:1</c>: from 1 in each year of the partnership.</summary>
/// <param name="Year">The year it was made, local time in Sweden.</param>
/// <param name="Number">Its number that year, from 1.</param>
public readonly record struct RecordNumber(int Year, int Number) : IParsable<RecordNumber>
{
    /// <inheritdoc/>
    public static RecordNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out RecordNumber number) ? number : throw new FormatException("A record's number looks like 2026:1.");

    /// <summary>Reads <c>2026:1</c>, or <c>2026-1</c> as in an address.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RecordNumber result)
    {
        result = default;
        string[] parts = (s ?? "").Trim().Split(':', '-');
        if (parts is not [{ Length: 4 } year, { Length: > 0 and <= 6 } number]
            || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out int inYear)
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int which)
            || which == 0)
        {
            return false;
        }

        result = new RecordNumber(inYear, which);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}:{Number}");
}
