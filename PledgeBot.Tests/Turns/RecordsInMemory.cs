using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Tests.Turns;

/// <summary>The records of one partnership in memory: what a turn committed, and nothing of one that did not.</summary>
internal sealed class RecordsInMemory(Partnership partnership) : IPartnershipRecords
{
    public Partnership Partnership { get; set; } = partnership;

    public Dictionary<MemoryKey, string> Memory { get; } = [];

    public Dictionary<(string Kind, string Key), DueWork> Work { get; } = [];

    public Dictionary<PhotoId, Photo> Photos { get; } = [];

    public Dictionary<PollId, BallotBox> Boxes { get; } = [];

    public Dictionary<RecordNumber, DecisionDocument> Documents { get; } = [];

    public Dictionary<string, ReceivedActivity> Received { get; } = [];

    public Dictionary<Domain.Members.MemberId, Contact> Contacts { get; } = [];

    public Roster? Roster { get; set; }

    public MeetingPlace Place { get; set; } = ChannelPlace.Of(
        partnership.Id,
        "tenant",
        "19:team",
        new ConversationReference("http://localhost:3978/connector/", "19:channel", "28:bot", "tenant", ConversationTypes.Channel));

    public Task<ITurn> BeginTurnAsync(PartnershipId partnership, CancellationToken cancellationToken) => Task.FromResult<ITurn>(new TurnInMemory(this));

    public Task<Partnership> ReadAsync(PartnershipId partnership, CancellationToken cancellationToken) => Task.FromResult(Partnership);

    public Task<BallotBox> ReadBallotsAsync(PartnershipId partnership, PollId poll, CancellationToken cancellationToken) =>
        Task.FromResult(Boxes.GetValueOrDefault(poll, BallotBox.Empty));

    public Task<DecisionDocument?> FindDocumentAsync(PartnershipId partnership, RecordNumber number, CancellationToken cancellationToken) =>
        Task.FromResult(Documents.GetValueOrDefault(number));

    public Task<Photo?> FindPhotoAsync(PartnershipId partnership, PhotoId photo, CancellationToken cancellationToken) =>
        Task.FromResult(Photos.GetValueOrDefault(photo));
}
