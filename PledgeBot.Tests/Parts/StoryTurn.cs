using System.Collections.Immutable;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.Parts;

/// <summary>A turn of a <see cref="Story"/>: what it appends happens in the story, and what it says is kept to look at.</summary>
internal sealed class StoryTurn : ITurn
{
    private readonly Story _story;
    private readonly List<DueWork> _work = [];

    public StoryTurn(Story story, MemberId speaker)
    {
        _story = story;
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            ServiceUrl = "http://localhost/",
            Conversation = new ConversationAccount { Id = "a:chat", ConversationType = ConversationTypes.Personal },
            Recipient = new ChannelAccount { Id = "28:bot" },
        };
        Context = new TurnContext(
            activity,
            this,
            new MeetingPlace(story.Partnership.Id, "tenant", "team", "{}"),
            story.Partnership.FindMember(speaker)!,
            [],
            story.Now);
    }

    public TurnContext Context { get; }

    public Partnership Partnership => _story.Partnership;

    /// <summary>Gets the answers, in order: the text of each message, or the words on its card.</summary>
    public IEnumerable<string> Answers => _work
        .Where(work => work.Kind == WorkKinds.Send)
        .Select(work => SendWork.Read(work).Activity)
        .Select(activity => activity.Text ?? CardRules.TextOf(CardJson.Read(activity.Attachments![0].Content!.Value)));

    public void Append(ImmutableArray<PartnershipEvent> events, Moment moment)
    {
        foreach (PartnershipEvent happened in events)
        {
            _story.Happen(happened, moment.By);
        }
    }

    public Task<BallotBox> ReadBallotsAsync(PollId poll, CancellationToken cancellationToken) => Task.FromResult(_story.BoxOf(poll));

    public void Discard(PollId poll, MemberId member) => throw new NotSupportedException();

    public void DestroyBallots(PollId poll)
    {
        // The story keeps its boxes, to look at them.
    }

    public void Keep(DecisionDocument document) => throw new NotSupportedException();

    public void Schedule(DueWork work) => _work.Add(work);

    public void Unschedule(string kind, string key) => _work.RemoveAll(work => work.Kind == kind && work.Key == key);

    public void Cast(PollId poll, Ballot ballot) => throw new NotSupportedException("Votes are cast in the story.");

    public Task<ReceivedActivity?> FindReceivedAsync(string key, CancellationToken cancellationToken) =>
        Task.FromResult<ReceivedActivity?>(null);

    public void MarkReceived(string key, ReceivedActivity received)
    {
    }

    public Task<string?> RecallAsync(MemoryKey key, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public void Remember(MemoryKey key, string? value)
    {
    }

    public void Complete(TakenWork work, string outcome, DateTimeOffset now)
    {
    }

    public void Enter(Contact contact)
    {
    }

    public void Enter(MeetingPlace place)
    {
    }

    public Task<Roster?> ReadRosterAsync(CancellationToken cancellationToken) => Task.FromResult<Roster?>(null);

    public void Replace(Roster roster)
    {
    }

    public void Add(Photo photo)
    {
    }

    public void Remove(PhotoId photo)
    {
    }

    public Task CommitAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
