namespace PledgeBot.Recount.Polls;

/// <summary>Somebody on a poll's roll.</summary>
/// <param name="Number">The voter's number in the record.</param>
/// <param name="Party">Whom the voter belongs to.</param>
internal readonly record struct Voter(int Number, Party Party);
