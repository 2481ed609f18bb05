using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.VotingRules;

/// <summary>A coordinator starts a poll: by form, step by step and by typing.</summary>
public sealed class OpenPollDialogTests : IDisposable
{
    private readonly Story _story = A.Story();
    private RecordsInMemory? _records;
    private Chat? _chat;

    private Chat Chat => _chat ??= new Chat(Records, _story.Now);

    private RecordsInMemory Records => _records ??= new RecordsInMemory(_story.Partnership);

    private Poll? Poll => Records.Partnership.Polls.LastOrDefault();

    public void Dispose() => _chat?.Dispose();

    [Fact]
    public async Task Form_Opened_ShowsWhatIsPutToWhomAndTheRules()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        _story.Do(new PutInSubstitute(walk, A.Streets, A.RescueService), A.Coordinator);

        Form form = await Form.OpenAsync(Chat, A.Coordinator, "starta omröstning V1");

        string introduction = Assert.IsType<TextBlock>(form.Card.Body[0]).Text;
        Assert.Equal(
            """
            **V1 i Tomelilla: 3 kandidater.** Gruppen väljer två.

            - V1-01 Måla tunneln vit (Gångtunneln)
            - V1-02 Måla tunneln vit (Gångtunneln)
            - V1-03 Måla tunneln vit (Gångtunneln)

            **7 röstberättigade.** Är någon borta? Skriv **ersättare V1** innan du startar.

            - Kommunen (5): Trygghetssamordnare, Säkerhetschef, Räddningstjänst, Skola och Socialtjänst.
            - Polisen (2): Kommunpolis och Lokalpolisområdeschef.
            - Ersättare: Räddningstjänst i stället för Gata/park.

            **Övriga regler.** De ändras med **ändra regler**.

            - Minst 4 av 7 behöver rösta, minst 1 från varje part.
            - Du får avstå. Det räknas som att du har röstat.
            - Röstar för få förlängs omröstningen en gång, med 3 arbetsdagar.
            - Blir det lika röstar gruppen igen mellan dem, i 2 arbetsdagar.
            - Blir det lika igen kommer de som bekräftar för kommunen och polisen överens.
            """.ReplaceLineEndings("\n"),
            introduction);
        Assert.Equal(
            new Dictionary<string, string> { ["closesOn"] = "2020-09-14", ["closesAt"] = "15:00", ["rule"] = "atmost", ["kind"] = "open" },
            form.Values);
    }

    [Fact]
    public async Task Form_Saved_OpensThePollWithTheGroupsRulesAndTheseAnswers()
    {
        _story.Do(new SetPollRules(PollRules.Usual with { Share = QuorumShare.TwoThirds, RunOffDays = 5 }), A.Coordinator);
        _story.WalkWithCandidates(3);
        Form form = await Form.OpenAsync(Chat, A.Coordinator, "starta omröstning");

        Said saved = await form.SaveAsync(("closesOn", "2020-09-17"), ("closesAt", "12:30"), ("rule", "exactly"), ("kind", "secret"));

        Assert.Equal(
            "Omröstningen har startat för V1. Alla röstberättigade kan rösta på kortet i kanalen till torsdag 17 september kl. 12.30. Den stänger tidigare om alla har röstat. Sedan visar jag resultatet i kanalen.",
            saved.Text);
        Assert.Equal(PollRules.Usual with { Exactly = true, IsSecret = true, Share = QuorumShare.TwoThirds, RunOffDays = 5 }, Poll!.Rules);
        Assert.Equal(new DateTimeOffset(2020, 9, 17, 10, 30, 0, TimeSpan.Zero), Poll.ClosesAt);
    }

    [Fact]
    public async Task Form_HasTheGroupsRules()
    {
        _story.Do(new SetPollRules(PollRules.Usual with { Exactly = true, IsSecret = true }), A.Coordinator);
        _story.WalkWithCandidates(3);

        Form form = await Form.OpenAsync(Chat, A.Coordinator, "starta omröstning");

        Assert.Equal(("exactly", "secret"), (form.Values["rule"], form.Values["kind"]));
    }

    [Theory]
    [InlineData("2020-09-07", "12:30", "Omröstningen kan stänga tidigast")]
    [InlineData("2020-09-01", "15:00", "Att rätta: ")]
    [InlineData("2020-12-24", "15:00", "Att rätta: ")]
    [InlineData("nästa år", "15:00", "Att rätta: ")]
    [InlineData("2020-09-11", "kvart över", "Att rätta: ")]
    public async Task Form_WithATimeThatIsNone_ComesBackWithTheRest(string day, string time, string sentence)
    {
        _story.WalkWithCandidates(3);
        Form form = await Form.OpenAsync(Chat, A.Coordinator, "starta omröstning");

        Form back = await form.SaveInVainAsync(("closesOn", day), ("closesAt", time), ("rule", "exactly"), ("kind", "secret"));

        Assert.Contains(sentence, back.Text, StringComparison.Ordinal);
        Assert.Equal(("exactly", "secret"), (back.Values["rule"], back.Values["kind"]));
        Assert.Null(Poll);
        await back.SaveAsync(("closesOn", "2020-09-11"), ("closesAt", "15:00"));
        Assert.True(Poll!.Rules is { Exactly: true, IsSecret: true });
    }

    [Fact]
    public async Task Form_ThatEndsOnAHoliday_OpensThePollAndWarns()
    {
        _story.WalkWithCandidates(3);
        Form form = await Form.OpenAsync(Chat, A.Coordinator, "starta omröstning");

        Said saved = await form.SaveAsync(("closesOn", "2020-10-31"));

        Assert.EndsWith(
            "Tänk på att lördag 31 oktober är alla helgons dag och ingen arbetsdag. Behöver ni mer tid? Skriv förläng omröstning V1.",
            saved.Text, StringComparison.Ordinal);
        Assert.NotNull(Poll);
    }

    [Fact]
    public async Task Form_BeforeChristmas_SaysWhichHolidaysComeAndSuggestsAWorkingDay()
    {
        _story.WalkWithCandidates(3);
        _story.Now = new DateTimeOffset(2020, 12, 18, 9, 0, 0, TimeSpan.Zero);

        Form form = await Form.OpenAsync(Chat, A.Coordinator, "starta omröstning");

        Assert.Contains("Helgdagar framöver: torsdag 24 december (julafton), fredag 25 december (juldagen)", form.Text, StringComparison.Ordinal);
        Assert.Equal("2020-12-28", form.Values["closesOn"]);
    }

    [Fact]
    public async Task Steps_Typed_OpenThePoll()
    {
        _story.WalkWithCandidates(3);
        Assert.Contains("Steg 1 av 4", (await Chat.WriteAsync(A.Coordinator, "starta omröstning V1")).Words, StringComparison.Ordinal);
        await Chat.WriteAsync(A.Coordinator, "lördag");
        await Chat.WriteAsync(A.Coordinator, "16");
        await Chat.WriteAsync(A.Coordinator, "nästa");
        Said check = await Chat.WriteAsync(A.Coordinator, "sluten");
        Assert.Contains(
            "lördag 12 september 2020. Tänk på att lördag 12 september inte är en arbetsdag.", Parts.CardRules.TextOf(check.Card), StringComparison.Ordinal);
        Assert.Null(Poll);

        await Chat.WriteAsync(A.Coordinator, "ändra sista dag att rösta");
        await Chat.WriteAsync(A.Coordinator, "fredag");
        Said saved = await Chat.WriteAsync(A.Coordinator, "spara");

        Assert.StartsWith("Omröstningen har startat för **V1**.", saved.Text, StringComparison.Ordinal);
        Assert.Equal(PollRules.Usual with { IsSecret = true }, Poll!.Rules);
        Assert.Equal(new DateTime(2020, 9, 11, 16, 0, 0), SwedishTime.LocalAt(Poll.ClosesAt));
    }

    [Fact]
    public async Task TwoCandidates_AreToldToNeedNoPoll_AndCanBeVotedAboutWithAtMostTwo()
    {
        _story.Do(new SetPollRules(PollRules.Usual with { Exactly = true }), A.Coordinator);
        _story.WalkWithCandidates(2);

        Form form = await Form.OpenAsync(Chat, A.Coordinator, "starta omröstning");

        Assert.Contains("Två kandidater behöver ingen omröstning: skriv **utan omröstning V1**", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("rule", form.Values.Keys);
        await form.SaveAsync();
        Assert.False(Poll!.Rules.Exactly);
    }

    [Fact]
    public async Task ManyCandidates_AreListedAsFarAsThereIsRoom()
    {
        WalkNumber walk = _story.CarryOutWalk();
        for (int i = 0; i < 15; i++)
        {
            ProposalReference proposal = _story.Propose(walk, new string('å', RegisterProposal.LongestSuggestion));
            _story.Triage(proposal);
        }

        Form form = await Form.OpenAsync(Chat, A.Coordinator, "starta omröstning");

        Assert.Contains("V1-12 ", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("V1-13 ", form.Text, StringComparison.Ordinal);
        Assert.Contains("- … och 3 till.", form.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("starta omröstning V7", "Det finns ingen vandring V7.")]
    [InlineData("starta omröstning imorgon", "Jag förstår inte vilken vandring du menar.")]
    [InlineData("starta omröstning V1", "V1 har bara en kandidat")]
    [InlineData("starta omröstning", "V1 har bara en kandidat")]
    public async Task Start_WithNothingToVoteAbout_SaysWhy(string typed, string sentence)
    {
        _story.WalkWithCandidates(1);

        Assert.StartsWith(sentence, (await Chat.WriteAsync(A.Coordinator, typed)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AfterAPollThatWasNotQuorate_FindsTheWalkAgain()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(3));
        _story.CloseAfter(poll, [1, 2]);
        _story.PlanWalk();

        Form form = await Form.OpenAsync(Chat, A.Coordinator, "starta omröstning");

        Assert.Contains("**V1 i Tomelilla: 3 kandidater.**", form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithAChairWhoIsNoLongerEntitled_SaysWhatToChange()
    {
        _story.WalkWithCandidates(3);
        _story.Do(new SetPollRules(PollRules.Usual with { LastResort = LastResort.CastingVote, Chair = A.School }), A.Coordinator);
        _story.Do(new ListMember(A.School, Party.Municipality, "Skola", Duties.None), A.Coordinator);

        Assert.StartsWith("Med utslagsröst behöver ni välja en ordförande", (await Chat.WriteAsync(A.Coordinator, "starta omröstning")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_WithoutTheDuty_IsToldWhoHasIt()
    {
        _story.WalkWithCandidates(3);

        Assert.StartsWith("Bara den som är", (await Chat.WriteAsync(A.Streets, "starta omröstning")).Text, StringComparison.Ordinal);
    }
}
