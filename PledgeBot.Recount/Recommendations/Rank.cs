namespace PledgeBot.Recount.Recommendations;

/// <summary>Options that nothing has told apart.</summary>
/// <param name="Options">Their references.</param>
/// <param name="MayTake">Whether they may be recommended: they got votes in a quorate poll, or were settled on.</param>
/// <param name="MayLeaveOpen">
/// Whether a place that they share may stay free: nobody picked them in a run-off that filled fewer places than it had.
/// </param>
internal sealed record Rank(IReadOnlyList<string> Options, bool MayTake, bool MayLeaveOpen = false);
