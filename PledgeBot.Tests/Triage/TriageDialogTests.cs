using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Triage;

/// <summary>Assessing proposals step by step.</summary>
public sealed class TriageDialogTests : IDisposable
{
    private readonly RecordsInMemory _records;
    private readonly Chat _chat;

    public TriageDialogTests()
    {
        Story story = A.Story();
        WalkNumber walk = story.CarryOutWalk();
        for (int i = 0; i < 3; i++)
        {
            story.Propose(walk);
        }

        _records = new RecordsInMemory(story.Partnership);
        _chat = new Chat(_records, A.Noon);
    }

    public void Dispose() => _chat.Dispose();

    [Fact]
    public async Task Coordinator_AssessesOneAfterTheOther_GoesOnUntilNoneIsLeft()
    {
        Said first = await AnswerAsync("bedöm");
        Assert.Contains("V1-01", first.Words, StringComparison.Ordinal);

        Said check = await AnswerAsync("kandidat", "Gata/park", "kommunen", "nästa", "40 000 kronor, driftbudget gata");
        Assert.Contains("torsdag 31 december 2020", check.Words, StringComparison.Ordinal);
        Said next = await AnswerAsync("spara");
        Assert.Contains("2 förslag kvar att bedöma.", next.Words, StringComparison.Ordinal);
        Assert.Contains("V1-02", next.Words, StringComparison.Ordinal);
        await AnswerAsync("3", "Skånetrafiken", "spara");
        Said last = await AnswerAsync("redan", "hoppa över", "spara");

        Assert.Equal("Bedömningen av **V1-03** är sparad: Redan planerat. Nu är alla förslag från V1 bedömda. Ni behöver inte rösta. Skriv **utan omröstning V1** så blir kandidaterna gruppens förslag.", last.Text);
        Assert.Equal(
            [
                new Assessment(TriageClass.Candidate, new MeasurePlan("Gata/park", ResponsibleParty.Municipality, new DateOnly(2020, 12, 31), "40 000 kronor, driftbudget gata"), ""),
                new Assessment(TriageClass.SomeoneElses, null, "Skånetrafiken"),
                new Assessment(TriageClass.AlreadyPlanned, null, ""),
            ],
            _records.Partnership.Proposals.Values.Select(proposal => proposal.Assessment));
    }

    [Theory]
    [InlineData(0, true, "Skriv **bedöm V1-01** om du vill ändra bedömningen.")]
    [InlineData(2, true, "Skriv **utan omröstning V1** så blir kandidaterna gruppens förslag.")]
    [InlineData(3, true, "Skriv **starta omröstning V1** när gruppen ska välja.")]
    [InlineData(3, false, "Skriv **genomförd V1** när ni har gått vandringen.")]
    public async Task Last_IsAssessed_SaysWhatComesNext(int candidates, bool isCarriedOut, string next)
    {
        Story story = A.Story();
        WalkNumber walk = isCarriedOut ? story.CarryOutWalk() : story.PlanWalk();
        for (int i = 0; i < candidates; i++)
        {
            story.Triage(story.Propose(walk));
        }

        story.Propose(walk);
        using var chat = new Chat(new RecordsInMemory(story.Partnership), A.Noon);
        foreach (string answer in (string[])["bedöm", "redan", "hoppa över"])
        {
            await chat.WriteAsync(A.Coordinator, answer);
        }

        Assert.EndsWith(next, (await chat.WriteAsync(A.Coordinator, "spara")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coordinator_ChangesTheClassAtTheCheck_IsAskedWhatTheNewOneNeeds()
    {
        await AnswerAsync("bedöm V1-02", "kandidat", "Gata/park", "1", "nästa", "hoppa över");

        Said asked = await AnswerAsync("ändra bedömning", "skickas vidare");
        Assert.Contains("Vem skickar ni förslaget till?", asked.Words, StringComparison.Ordinal);
        await AnswerAsync("Trafikverket", "spara");

        Assert.Equal(new Assessment(TriageClass.SomeoneElses, null, "Trafikverket"), _records.Partnership.Proposals[A.Proposal(2)].Assessment);
    }

    [Fact]
    public async Task Coordinator_ChangesAnAssessment_StartsFromWhatStands()
    {
        await AnswerAsync("bedöm V1-01", "felanmälan", "2020-117", "spara", "avbryt");

        Said again = await AnswerAsync("bedöm V1-01");
        Assert.Contains("\"value\":\"FaultReport\"", again.Words, StringComparison.Ordinal);
        Said saved = await AnswerAsync("utreds", "Dyrt", "spara");

        Assert.Equal("Bedömningen av **V1-01** är sparad: Utreds – behöver budget. 2 förslag kvar att bedöma.", saved.Text);
    }

    [Fact]
    public async Task Member_WithoutTheDuty_IsToldWhoAssesses() =>
        Assert.StartsWith("Bara den som är", (await _chat.WriteAsync(A.Communicator, "bedöm V1-01")).Text, StringComparison.Ordinal);

    private async Task<Said> AnswerAsync(params string[] answers)
    {
        Said? said = null;
        foreach (string answer in answers)
        {
            said = await _chat.WriteAsync(A.Coordinator, answer);
        }

        return said!;
    }
}
