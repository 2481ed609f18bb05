namespace PledgeBot.Recount.Polls;

/// <summary>What was fixed before a poll opened, besides its options and places.</summary>
/// <param name="Exactly">Whether a ballot that does not abstain has to fill all places; otherwise at least one.</param>
/// <param name="MayAbstain">Whether a ballot may be without picks.</param>
/// <param name="IsSecret">Whether ballots are kept apart from voters.</param>
/// <param name="Share">How many of the roll have to answer.</param>
/// <param name="BothParties">Whether at least one of each party has to answer.</param>
internal sealed record PollRules(bool Exactly, bool MayAbstain, bool IsSecret, QuorumShare Share, bool BothParties);
