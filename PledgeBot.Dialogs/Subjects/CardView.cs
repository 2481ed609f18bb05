using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;

namespace PledgeBot.Dialogs.Subjects;

/// <summary>What a card is drawn from. The same view draws the same card.</summary>
/// <param name="Partnership">The state.</param>
/// <param name="Boxes">The ballots of the open polls.</param>
/// <param name="Contacts">The names and accounts of the members.</param>
/// <param name="Viewer">Who looks; nothing for the card that everybody gets.</param>
/// <param name="Now">The present.</param>
internal sealed record CardView(
    Partnership Partnership,
    IReadOnlyDictionary<PollId, BallotBox> Boxes,
    IReadOnlyList<Contact> Contacts,
    Member? Viewer,
    DateTimeOffset Now)
{
    /// <summary>Gets the ballots of a poll; an empty box for one that is not open.</summary>
    public BallotBox BoxOf(PollId poll) => Boxes.TryGetValue(poll, out BallotBox? box) ? box : BallotBox.Empty;

    /// <summary>Gets the channel accounts of members, for the views that differ from everybody's.</summary>
    public IReadOnlyList<string> AccountsOf(IEnumerable<MemberId> members)
    {
        HashSet<MemberId> wanted = [.. members];
        return [.. Contacts.Where(contact => wanted.Contains(contact.Member)).Select(contact => contact.ChannelAccountId).OfType<string>()];
    }
}
