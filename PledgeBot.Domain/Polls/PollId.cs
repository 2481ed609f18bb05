using System.Diagnostics.CodeAnalysis;

namespace PledgeBot.Domain.Polls;

/// <summary>Identifies a poll in storage and in card data.</summary>
/// <param name="Value">The identifier; time-ordered, so rows stay in the order they were made.</param>
public readonly record struct PollId(Guid Value) : IParsable<PollId>
{
    /// <summary>Makes an identifier that nothing else has.</summary>
    public static PollId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <inheritdoc/>
    public static PollId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PollId result)
    {
        bool parsed = Guid.TryParse(s, provider, out Guid value);
        result = new PollId(value);
        return parsed;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}
