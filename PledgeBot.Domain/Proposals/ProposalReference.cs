using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Proposals;

/// <summary>
/// A proposal's readable reference, <c>V1-03</c>. The measure that a chosen proposal becomes keeps it, so one reference
/// follows the matter from the walk to the public account.
/// </summary>
/// <param name="Walk">The walk it was made on.</param>
/// <param name="Number">Its number on that walk, from 1.</param>
public readonly record struct ProposalReference(WalkNumber Walk, int Number) : IParsable<ProposalReference>, IComparable<ProposalReference>
{
    /// <summary>Compares by walk, then by number.</summary>
    public static bool operator <(ProposalReference left, ProposalReference right) => left.CompareTo(right) < 0;

    /// <summary>Compares by walk, then by number.</summary>
    public static bool operator >(ProposalReference left, ProposalReference right) => left.CompareTo(right) > 0;

    /// <summary>Compares by walk, then by number.</summary>
    public static bool operator <=(ProposalReference left, ProposalReference right) => left.CompareTo(right) <= 0;

    /// <summary>Compares by walk, then by number.</summary>
    public static bool operator >=(ProposalReference left, ProposalReference right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public static ProposalReference Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out ProposalReference reference) ? reference : throw new FormatException("A reference looks like V1-03.");

    /// <summary>Reads <c>V1-03</c>, <c>v1-3</c> and the like.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProposalReference result)
    {
        result = default;
        string text = (s ?? "").Trim();
        int dash = text.IndexOfAny(['-', '–']);
        if (dash <= 0
            || !WalkNumber.TryParse(text[..dash], provider, out WalkNumber walk)
            || !int.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || number <= 0)
        {
            return false;
        }

        result = new ProposalReference(walk, number);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(ProposalReference other) => (Walk.Value, Number).CompareTo((other.Walk.Value, other.Number));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Walk}-{Number:00}");
}
