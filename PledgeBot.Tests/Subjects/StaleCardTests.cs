using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Activities;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Subjects;

/// <summary>
/// Cards stay in the chat for years. Whatever is pressed on one that is older than the state gives a sentence or the present card, by
/// both kinds of button, and changes nothing that has been settled.
/// </summary>
public sealed class StaleCardTests : IDisposable
{
    private static readonly MemberId[] Pressers = [A.Coordinator, A.Streets, A.RescueService, A.Chief];

    private static readonly string[] Texts =
    [
        "hjälp", "hej", "status", "vandringar", "V1", "förslag V1", "V1-01", "omröstning", "beslut", "åtgärder", "åtgärd V1-01", "löftet",
        "förhandsvisa veckan", "planera vandring", "bedöm V1", "obegripligt",
    ];

    private static readonly string[] Answers = ["nytt förslag V1", "Gångtunneln", "belysning", "Mörkt", "Måla tunneln vit", "hoppa över"];

    private static readonly Lazy<Task<(List<AdaptiveCard> Cards, Story End)>> Played = new(PlayAsync);

    private readonly CultureScope _culture = CultureScope.For("sv");

    public void Dispose() => _culture.Dispose();

    public static TheoryData<string> Scopes => [ConversationTypes.Personal, ConversationTypes.GroupChat, ConversationTypes.Channel];

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task Press_EveryButtonOfEveryOldCard_HarmsNothing(string scope)
    {
        (List<AdaptiveCard> old, Story end) = await Played.Value;
        AdaptiveAction[] actions = [.. old.SelectMany(CardActions.Of).DistinctBy(CardActions.Write)];
        string[] verbs = [.. actions.OfType<ExecuteAction>().Select(action => action.Verb).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(CardActions.VerbsOfCards, verbs);

        foreach (MemberId presser in Pressers)
        {
            var records = new RecordsInMemory(end.Partnership);
            using var chat = new Chat(records, end.Now);
            foreach (AdaptiveAction action in actions)
            {
                // Nothing is chosen, as on a card whose inputs the client has lost.
                Said pressed = await chat.PressAsync(scope, presser, action);
                Assert.True(IsAnswered(pressed), CardActions.Write(action));
                if (action is ExecuteAction { Fallback: not null } execute)
                {
                    Said submitted = await chat.SubmitAsync(scope, presser, execute);
                    Assert.True(IsAnswered(submitted), CardActions.Write(action));
                }
            }

            Assert.Equal(end.Partnership.Version, records.Partnership.Version);
            Assert.Empty(records.Boxes);
        }
    }

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task Press_EveryButtonForSomethingThatIsNotThere_GivesASentence(string scope)
    {
        // As when a card was forwarded from a partnership that has more, and its stamp was lost.
        (List<AdaptiveCard> cards, _) = await Played.Value;
        var records = new RecordsInMemory(A.Story().Partnership);
        using var chat = new Chat(records, A.Noon);
        long before = records.Partnership.Version;

        foreach (AdaptiveAction action in cards.SelectMany(CardActions.Of).DistinctBy(CardActions.Write))
        {
            Assert.True(IsAnswered(await chat.PressAsync(scope, A.Coordinator, action)), CardActions.Write(action));
            if (action is ExecuteAction { Fallback: not null } execute)
            {
                Assert.True(IsAnswered(await chat.SubmitAsync(scope, A.Coordinator, execute)), CardActions.Write(action));
            }
        }

        Assert.Equal(before, records.Partnership.Version);
    }

    [Fact]
    public async Task Buttons_OfEveryCard_HaveAFallbackThatSaysTheSame()
    {
        (List<AdaptiveCard> cards, _) = await Played.Value;

        foreach (ExecuteAction button in cards.SelectMany(CardActions.Of).OfType<ExecuteAction>().Where(action => action.Title is not null))
        {
            var fallback = Assert.IsType<SubmitAction>(button.Fallback);
            Assert.Equal((button.Title, button.Verb), (fallback.Title, fallback.Data!["verb"]!.GetValue<string>()));
            Assert.All(button.Data ?? [], pair => Assert.Equal(pair.Value!.ToJsonString(), fallback.Data![pair.Key]!.ToJsonString()));
        }
    }

    [Fact]
    public async Task Press_EveryButtonOfEveryPresentCard_DoesTheSameByBothKinds()
    {
        Story story = A.Story();
        story.Decide();
        story.OpenPoll(story.WalkWithCandidates(3));
        WalkNumber recommended = story.WalkWithCandidates(1);
        story.Do(new RecommendWithoutPoll(recommended), A.Coordinator);
        List<AdaptiveCard> cards = [];
        await CollectAsync(story, cards);
        foreach (MemberId presser in Pressers)
        {
            foreach (ExecuteAction button in cards.SelectMany(CardActions.Of).OfType<ExecuteAction>().Where(action => action.Fallback is not null).DistinctBy(CardActions.Write))
            {
                (string, string)[] inputs = button.Verb == "poll.vote" ? [("picks", "V2-01,V2-02")] : [("proposal", "V2-01")];
                var executed = new RecordsInMemory(story.Partnership);
                var submitted = new RecordsInMemory(story.Partnership);
                using var one = new Chat(executed, story.Now);
                using var other = new Chat(submitted, story.Now);

                await one.PressAsync(ConversationTypes.Channel, presser, button, inputs);
                await other.SubmitAsync(ConversationTypes.Channel, presser, button, inputs);

                Assert.Equal(executed.Partnership.Version, submitted.Partnership.Version);
                Assert.Equal(executed.Boxes.Keys, submitted.Boxes.Keys);
                Assert.Equal(executed.Memory.Keys, submitted.Memory.Keys);
            }
        }
    }

    [Fact]
    public async Task Press_VoteByBothKindsOfButton_CountsTheSame()
    {
        Story story = A.Story();
        PollId poll = story.OpenPoll(story.WalkWithCandidates(3));
        var records = new RecordsInMemory(story.Partnership);
        using var chat = new Chat(records, story.Now);
        AdaptiveCard card = (await chat.WriteAsync(A.Streets, "omröstning")).Card;
        ExecuteAction vote = CardActions.Of(card).OfType<ExecuteAction>().First(action => action.Verb == "poll.vote");

        await chat.PressAsync(ConversationTypes.Channel, A.Streets, vote, ("picks", "V1-01,V1-02"));
        Said submitted = await chat.SubmitAsync(ConversationTypes.Channel, A.School, vote, ("picks", "V1-01,V1-02"));

        Assert.Contains("din röst är sparad", submitted.Text, StringComparison.Ordinal);
        Assert.Equal(
            records.Boxes[poll].BallotOf(A.Streets)!.Picks,
            records.Boxes[poll].BallotOf(A.School)!.Picks);
    }

    [Fact]
    public void Refresh_OfAPollWithMoreThanSixtyEntitled_IsOffAndTheButtonsWork()
    {
        Story story = A.Story();
        for (int number = 100; number < 160; number++)
        {
            story.Do(new ListMember(A.Member(number), Domain.Parties.Party.Municipality, "Tjänsteperson", Duties.Vote), A.Coordinator);
        }

        PollId poll = story.OpenPoll(story.WalkWithCandidates(3));
        Domain.Records.Contact[] contacts = [.. story.Partnership.Members.Select(member => new Domain.Records.Contact(member.Id, "Namn", "d" + member.Id, "29:" + member.Id))];
        CardView view = new(story.Partnership, new Dictionary<PollId, BallotBox> { [poll] = story.BoxOf(poll) }, contacts, Viewer: null, story.Now);

        AdaptiveCard everybodys = Dialogs.Polls.PollCard.Draw(poll.ToString(), view)!.Card;
        AdaptiveCard own = Dialogs.Polls.PollCard.Draw(poll.ToString(), view with { Viewer = story.Partnership.FindMember(A.Member(159)) })!.Card;

        Assert.InRange(story.Partnership.FindPoll(poll)!.Roll.Length, 61, 100);
        Assert.Empty(everybodys.Refresh!.UserIds!);
        Assert.Contains(everybodys.Actions!, action => action is ExecuteAction { Verb: "card.view" });
        Assert.Contains("Du har inte röstat än", CardJson.WriteString(own), StringComparison.Ordinal);
    }

    /// <summary>Plays a walk from the plan to the measures' end, and collects every card on the way, as everybody and as each member sees it.</summary>
    private static async Task<(List<AdaptiveCard> Cards, Story End)> PlayAsync()
    {
        List<AdaptiveCard> cards = [];
        Story story = A.Story();
        WalkNumber walk = story.PlanWalk();
        await CollectAsync(story, cards);
        story.Do(A.CarryOutWalk(walk), A.Coordinator);
        for (int number = 0; number < 3; number++)
        {
            story.Propose(walk);
        }

        await CollectAsync(story, cards);
        foreach (Proposal proposal in story.Partnership.ProposalsOf(walk).ToArray())
        {
            story.Triage(proposal.Reference);
        }

        await CollectAsync(story, cards);
        PollId poll = story.OpenPoll(walk);
        await CollectAsync(story, cards);
        PollResult result = story.CloseAfter(poll, [1, 2], [1, 2], [1, 2], [1, 3], [1, 2], [2, 3], [1, 2]);
        Assert.Equal(PollOutcome.Clear, result.Outcome);
        await CollectAsync(story, cards);
        story.Confirm(walk);
        await CollectAsync(story, cards);
        foreach (ProposalReference measure in result.Chosen)
        {
            story.Do(new ChangeMeasureStatus(measure, MeasureStatus.Ongoing, Date: null, Note: ""), A.Streets);
        }

        await CollectAsync(story, cards);
        foreach (ProposalReference measure in result.Chosen)
        {
            story.Do(new ChangeMeasureStatus(measure, MeasureStatus.Done, Today(story), Note: "Målad"), A.Streets);
        }

        return (cards, story);
    }

    private static DateOnly Today(Story story) => Domain.Calendar.SwedishTime.DayAt(story.Now);

    private static async Task CollectAsync(Story story, List<AdaptiveCard> cards)
    {
        foreach (MemberId member in Pressers)
        {
            using var chat = new Chat(new RecordsInMemory(story.Partnership), story.Now);
            foreach (string scope in (string[])[ConversationTypes.Channel, ConversationTypes.Personal])
            {
                foreach (string text in Texts)
                {
                    cards.AddRange(ShownIn(await chat.WriteInAsync(scope, member, text)));
                }
            }

            await chat.WriteAsync(member, "avbryt");
            foreach (string answer in Answers)
            {
                cards.AddRange(ShownIn(await chat.WriteAsync(member, answer)));
            }
        }
    }

    private static bool IsAnswered(Said said) => !string.IsNullOrWhiteSpace(said.Text) || said.Shown is not null || said.Replaced is not null;

    private static AdaptiveCard[] ShownIn(Said said) => said.Shown is { } shown ? [shown] : [];
}
