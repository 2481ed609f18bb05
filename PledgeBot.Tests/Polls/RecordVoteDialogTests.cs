using PledgeBot.Dialogs.Delivery;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Parts;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Polls;

/// <summary>A coordinator records what somebody said on the phone: by form, step by step, and what everybody sees of it.</summary>
public sealed class RecordVoteDialogTests : IDisposable
{
    private readonly Story _story = A.Story();
    private readonly PollId _id;
    private readonly RecordsInMemory _records;
    private readonly Chat _chat;

    public RecordVoteDialogTests()
    {
        _id = _story.OpenPoll(_story.WalkWithCandidates(4), exactly: true);
        _records = new RecordsInMemory(_story.Partnership);
        foreach (ListMember entry in A.Members.Where(entry => entry.Member != A.Chief))
        {
            _records.Contacts[entry.Member] = new Contact(entry.Member, $"Namn på {entry.Title}", entry.Member.ToString(), "29:" + entry.Member);
        }

        _chat = new Chat(_records, A.Noon);
    }

    private BallotBox Box => _records.Boxes.GetValueOrDefault(_id, BallotBox.Empty);

    public void Dispose() => _chat.Dispose();

    [Fact]
    public async Task Form_FilledIn_RecordsTheVoteAndRepeatsNoPicks()
    {
        AdaptiveCard form = await OpenFormAsync();

        Said said = await RecordAsync(form, A.Streets, "V1-02,V1-04");

        Assert.Equal(
            "Rösten är antecknad (Gata/park, per telefon). Röstar personen själv senare gäller den rösten i stället. Personen får veta det i sin egen chatt med mig.",
            said.Text);
        Ballot ballot = Box.BallotOf(A.Streets)!;
        Assert.Equal([A.Proposal(2), A.Proposal(4)], ballot.Picks);
        Assert.Equal(new BallotRecording(A.Coordinator, Manner.ByPhone), ballot.Recording);
        DueWork notice = Assert.Single(_records.Work.Values, work => work.Kind == MemberNotice.Kind);
        Assert.Equal(("", A.Noon), (notice.Payload, notice.DueAt));
        Assert.Contains((WorkKinds.ShowCard, $"poll/{_id}"), _records.Work.Keys);
    }

    [Fact]
    public async Task Form_OfOneWithoutAnAccount_AsksTheCoordinatorToTellThem()
    {
        Said said = await RecordAsync(await OpenFormAsync(), A.Chief, "V1-01,V1-02", nameof(Manner.AtMeeting));

        Assert.Contains("(Lokalpolisområdeschef, på möte)", said.Text, StringComparison.Ordinal);
        Assert.EndsWith("Personen har inget konto här, så berätta själv att rösten är antecknad.", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_Opened_ListsThoseWhoHaveNotVotedThemselvesAndNotTheCoordinator()
    {
        await _chat.WriteAsync(A.School, "rösta 1 2");
        await RecordAsync(await OpenFormAsync(), A.Streets, "V1-01,V1-02");

        InputChoiceSet who = Who(await OpenFormAsync());

        Assert.Equal(
            ["Säkerhetschef", "Gata/park", "Socialtjänst", "Kommunpolis", "Lokalpolisområdeschef"],
            who.Choices.Select(choice => choice.Title));
    }

    [Fact]
    public async Task Form_OpenedAgain_HasNothingOfWhatWasRecorded()
    {
        await RecordAsync(await OpenFormAsync(), A.Streets, "V1-02,V1-04");

        AdaptiveCard form = await OpenFormAsync();

        Assert.All(form.Body.OfType<InputChoiceSet>().Where(input => input.Id is "who" or "picks"), input => Assert.Null(input.Value));
    }

    [Theory]
    [InlineData("V1-01,V1-02,V1-03", "3 förslag är för många. Personen kan välja högst 2.")]
    [InlineData("V1-01", "Personen ska välja 2 förslag, eller avstå. Nu är det 1.")]
    [InlineData("V1-01,abstains", "Kryssa antingen för förslag eller för Avstår.")]
    [InlineData("V1-01,V2-01", "V2-01 är inte med i omröstningen. Personen kan välja bland V1-01, V1-02, V1-03 och V1-04.")]
    [InlineData("V1-01,V1-01", "V1-01 är valt två gånger. Välj varje förslag högst en gång.")]
    [InlineData("V1-01,<b>", "Jag förstod inte ”<b>”.")]
    [InlineData(",", "Skriv numren, till exempel **1 2**, eller **avstår**.")]
    public async Task Form_WithPicksThatAreNoBallot_ComesBackWithWhatToDo(string picks, string sentence)
    {
        Said said = await RecordAsync(await OpenFormAsync(), A.Streets, picks);

        Assert.Contains(sentence, CardRules.TextOf(said.Card), StringComparison.Ordinal);
        Assert.False(Box.HasAnswered(A.Streets));
    }

    [Fact]
    public async Task Form_OfOneWhoVotedMeanwhile_LetsTheirOwnVoteStand()
    {
        AdaptiveCard form = await OpenFormAsync();
        await _chat.WriteAsync(A.Streets, "rösta 1 2");

        Said said = await RecordAsync(form, A.Streets, "V1-03,V1-04");

        Assert.Contains("Den som är gata/park har redan röstat själv, och den rösten gäller.", CardRules.TextOf(said.Card), StringComparison.Ordinal);
        Assert.Equal([A.Proposal(1), A.Proposal(2)], Box.BallotOf(A.Streets)!.Picks);
        Assert.True(Box.HasVotedThemself(A.Streets));
    }

    [Theory]
    [InlineData(1, "Din egen röst antecknar du inte.")]
    [InlineData(6, "Den personen finns inte med på röstlängden")]
    public async Task Form_WithSomebodyWhoCannotBeChosen_ComesBackWithWhy(int member, string sentence)
    {
        Said said = await RecordAsync(await OpenFormAsync(), A.Member(member), "V1-03,V1-04");

        Assert.Contains(sentence, CardRules.TextOf(said.Card), StringComparison.Ordinal);
        Assert.Empty(_records.Boxes);
    }

    [Fact]
    public async Task Form_ByAMemberWithoutTheDuty_IsNotOpened()
    {
        AdaptiveCard card = (await _chat.WriteAsync(A.Coordinator, "omröstning")).Card;

        Said said = await _chat.PressAsync(A.Streets, card, "Anteckna röst");

        Assert.StartsWith("Bara den som är trygghetssamordnare eller kommunpolis kan göra det här.", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_Typed_RecordTheSame()
    {
        Assert.Contains("Steg 1 av 3", (await _chat.WriteAsync(A.Coordinator, "anteckna röst V1")).Words, StringComparison.Ordinal);
        Said picks = await _chat.WriteAsync(A.Coordinator, "lokalpolis");
        Assert.Contains("Vad röstar personen på?", picks.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("1. V1-01", picks.Words, StringComparison.Ordinal);
        await _chat.WriteAsync(A.Coordinator, "2 och 4");
        Said check = await _chat.WriteAsync(A.Coordinator, "på möte");
        Assert.Contains("V1-02 och V1-04", check.Words, StringComparison.Ordinal);
        Assert.False(Box.HasAnswered(A.Chief));

        Said saved = await _chat.WriteAsync(A.Coordinator, "spara");

        Assert.StartsWith("Rösten är antecknad (Lokalpolisområdeschef, på möte).", saved.Text, StringComparison.Ordinal);
        Assert.Equal([A.Proposal(2), A.Proposal(4)], Box.BallotOf(A.Chief)!.Picks);
        Assert.DoesNotContain(_records.Memory.Values, remembered => remembered.Contains("V1-02", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("rösta 2 4", 2)]
    [InlineData("avstår", 0)]
    [InlineData("Avstår.", 0)]
    public async Task Steps_VoteWrittenAsACommand_IsTheOthersAndNotTheCoordinatorsOwn(string typed, int picks)
    {
        await _chat.WriteAsync(A.Coordinator, "anteckna röst");
        await _chat.WriteAsync(A.Coordinator, "gata/park");

        await _chat.WriteAsync(A.Coordinator, typed);
        await _chat.WriteAsync(A.Coordinator, "nästa");
        await _chat.WriteAsync(A.Coordinator, "spara");

        Assert.False(Box.HasAnswered(A.Coordinator));
        Assert.Equal(picks, Box.BallotOf(A.Streets)!.Picks.Length);
    }

    [Fact]
    public async Task Steps_VoteWrittenAtAnotherStep_IsTheCoordinatorsOwn()
    {
        await _chat.WriteAsync(A.Coordinator, "anteckna röst");

        await _chat.WriteAsync(A.Coordinator, "rösta 2 4");

        Assert.True(Box.HasVotedThemself(A.Coordinator));
    }

    [Fact]
    public async Task Card_OfTheMember_SaysThatTheVoteWasRecordedAndHowToChangeIt()
    {
        await RecordAsync(await OpenFormAsync(), A.Streets, "V1-02,V1-04");

        AdaptiveCard own = (await _chat.WriteAsync(A.Streets, "omröstning")).Card;

        string text = CardRules.TextOf(own);
        Assert.Contains("✓ Du har valt 2 av 2: V1-02 och V1-04.", text, StringComparison.Ordinal);
        Assert.Contains("Samordnaren antecknade din röst per telefon. Stämmer den inte? Rösta själv, så gäller din egen röst.", text, StringComparison.Ordinal);
        CardRules.Check(own);
    }

    [Fact]
    public async Task Card_OfEverybodyElse_SaysHowManyWereRecordedAndNothingMore()
    {
        AdaptiveCard Untouched(AdaptiveCard card) => card with
        {
            Body = [.. card.Body.Select(element => element is TextBlock { Text: var text } line && text.StartsWith("Kommunen: ", StringComparison.Ordinal) ? line with { Text = "" } : element is Image ? new TextBlock { Text = "" } : element)],
        };
        AdaptiveCard before = (await _chat.WriteAsync(A.Coordinator, "omröstning")).Card;
        await RecordAsync(await OpenFormAsync(), A.Streets, "V1-02,V1-04");

        AdaptiveCard coordinators = (await _chat.WriteAsync(A.Coordinator, "omröstning")).Card;
        AdaptiveCard everybodys = (await _chat.WriteInChannelAsync(A.Coordinator, "omröstning")).Card;

        Assert.Contains("Kommunen: 1 av 5, varav 1 antecknad per telefon", CardRules.TextOf(everybodys), StringComparison.Ordinal);
        Assert.Equal(CardJson.WriteString(Untouched(before)), CardJson.WriteString(Untouched(coordinators)));
        Assert.DoesNotContain(everybodys.Actions!, action => action.Title == "Anteckna röst");
    }

    [Fact]
    public async Task Member_VotesAfterwards_TakesTheRecordedVotesPlace()
    {
        await RecordAsync(await OpenFormAsync(), A.Streets, "V1-02,V1-04");
        AdaptiveCard own = (await _chat.WriteAsync(A.Streets, "omröstning")).Card;

        AdaptiveCard after = (await _chat.PressAsync(A.Streets, own, "Ändra din röst", ("picks", "V1-01,V1-03"))).Card;

        string text = CardRules.TextOf(after);
        Assert.Contains("✓ Du har valt 2 av 2: V1-01 och V1-03.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ntecknad", text, StringComparison.Ordinal);
        Assert.True(Box.HasVotedThemself(A.Streets));
    }

    [Fact]
    public async Task Record_TheLastThatWasMissing_ClosesThePollAndSaysSoWithTheResult()
    {
        foreach (MemberId voter in A.Voters.Where(voter => voter != A.Chief))
        {
            await _chat.WriteAsync(voter, "rösta 1 2");
        }

        Said said = await RecordAsync(await OpenFormAsync(), A.Chief, "V1-01,V1-02");

        Assert.Contains("Nu har alla svarat, så omröstningen är stängd.", said.Text, StringComparison.Ordinal);
        AdaptiveCard result = (await _chat.WriteAsync(A.Streets, "omröstning")).Card;
        string text = CardRules.TextOf(result);
        Assert.Contains("Polisen: 2 av 2, varav 1 antecknad per telefon", text, StringComparison.Ordinal);
        Assert.Contains("1 röst antecknades av samordnaren per telefon.", text, StringComparison.Ordinal);
        CardRules.Check(result);
        AdaptiveCard decision = (await _chat.WriteAsync(A.Streets, "beslut")).Card;
        Assert.Contains("1 röst antecknades av samordnaren per telefon.", CardRules.TextOf(decision), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_WhenEverybodyElseHasVoted_SaysThatThereIsNothingToRecord()
    {
        foreach (MemberId voter in A.Voters.Where(voter => voter != A.Coordinator))
        {
            await _chat.WriteAsync(voter, "rösta 1 2");
        }

        Said said = await _chat.WriteAsync(A.Coordinator, "anteckna röst");

        Assert.Equal("Alla andra på röstlängden har röstat själva, så det finns ingen röst att anteckna.", said.Text);
    }

    [Theory]
    [InlineData("anteckna röst V7", "Ingen omröstning har startat för V7 än.")]
    [InlineData("anteckna röst v1", "Omröstningen stängde")]
    [InlineData("anteckna röst", "Ingen omröstning är öppen just nu.")]
    public async Task Record_WithNothingOpen_SaysWhy(string typed, string sentence)
    {
        Close();

        Assert.StartsWith(sentence, (await _chat.WriteAsync(A.Coordinator, typed)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_SeveralPollsOpen_AsksForTheWalk()
    {
        _story.OpenPoll(_story.WalkWithCandidates(3));
        _records.Partnership = _story.Partnership;

        Assert.Equal(
            "Flera omröstningar är öppna. Skriv vilken vandring, till exempel **anteckna röst V1**.",
            (await _chat.WriteAsync(A.Coordinator, "anteckna röst")).Text);
        Assert.Contains("Omröstningen om V2", (await _chat.WriteAsync(A.Coordinator, "anteckna röst v2")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StaleCard_OfAClosedPoll_SaysSoAndChangesNothing()
    {
        AdaptiveCard voters = (await _chat.WriteAsync(A.Streets, "omröstning")).Card;
        AdaptiveCard coordinators = (await _chat.WriteAsync(A.Coordinator, "omröstning")).Card;
        AdaptiveCard form = await OpenFormAsync();
        Close();

        await AssertClosedAsync(voters, coordinators, form);
    }

    [Fact]
    public async Task StaleCard_OfAPollThatARunOffReplaced_SaysSoAndChangesNeither()
    {
        AdaptiveCard voters = (await _chat.WriteAsync(A.Streets, "omröstning")).Card;
        AdaptiveCard coordinators = (await _chat.WriteAsync(A.Coordinator, "omröstning")).Card;
        AdaptiveCard form = await OpenFormAsync();
        _story.CloseAfter(_id, [1, 2], [1, 3], [1, 2], [1, 3], [], [], []);
        PollId runOff = _story.RunOffOf(_id);
        _chat.Time.SetUtcNow(_story.Now);
        _records.Partnership = _story.Partnership;

        await AssertClosedAsync(voters, coordinators, form);

        Assert.False(_records.Boxes.GetValueOrDefault(runOff, BallotBox.Empty).HasAnswered(A.Streets));
        Assert.Contains("Välj ett förslag.", CardRules.TextOf((await _chat.WriteAsync(A.Streets, "omröstning")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_InARunOff_TakeOnePick()
    {
        _story.CloseAfter(_id, [1, 2], [1, 3], [1, 2], [1, 3], [], [], []);
        PollId runOff = _story.RunOffOf(_id);
        _chat.Time.SetUtcNow(_story.Now);
        _records.Partnership = _story.Partnership;
        await _chat.WriteAsync(A.Coordinator, "anteckna röst");
        AdaptiveCard card = (await _chat.WriteAsync(A.Coordinator, "gata/park")).Card;

        Assert.Null(Assert.Single(card.Body.OfType<InputChoiceSet>()).IsMultiSelect);
        await _chat.WriteAsync(A.Coordinator, "3");
        await _chat.WriteAsync(A.Coordinator, "telefon");
        await _chat.WriteAsync(A.Coordinator, "spara");

        Assert.Equal([A.Proposal(3)], _records.Boxes[runOff].BallotOf(A.Streets)!.Picks);
    }

    private static InputChoiceSet Who(AdaptiveCard form) => form.Body.OfType<InputChoiceSet>().Single(input => input.Id == "who");

    private async Task AssertClosedAsync(AdaptiveCard voters, AdaptiveCard coordinators, AdaptiveCard form)
    {
        Said[] answers =
        [
            await _chat.PressAsync(A.Streets, voters, "Rösta", ("picks", "V1-01,V1-02")),
            await _chat.PressAsync(A.Streets, voters, "Avstå"),
            await _chat.PressAsync(A.Coordinator, coordinators, "Anteckna röst"),
            await RecordAsync(form, A.Streets, "V1-01,V1-02"),
        ];

        Assert.All(answers, said => Assert.StartsWith("Omröstningen stängde torsdag 10 september kl. 12.00", said.Text, StringComparison.Ordinal));
        Assert.False(Box.HasAnswered(A.Streets));
        Assert.DoesNotContain(_records.Work.Values, work => work.Kind == MemberNotice.Kind);
    }

    private void Close()
    {
        _story.Close(_id);
        _chat.Time.SetUtcNow(_story.Now);
        _records.Partnership = _story.Partnership;
    }

    private async Task<AdaptiveCard> OpenFormAsync()
    {
        AdaptiveCard card = (await _chat.WriteAsync(A.Coordinator, "omröstning")).Card;
        return (await _chat.PressAsync(A.Coordinator, card, "Anteckna röst")).Card;
    }

    private Task<Said> RecordAsync(AdaptiveCard form, MemberId voter, string picks, string manner = nameof(Manner.ByPhone)) =>
        _chat.PressAsync(A.Coordinator, form, "Spara", ("who", voter.ToString()), ("picks", picks), ("manner", manner));
}
