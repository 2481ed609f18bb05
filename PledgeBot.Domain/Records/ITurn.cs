using System.Collections.Immutable;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Records;

/// <summary>One turn: a single transaction over one partnership's records.</summary>
/// <remarks>Not for use by several threads at once. Nothing is on disk before <see cref="CommitAsync"/> has returned.</remarks>
public interface ITurn : IAsyncDisposable
{
    /// <summary>Gets the partnership's state, with what this turn has appended folded in.</summary>
    Partnership Partnership { get; }

    /// <summary>Appends events to the log.</summary>
    /// <param name="events">What happened, in order.</param>
    /// <param name="moment">Who caused it, and when.</param>
    void Append(ImmutableArray<PartnershipEvent> events, Moment moment);

    /// <summary>Reads a poll's ballots, with what this turn has cast.</summary>
    Task<BallotBox> ReadBallotsAsync(PollId poll, CancellationToken cancellationToken);

    /// <summary>Stores a ballot in place of the member's earlier one, of which nothing remains.</summary>
    /// <remarks>
    /// Of a secret poll it is stored apart that the member has answered and what: the two are joined only by the poll's key, which
    /// <see cref="DestroyBallots"/> destroys, and when it was cast is not kept.
    /// </remarks>
    void Cast(PollId poll, Ballot ballot);

    /// <summary>Removes a member's ballot, of which nothing remains; one that is not there changes nothing.</summary>
    void Discard(PollId poll, MemberId member);

    /// <summary>
    /// Removes every ballot of a poll, and the key of a secret one: the closing event has what was counted. The second time nothing
    /// happens.
    /// </summary>
    void DestroyBallots(PollId poll);

    /// <summary>Keeps a record of decision for good. A number that is kept already is refused when the turn is committed.</summary>
    void Keep(DecisionDocument document);

    /// <summary>Finds what was answered when an activity came the first time; nothing if it has not come before.</summary>
    /// <param name="key">What identifies the activity to its channel; at most 400 characters.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ReceivedActivity?> FindReceivedAsync(string key, CancellationToken cancellationToken);

    /// <summary>Notes that an activity has come, and what it was answered.</summary>
    /// <remarks>Kept for at least a day; older notes are cleared away.</remarks>
    void MarkReceived(string key, ReceivedActivity received);

    /// <summary>Recalls what a conversation remembered; nothing if it did not.</summary>
    Task<string?> RecallAsync(MemoryKey key, CancellationToken cancellationToken);

    /// <summary>Remembers something for a conversation in place of what was there.</summary>
    /// <param name="key">What it is.</param>
    /// <param name="value">The JSON to remember; nothing forgets it.</param>
    void Remember(MemoryKey key, string? value);

    /// <summary>Puts work on the list for later.</summary>
    /// <remarks>
    /// Work with the same kind and key that still waits to be taken is kept once, with the earlier of the two due times and
    /// the payload of the new one.
    /// </remarks>
    void Schedule(DueWork work);

    /// <summary>Takes work that still waits off the list; work that is not there changes nothing.</summary>
    void Unschedule(string kind, string key);

    /// <summary>Notes that taken work is done, with its outcome. Its payload is not kept.</summary>
    void Complete(TakenWork work, string outcome, DateTimeOffset now);

    /// <summary>Puts a contact in the directory in place of the member's earlier one.</summary>
    void Enter(Contact contact);

    /// <summary>Enters where the partnership meets, in place of what was entered before.</summary>
    void Enter(MeetingPlace place);

    /// <summary>Reads who is in the team; nothing if that was never read from the channel.</summary>
    Task<Roster?> ReadRosterAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Puts the team's roster in place of the earlier one. Contacts get the names and accounts that it tells, and those whose
    /// account it lacks have left.
    /// </summary>
    /// <param name="roster">The whole roster, with from 1 to <see cref="Roster.MostPeople"/> people.</param>
    void Replace(Roster roster);

    /// <summary>Stores a photo.</summary>
    void Add(Photo photo);

    /// <summary>Removes a photo that nothing in the log refers to; one that is not there changes nothing.</summary>
    void Remove(PhotoId photo);

    /// <summary>Makes everything durable, at once. The turn is over after that.</summary>
    Task CommitAsync(CancellationToken cancellationToken);
}
