using PledgeBot.Domain.Members;

namespace PledgeBot.Domain.Polls;

/// <summary>That a ballot was not cast by its member, but recorded (antecknad) for them.</summary>
/// <param name="By">The coordinator who recorded it.</param>
/// <param name="Manner">How the member told it.</param>
public sealed record BallotRecording(MemberId By, Manner Manner);
