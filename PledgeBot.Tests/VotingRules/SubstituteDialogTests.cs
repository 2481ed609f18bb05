using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.VotingRules;

/// <summary>A coordinator puts a substitute in before the poll opens: by form, step by step and by typing.</summary>
public sealed class SubstituteDialogTests : IDisposable
{
    private static readonly MemberId AreaOfficer = A.Member(10);

    private readonly Story _story = A.Story();
    private RecordsInMemory? _records;
    private Chat? _chat;

    private Chat Chat => _chat ??= new Chat(Records, _story.Now);

    private RecordsInMemory Records => _records ??= new RecordsInMemory(_story.Partnership);

    public void Dispose() => _chat?.Dispose();

    [Fact]
    public async Task Form_Saved_PutsTheSubstituteOnTheRoll()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        Form form = await Form.OpenAsync(Chat, A.Coordinator, "ersättare V1");
        Assert.Equal(["Trygghetssamordnare", "Säkerhetschef", "Gata/park", "Skola", "Socialtjänst"], form.ChoicesOf("absent"));
        Assert.Equal(["Räddningstjänst", "Kommunikatör", "Ingen – personen röstar själv"], form.ChoicesOf("stepsInMunicipality"));

        Said saved = await form.SaveAsync(("absent", A.Streets.ToString()), ("stepsInMunicipality", A.RescueService.ToString()));

        Assert.Equal(
            "Räddningstjänst röstar i stället för Gata/park om V1. Röstlängden låses när omröstningen startar. Skriv starta omröstning V1 när ni är redo.",
            saved.Text);
        Assert.Contains(new RollEntry(A.RescueService, Party.Municipality, "Räddningstjänst", "Gata/park"), Records.Partnership.RollOf(walk));
    }

    [Fact]
    public async Task Form_OfBothParties_TakesTheSubstituteOfTheAbsentOnesParty()
    {
        _story.Do(new ListMember(AreaOfficer, Party.Police, "Områdespolis", Duties.None), A.Coordinator);
        WalkNumber walk = _story.WalkWithCandidates(3);
        Form form = await Form.OpenAsync(Chat, A.Coordinator, "ersättare");
        Assert.Equal(["Områdespolis", "Ingen – personen röstar själv"], form.ChoicesOf("stepsInPolice"));

        Form back = await form.SaveInVainAsync(("absent", A.Officer.ToString()), ("stepsInMunicipality", A.RescueService.ToString()));
        Assert.Contains("Att rätta: ", back.Text, StringComparison.Ordinal);
        Assert.Equal(A.Officer.ToString(), back.Values["absent"]);
        await back.SaveAsync(("stepsInPolice", AreaOfficer.ToString()));

        Assert.Equal([new Substitution(walk, A.Officer, AreaOfficer)], Records.Partnership.Substitutions);
    }

    [Fact]
    public async Task Steps_Typed_PutTheSubstituteInAndTakeThemBack()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        Assert.Contains("Steg 1 av", (await Chat.WriteAsync(A.Coordinator, "ersättare V1")).Words, StringComparison.Ordinal);
        await Chat.WriteAsync(A.Coordinator, "gata");
        await Chat.WriteAsync(A.Coordinator, "räddning");
        await Chat.WriteAsync(A.Coordinator, "spara");
        Assert.Equal([new Substitution(walk, A.Streets, A.RescueService)], Records.Partnership.Substitutions);

        Said again = await Chat.WriteAsync(A.Coordinator, "ersättare");
        Assert.Contains("Nu: Räddningstjänst i stället för Gata/park.", again.Words, StringComparison.Ordinal);
        await Chat.WriteAsync(A.Coordinator, "gata");
        await Chat.WriteAsync(A.Coordinator, "ingen");
        Said saved = await Chat.WriteAsync(A.Coordinator, "spara");

        Assert.StartsWith("Gata/park röstar själv om V1.", saved.Text, StringComparison.Ordinal);
        Assert.Empty(Records.Partnership.Substitutions);
    }

    [Fact]
    public async Task Substitute_WhoStandsInForAnother_IsRefusedAtThatQuestion()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        _story.Do(new PutInSubstitute(walk, A.School, A.RescueService), A.Coordinator);
        Form form = await Form.OpenAsync(Chat, A.Coordinator, "ersättare");

        Form back = await form.SaveInVainAsync(("absent", A.Streets.ToString()), ("stepsInMunicipality", A.RescueService.ToString()));

        Assert.Contains("Att rätta: Den personen kan inte gå in som ersättare.", back.Text, StringComparison.Ordinal);
        Assert.Equal(A.Streets.ToString(), back.Values["absent"]);
    }

    [Fact]
    public async Task Walk_CarriedOut_GoesBeforeOneThatIsOnlyPlanned()
    {
        _story.WalkWithCandidates(3);
        _story.PlanWalk();

        Assert.Contains("Omröstningen om V1", (await Form.OpenAsync(Chat, A.Coordinator, "ersättare")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roll_ThatIsFrozen_IsToldSo()
    {
        _story.OpenPoll(_story.WalkWithCandidates(3));

        Assert.StartsWith("Omröstningen om V1 har öppnat, så röstlängden går inte att ändra.", (await Chat.WriteAsync(A.Coordinator, "ersättare V1")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Ingen vandring väntar på omröstning.", (await Chat.WriteAsync(A.Coordinator, "ersättare")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_ToStepIn_IsToldSo()
    {
        _story.WalkWithCandidates(3);
        _story.Do(new UnlistMember(A.RescueService), A.Coordinator);
        _story.Do(new UnlistMember(A.Communicator), A.Coordinator);

        Assert.StartsWith("Ingen kan sättas in som ersättare.", (await Chat.WriteAsync(A.Coordinator, "ersättare")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_WithoutTheDuty_IsToldWhoHasIt()
    {
        _story.WalkWithCandidates(3);

        Assert.StartsWith("Bara den som är", (await Chat.WriteAsync(A.Streets, "ersättare")).Text, StringComparison.Ordinal);
    }
}
