using System.Diagnostics.CodeAnalysis;

namespace PledgeBot.Domain.Members;

/// <summary>Identifies a member of the partnership. Events carry this, never a name.</summary>
/// <param name="Value">The identifier; time-ordered, so rows stay in the order they were made.</param>
public readonly record struct MemberId(Guid Value) : IParsable<MemberId>
{
    /// <summary>Makes an identifier that nothing else has.</summary>
    public static MemberId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <inheritdoc/>
    public static MemberId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MemberId result)
    {
        bool parsed = Guid.TryParse(s, provider, out Guid value);
        result = new MemberId(value);
        return parsed;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}
