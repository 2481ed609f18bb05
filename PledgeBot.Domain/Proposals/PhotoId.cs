using System.Diagnostics.CodeAnalysis;

namespace PledgeBot.Domain.Proposals;

/// <summary>Identifies a photo of a place; the pictures themselves lie in storage.</summary>
/// <param name="Value">The identifier; time-ordered, so rows stay in the order they were made.</param>
public readonly record struct PhotoId(Guid Value) : IParsable<PhotoId>
{
    /// <summary>Makes an identifier that nothing else has.</summary>
    public static PhotoId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <inheritdoc/>
    public static PhotoId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PhotoId result)
    {
        bool parsed = Guid.TryParse(s, provider, out Guid value);
        result = new PhotoId(value);
        return parsed;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}
