using System.Collections.Immutable;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Members;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Photos;
using PledgeBot.Dialogs.SetUp;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;

namespace PledgeBot.Dialogs.Turns;

/// <summary>One turn of the conversation: who said what where, and everything the answer needs.</summary>
/// <remarks>What is said and shown here is sent after the turn has been committed, never before.</remarks>
/// <param name="activity">What came in.</param>
/// <param name="records">The partnership's records, in the turn's transaction.</param>
/// <param name="place">Where the partnership meets.</param>
/// <param name="member">Who speaks: from the partnership's own list, found by the account that the channel vouches for.</param>
/// <param name="contacts">The names and accounts of the members.</param>
/// <param name="now">The present.</param>
internal sealed class TurnContext(
    Activity activity,
    ITurn records,
    MeetingPlace place,
    Member member,
    IReadOnlyList<Contact> contacts,
    DateTimeOffset now)
{
    private VerbAnswer? _saidAway;
    private DueWork? _answer;

    /// <summary>Gets what came in.</summary>
    public Activity Activity => activity;

    /// <summary>Gets the partnership's records, in the turn's transaction.</summary>
    public ITurn Records => records;

    /// <summary>Gets where the partnership meets.</summary>
    public MeetingPlace Place => place;

    /// <summary>Gets who speaks.</summary>
    /// <remarks>Where a partnership is still to be formed it is a member without duties who is on no list.</remarks>
    public Member Member => member;

    /// <summary>Gets the account that speaks, as the channel vouches for it.</summary>
    public ChannelAccount Speaker { get; } = activity.From ?? new ChannelAccount();

    /// <summary>Gets the names and accounts of the members.</summary>
    public IReadOnlyList<Contact> Contacts => contacts;

    /// <summary>Gets the present.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Gets the ballots of the open polls, as they were when <see cref="ReadOpenBoxesAsync"/> last read them in this turn.</summary>
    public IReadOnlyDictionary<PollId, BallotBox> Boxes { get; private set; } = ImmutableDictionary<PollId, BallotBox>.Empty;

    /// <summary>
    /// Gets or sets whether the answer is kept, so that the same request gets the same again. One that holds another member's picks
    /// is not; the request that it answers is of a kind that can be answered anew without harm.
    /// </summary>
    public bool KeepsAnswer { get; set; } = true;

    /// <summary>Gets the picture that came with the message.</summary>
    public PhotoSent Photo { get; init; } = PhotoSent.Nothing;

    /// <summary>Gets what the channel says of the one who opens or sends the form of the set-up.</summary>
    public FounderStanding Founder { get; init; } = new FounderStanding.Unknown();

    /// <summary>Gets whether the picture has found its use, or the member has been told why not.</summary>
    public bool IsPhotoTaken { get; private set; }

    /// <summary>
    /// Gets whether the member speaks where another partnership meets: then nothing of this one is posted there, and what is said
    /// is for the member alone.
    /// </summary>
    public bool IsAway { get; init; }

    /// <summary>Gets whether the speaker is a member of several partnerships that this could have been about.</summary>
    public bool IsOneOfSeveral { get; init; }

    /// <summary>Gets whether the message that holds the pressed card is replaced.</summary>
    public bool ReplacesPressedCard { get; private set; }

    /// <summary>Gets the partnership's state, with this turn's events.</summary>
    public Partnership Partnership => records.Partnership;

    /// <summary>Gets whether the member speaks with the bot alone, and not in the channel.</summary>
    public bool IsPersonal { get; } = activity.IsPersonal();

    /// <summary>Gets where an answer goes: the thread or chat that the activity came from.</summary>
    public ConversationReference Conversation { get; } = ConversationReference.From(activity);

    /// <summary>Has a command decided and, if it stands, appends its events and schedules what follows from them.</summary>
    /// <returns>Why the command was refused; nothing if it stands.</returns>
    public Refusal? Do(Command command)
    {
        var moment = new Moment(member.Id, now);
        switch (Partnership.Decide(command, moment))
        {
            case Decision.Refused refused:
                return refused.Reason;
            case Decision.Accepted accepted:
                records.Append(accepted.Events, moment);
                Consequences.Schedule(records, accepted.Events, now);
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Takes the picture that came with the message.</summary>
    public PhotoSent TakePhoto()
    {
        IsPhotoTaken = true;
        return Photo;
    }

    /// <summary>Answers with a text, where the member spoke. Light markdown: bold, italic, lists.</summary>
    public void Say(string text) => Send(new VerbAnswer.Message(text), Activity.Message(NoLinks.In(text)));

    /// <summary>Answers with a card, where the member spoke.</summary>
    /// <param name="card">The card.</param>
    /// <param name="summary">What a notification and a screen reader say of it.</param>
    public void Show(AdaptiveCard card, string summary) => Send(new VerbAnswer.Card(card, summary), Activity.WithCard(card, summary));

    /// <summary>Adds a text to what was answered last, so that one action gives one message; it is the answer when there is none.</summary>
    public void AddToAnswer(string text)
    {
        if (_answer is null)
        {
            Say(text);
            return;
        }

        Activity answer = SendWork.Read(_answer).Activity;
        if (answer.Attachments is [{ Content: { } content }])
        {
            AdaptiveCard card = CardJson.Read(content);
            answer = Activity.WithCard(card with { Body = [.. card.Body, NoLinks.In(Line.Of(text))] }, answer.Summary ?? text);
        }
        else
        {
            answer = Activity.Message($"{answer.Text}\n\n{NoLinks.In(text)}");
        }

        // The work with the same key takes the place of the one that waits.
        _answer = _answer with { Payload = SendWork.To(Conversation, answer, now).Payload };
        records.Schedule(_answer);
    }

    /// <summary>Replaces the message that holds the pressed card, so that it shows the same after a reload.</summary>
    public void ReplacePressedCard(AdaptiveCard card, string summary)
    {
        if (activity.ReplyToId is { } pressed && !IsAway)
        {
            records.Schedule(SendWork.Replace(Conversation, pressed, Activity.WithCard(card, summary), now));
            ReplacesPressedCard = true;
        }
    }

    /// <summary>Gets what a presser gets back: the answer itself, or what was said meanwhile to one who is away.</summary>
    public VerbAnswer? OwnAnswerTo(VerbAnswer? answer) => answer is VerbAnswer.InChat ? _saidAway ?? answer : answer;

    /// <summary>Reads the ballots of every open poll, for a status.</summary>
    public async Task<IReadOnlyDictionary<PollId, BallotBox>> ReadOpenBoxesAsync(CancellationToken cancellationToken) =>
        Boxes = await OpenBoxes.ReadAsync(records, now, cancellationToken);

    /// <summary>Gets the team that the partnership meets in; nothing of it before <see cref="ReadTeamAsync"/>.</summary>
    public Team Team { get; private set; } = Team.Unknown;

    /// <summary>Reads the team from the records. If that is old, the channel is asked for it soon.</summary>
    public async Task ReadTeamAsync(CancellationToken cancellationToken)
    {
        Team = await Team.ReadAsync(records, cancellationToken);
        if (Team.IsOldAt(now))
        {
            records.Schedule(TeamReading.Due(now));
        }
    }

    /// <summary>Gets what the speaker's own cards are drawn from.</summary>
    public async Task<CardView> ViewAsync(CancellationToken cancellationToken) =>
        new(Partnership, await ReadOpenBoxesAsync(cancellationToken), contacts, member, now);

    private void Send(VerbAnswer answer, Activity message)
    {
        if (IsAway)
        {
            _saidAway = answer;
        }
        else
        {
            _answer = SendWork.To(Conversation, message, now);
            records.Schedule(_answer);
        }
    }
}
