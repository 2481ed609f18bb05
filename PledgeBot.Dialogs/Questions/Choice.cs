namespace PledgeBot.Dialogs.Questions;

/// <summary>Something that can be chosen.</summary>
/// <param name="Value">The canonical answer; without commas, and not a number.</param>
/// <param name="Label">The words.</param>
internal sealed record Choice(string Value, string Label);
