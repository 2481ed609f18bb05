using System.Text.Json;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Measures;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Parts;

namespace PledgeBot.Tests.Measures;

/// <summary>What members do with measures: press, write, and answer the forms.</summary>
public sealed class MeasureCardUseTests : IDisposable
{
    private readonly CultureScope _culture = CultureScope.For("sv");
    private readonly Story _story = A.Story();
    private readonly ProposalReference _measure;

    // No step by step dialog begins here, so there is nothing that runs them.
    private readonly MeasureFeature _feature = new(null!);

    public MeasureCardUseTests() => _measure = _story.Decide();

    public void Dispose() => _culture.Dispose();

    [Fact]
    public async Task Press_Ongoing_MovesTheMeasureAndGivesThePresserTheNewCard()
    {
        VerbAnswer? answer = await PressAsync(A.Streets, """{"reference":"V1-01","to":"Ongoing"}""");

        VerbAnswer.Card card = Assert.IsType<VerbAnswer.Card>(answer);
        Assert.Contains("● Pågår", CardRules.TextOf(card.Shown), StringComparison.Ordinal);
        Assert.DoesNotContain(card.Shown.Actions!, action => action.Title == "Ändra ansvarig eller datum");
        Assert.Equal(MeasureStatus.Ongoing, _story.Partnership.Measures[_measure].Status);
    }

    [Fact]
    public async Task Press_OnAMeasureThatHasEnded_SaysWhoCanTakeItUp()
    {
        _story.Do(new ChangeMeasureStatus(_measure, MeasureStatus.Done, null, "Besök på plats"), A.Streets);

        VerbAnswer? answer = await PressAsync(A.Streets, """{"reference":"V1-01","to":"Ongoing"}""");

        Assert.Equal(
            new VerbAnswer.Message("V1-01 är redan klar. Den som är trygghetssamordnare eller kommunpolis kan ta upp åtgärden igen."),
            answer);
        Assert.Equal(MeasureStatus.Done, _story.Partnership.Measures[_measure].Status);
    }

    [Theory]
    [InlineData("""{"reference":"V1-01","from":"Planned","to":"Ongoing"}""")]
    [InlineData("""{"reference":"V1-01","to":"Ongoing"}""")]
    public async Task Press_OnACardFromBeforeTheMeasureEnded_GivesThePresentCardAndChangesNothing(string data)
    {
        _story.Do(new ChangeMeasureStatus(_measure, MeasureStatus.Done, null, "Besök på plats"), A.Streets);

        VerbAnswer.Card card = Assert.IsType<VerbAnswer.Card>(await PressAsync(A.Coordinator, data));

        Assert.Contains("Besök på plats", CardRules.TextOf(card.Shown), StringComparison.Ordinal);
        Assert.Equal(MeasureStatus.Done, _story.Partnership.Measures[_measure].Status);
    }

    [Fact]
    public async Task Press_ToTakeAnEndedMeasureUp_MovesIt()
    {
        _story.Do(new ChangeMeasureStatus(_measure, MeasureStatus.Done, null, "Besök på plats"), A.Streets);

        await PressAsync(A.Coordinator, """{"reference":"V1-01","from":"Done","to":"Planned"}""");

        Assert.Equal(MeasureStatus.Planned, _story.Partnership.Measures[_measure].Status);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""{"reference":"V1-01"}""")]
    [InlineData("""{"reference":7,"to":"Ongoing"}""")]
    [InlineData("""{"reference":"V1","to":"Ongoing"}""")]
    [InlineData("""{"reference":"V1-01","to":"Done"}""")]
    [InlineData("""{"reference":"V1-01","to":"3"}""")]
    public async Task Press_DataOfAWrongShape_ChangesNothing(string data)
    {
        Assert.Null(await PressAsync(A.Coordinator, data));
        Assert.Equal(MeasureStatus.Chosen, _story.Partnership.Measures[_measure].Status);
    }

    [Theory]
    [InlineData("planerad", "v1-1", "V1-01 har nu läget Planerad.")]
    [InlineData("pågår", "v1-01 sedan i går", "V1-01 har nu läget Pågår.")]
    [InlineData("pågår", "", "Skriv vilken åtgärd du menar, till exempel **pågår V1-02**. Skriv **åtgärder** så ser du alla.")]
    [InlineData("pågår", "tunneln", "Jag förstod inte ”tunneln”. Skriv åtgärdens nummer, till exempel **pågår V1-02**. Skriv **åtgärder** så ser du alla.")]
    [InlineData("pågår", "v1-09", "Det finns ingen åtgärd V1-09. Skriv **åtgärder** så ser du alla åtgärder.")]
    public async Task Write_Status_IsAnsweredWithASentence(string phrase, string typed, string expected) =>
        Assert.Equal([expected], await WriteAsync(phrase, typed));

    [Fact]
    public async Task Write_TheStatusItHas_SaysThatNothingChanged()
    {
        await WriteAsync("planerad", "v1-01");

        Assert.Equal(["V1-01 har redan läget Planerad. Inget har ändrats."], await WriteAsync("planerad", "v1-01"));
    }

    [Fact]
    public async Task Write_ReferenceOfAProposal_SaysThatItIsNoMeasure()
    {
        ProposalReference proposal = _story.Propose(_story.PlanWalk());

        string answer = Assert.Single(await WriteAsync("åtgärd", proposal.ToString()));

        Assert.StartsWith("V2-01 är ett förslag och ingen åtgärd.", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Åtgärderna i medborgarlöftet")]
    [InlineData("v1", "Åtgärderna från V1 i Tomelilla")]
    [InlineData("v2", "Inga åtgärder från V2 är beslutade än. Skriv **åtgärder** så ser du alla.")]
    [InlineData("v9", "Det finns ingen vandring V9. Den senaste vandringen är V2.")]
    public async Task Write_List_ShowsThoseAskedFor(string typed, string beginning)
    {
        _story.PlanWalk();

        Assert.StartsWith(beginning, Assert.Single(await WriteAsync("åtgärder", typed)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_WillNotBeDone_StoresThePublicReason()
    {
        DialogEnd end = await SaveAsync(MeasureDialogs.WillNotBeDone, A.Streets, Answers.None.With("reason", "Tunneln rivs"));

        Assert.IsType<DialogEnd.Saved>(end);
        Assert.Equal(new MeasureClosure(A.Today, "Tunneln rivs"), _story.Partnership.Measures[_measure].Closure);
    }

    [Fact]
    public async Task Answer_DoneOnADayAhead_AsksForTheDayAgain()
    {
        Answers answers = Answers.None.With("date", "2020-09-08").With("note", "Besök på plats");

        DialogEnd.Refused refused = Assert.IsType<DialogEnd.Refused>(await SaveAsync(MeasureDialogs.Done, A.Streets, answers));

        Assert.Equal("date", refused.Question);
        Assert.Equal(MeasureStatus.Chosen, _story.Partnership.Measures[_measure].Status);
    }

    [Fact]
    public async Task Answer_AnotherPlan_ChangesTheMeasure()
    {
        Answers answers = Answers.None.With("responsible", "Områdespolis").With("party", "Police").With("due", "2020-10-01").With("budget", "40 000 kronor");

        DialogEnd end = await SaveAsync(MeasureDialogs.Replan, A.Coordinator, answers);

        Assert.Equal(new DialogEnd.Saved("V1-01 är ändrad: ansvarig Områdespolis, senast klart 1 oktober 2020. Åtgärdens kort i kanalen visar det nu."), end);
        Assert.Equal(
            new MeasurePlan("Områdespolis", ResponsibleParty.Police, new DateOnly(2020, 10, 1), "40 000 kronor"),
            _story.Partnership.Measures[_measure].Plan);
        Assert.Contains("Budget\n40 000 kronor", Assert.Single(await WriteAsync("åtgärd", "V1-01")), StringComparison.Ordinal);
    }

    [Fact]
    public void Start_Replan_IsForCoordinatorsAndKnowsThePlan()
    {
        GuidedDialog replan = Dialog(MeasureDialogs.Replan);

        Assert.IsType<DialogStart.NotNow>(replan.Start(new StoryTurn(_story, A.Streets).Context, "V1-01"));
        DialogStart.Ready ready = Assert.IsType<DialogStart.Ready>(replan.Start(new StoryTurn(_story, A.Coordinator).Context, "V1-01"));
        Assert.Equal("2020-11-30", ready.Given["due"]);
    }

    private Task<VerbAnswer?> PressAsync(MemberId presser, string data) => _feature.Verbs.Single().RunAsync(
        new StoryTurn(_story, presser).Context, JsonElement.Parse(data), TestContext.Current.CancellationToken);

    private async Task<IEnumerable<string>> WriteAsync(string phrase, string typed)
    {
        var turn = new StoryTurn(_story, A.Streets);
        await _feature.Commands.Single(command => command.Phrase == phrase)
            .RunAsync(turn.Context, typed, TestContext.Current.CancellationToken);
        return turn.Answers;
    }

    private Task<DialogEnd> SaveAsync(string dialog, MemberId member, Answers answers) =>
        Dialog(dialog).SaveAsync(new StoryTurn(_story, member).Context, "V1-01", answers, TestContext.Current.CancellationToken);

    private GuidedDialog Dialog(string id) => _feature.Dialogs.Single(dialog => dialog.Id == id);
}
