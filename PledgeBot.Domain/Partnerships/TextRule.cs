namespace PledgeBot.Domain.Partnerships;

/// <summary>The rule for every text that somebody writes. Texts are judged, and kept, without the blanks around them.</summary>
internal static class TextRule
{
    /// <summary>Gives the reason why a text that is needed cannot be kept; nothing when it can.</summary>
    public static Refusal? Required(TextField field, string trimmed, int longest) =>
        trimmed.Length == 0 ? new TextMissing(field) : Optional(field, trimmed, longest);

    /// <summary>Gives the reason why a text that may be left out cannot be kept; nothing when it can.</summary>
    public static Refusal? Optional(TextField field, string trimmed, int longest) =>
        trimmed.Length > longest ? new TextTooLong(field, longest, trimmed.Length) : null;
}
