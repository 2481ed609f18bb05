using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Records;

/// <summary>What is kept of every partnership, on disk.</summary>
public interface IPartnershipRecords
{
    /// <summary>Begins a turn: everything it keeps is kept together, or nothing is.</summary>
    /// <remarks>
    /// Turns of one partnership run one after the other, so what a turn reads stays true until it is committed or
    /// disposed. A turn that is disposed without <see cref="ITurn.CommitAsync"/> leaves no trace.
    /// </remarks>
    /// <param name="partnership">The partnership; one that nothing is kept of yet is empty.</param>
    /// <param name="cancellationToken">Gives up waiting for the turn.</param>
    Task<ITurn> BeginTurnAsync(PartnershipId partnership, CancellationToken cancellationToken);

    /// <summary>Reads a partnership's present state, without holding anything up.</summary>
    Task<Partnership> ReadAsync(PartnershipId partnership, CancellationToken cancellationToken);

    /// <summary>Reads a poll's ballots as they are now; an empty box when there are none.</summary>
    Task<BallotBox> ReadBallotsAsync(PartnershipId partnership, PollId poll, CancellationToken cancellationToken);

    /// <summary>Reads a record of decision; nothing when there is none with the number.</summary>
    Task<DecisionDocument?> FindDocumentAsync(PartnershipId partnership, RecordNumber number, CancellationToken cancellationToken);

    /// <summary>Reads a photo; nothing when there is none.</summary>
    Task<Photo?> FindPhotoAsync(PartnershipId partnership, PhotoId photo, CancellationToken cancellationToken);
}
