using System.Diagnostics.CodeAnalysis;

namespace PledgeBot.Domain.Partnerships;

/// <summary>Identifies a partnership: one municipality and its local police area.</summary>
/// <param name="Value">The identifier; time-ordered, so rows stay in the order they were made.</param>
public readonly record struct PartnershipId(Guid Value) : IParsable<PartnershipId>
{
    /// <summary>Makes an identifier that nothing else has.</summary>
    public static PartnershipId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <inheritdoc/>
    public static PartnershipId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PartnershipId result)
    {
        bool parsed = Guid.TryParse(s, provider, out Guid value);
        result = new PartnershipId(value);
        return parsed;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}
