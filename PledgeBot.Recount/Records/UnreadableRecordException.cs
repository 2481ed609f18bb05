namespace PledgeBot.Recount.Records;

/// <summary>A file is not a decision record. The message is a sentence for who runs the command.</summary>
/// <param name="message">The sentence.</param>
internal sealed class UnreadableRecordException(string message) : Exception(message);
