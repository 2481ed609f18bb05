namespace PledgeBot.Dialogs.Subjects;

/// <summary>What a card in the channel is about. Of each subject the channel has one message, kept up to date.</summary>
/// <param name="Kind">The kind of subject: <c>walk</c>, <c>poll</c>, <c>decision</c>, <c>measure</c>.</param>
/// <param name="Key">Which one of its kind.</param>
internal readonly record struct CardSubject(string Kind, string Key)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; nothing if it is something else.</summary>
    public static CardSubject? Parse(string? text) =>
        text?.IndexOf('/', StringComparison.Ordinal) is { } slash and > 0 ? new CardSubject(text[..slash], text[(slash + 1)..]) : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}/{Key}";
}
