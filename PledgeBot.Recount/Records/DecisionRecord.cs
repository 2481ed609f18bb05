using PledgeBot.Recount.Polls;

namespace PledgeBot.Recount.Records;

/// <summary>What of a decision record matters to the count.</summary>
/// <param name="StatedChecksum">The checksum that the file states.</param>
/// <param name="Checksum">The checksum of the record as it stands in the file.</param>
/// <param name="Number">The partnership's running number of the decision.</param>
/// <param name="Corrects">The number of the decision that this one corrects, if any.</param>
/// <param name="Walk">The walk that the candidates came from.</param>
/// <param name="Polls">The polls in the order they opened.</param>
/// <param name="Withdrawn">Candidates withdrawn while the group chose.</param>
/// <param name="Settlements">How places were given that no poll decided, in order.</param>
/// <param name="Returned">What a party returned, in order.</param>
/// <param name="Replaced">Measures that turned out impossible after they were decided, in order.</param>
/// <param name="Recommended">What the group recommended in the end.</param>
internal sealed record DecisionRecord(
    string StatedChecksum,
    string Checksum,
    string Number,
    string? Corrects,
    string Walk,
    IReadOnlyList<Poll> Polls,
    IReadOnlyList<string> Withdrawn,
    IReadOnlyList<Settlement> Settlements,
    IReadOnlyList<string> Returned,
    IReadOnlyList<string> Replaced,
    IReadOnlyList<string> Recommended);
