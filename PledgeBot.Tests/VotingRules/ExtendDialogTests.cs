using PledgeBot.Domain.Calendar;
using PledgeBot.Domain.Polls;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.VotingRules;

/// <summary>The coordinator who opened a poll gives it more time: by form, step by step and by typing.</summary>
public sealed class ExtendDialogTests : IDisposable
{
    private readonly Story _story = A.Story();
    private readonly PollId _id;
    private readonly RecordsInMemory _records;
    private readonly Chat _chat;

    public ExtendDialogTests()
    {
        _id = _story.OpenPoll(_story.WalkWithCandidates(3));
        _records = new RecordsInMemory(_story.Partnership);
        _chat = new Chat(_records, A.Noon);
    }

    private Poll Poll => _records.Partnership.FindPoll(_id)!;

    public void Dispose() => _chat.Dispose();

    [Fact]
    public async Task Form_Saved_GivesThePollMoreTimeAndSaysWhy()
    {
        Form form = await Form.OpenAsync(_chat, A.Coordinator, "förläng omröstning V1");
        Assert.Equal(
            new Dictionary<string, string> { ["closesOn"] = "2020-09-15", ["closesAt"] = "12:00", ["reason"] = "" },
            form.Values);

        Said saved = await form.SaveAsync(("reason", "Flera är på kurs"));

        Assert.Equal(
            "Omröstningen om V1 är förlängd till tisdag 15 september kl. 12.00. Kortet i kanalen visar den nya tiden. Alla kan rösta och ändra sin röst till dess.",
            saved.Text);
        Assert.Equal(new PollExtension(A.Noon.AddDays(3), A.Noon.AddDays(8), "Flera är på kurs"), Assert.Single(Poll.Extensions));
        Assert.Equal(A.Noon.AddDays(8), Assert.Single(_records.Work.Values, work => work.Kind == "close-poll").DueAt);
    }

    [Theory]
    [InlineData(59, "2020-11-06")]
    [InlineData(60, null)]
    public async Task Form_OfALongPoll_SuggestsNoLaterDayThanThereIs(int days, string? suggested)
    {
        _story.Close(_id);
        _story.Now = A.Noon;
        _story.OpenPoll(_story.WalkWithCandidates(3), closesAt: A.Noon.AddDays(days));
        _records.Partnership = _story.Partnership;

        if (suggested is not null)
        {
            Assert.Equal(suggested, (await Form.OpenAsync(_chat, A.Coordinator, "förläng omröstning V2")).Values["closesOn"]);
        }
        else
        {
            Assert.StartsWith("Omröstningen stänger nu fredag 6 november", (await _chat.WriteAsync(A.Coordinator, "förläng omröstning V2")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Form_WithWrongAnswers_ComesBackWithWhatWasRight()
    {
        Form form = await Form.OpenAsync(_chat, A.Coordinator, "förläng omröstningen");

        Form back = await form.SaveInVainAsync(("closesOn", "2020-09-10"), ("closesAt", "11:00"), ("reason", "Flera är på kurs"));
        Assert.Contains("Att rätta: Omröstningen stänger nu torsdag 10 september kl. 12.00. Välj en senare tid", back.Text, StringComparison.Ordinal);
        Assert.Equal("Flera är på kurs", back.Values["reason"]);
        back = await back.SaveInVainAsync(("closesOn", "2020-09-11"), ("reason", " "));
        Assert.Contains("Att rätta: ", back.Text, StringComparison.Ordinal);
        Assert.Equal("2020-09-11", back.Values["closesOn"]);
        Assert.Empty(Poll.Extensions);
        await back.SaveAsync(("reason", "Flera är på kurs"));

        Assert.Equal(new DateTime(2020, 9, 11, 11, 0, 0), SwedishTime.LocalAt(Poll.ClosesAt));
    }

    [Fact]
    public async Task Steps_Typed_ExtendThePoll()
    {
        Assert.Contains("Steg 1 av 3", (await _chat.WriteAsync(A.Coordinator, "förläng")).Words, StringComparison.Ordinal);
        await _chat.WriteAsync(A.Coordinator, "19/9");
        await _chat.WriteAsync(A.Coordinator, "nästa");
        Said check = await _chat.WriteAsync(A.Coordinator, "Flera är på kurs");
        Assert.Contains("Tänk på att lördag 19 september inte är en arbetsdag.", check.Words, StringComparison.Ordinal);
        Assert.Empty(Poll.Extensions);

        Said saved = await _chat.WriteAsync(A.Coordinator, "spara");

        Assert.EndsWith("Tänk på att lördag 19 september inte är en arbetsdag.", saved.Text, StringComparison.Ordinal);
        Assert.Equal(A.Noon.AddDays(12), Poll.ClosesAt);
    }

    [Fact]
    public async Task OtherCoordinator_IsToldWhoMay() =>
        Assert.StartsWith("Bara den som startade omröstningen", (await _chat.WriteAsync(A.Officer, "förläng omröstning")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Member_WithoutTheDuty_IsToldWhoHasIt() =>
        Assert.StartsWith("Bara den som är", (await _chat.WriteAsync(A.Streets, "förläng omröstning")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Form_SentWhenThePollHasClosed_SaysSoAndChangesNothing()
    {
        Form form = await Form.OpenAsync(_chat, A.Coordinator, "förläng omröstning");
        _story.Close(_id);
        _chat.Time.SetUtcNow(_story.Now);
        _records.Partnership = _story.Partnership;

        Said said = await form.SaveAsync(("reason", "Flera är på kurs"));

        Assert.StartsWith("Omröstningen stängde torsdag 10 september kl. 12.00", said.Text, StringComparison.Ordinal);
        Assert.Empty(Poll.Extensions);
    }

    [Theory]
    [InlineData("förläng omröstning", "Ingen omröstning är öppen just nu.")]
    [InlineData("förläng omröstning V1", "Omröstningen stängde")]
    [InlineData("förläng omröstning V2", "Ingen omröstning har startat för V2 än.")]
    [InlineData("förläng omröstning V7", "Det finns ingen vandring V7.")]
    public async Task Extend_WithNothingOpen_SaysWhy(string typed, string sentence)
    {
        _story.PlanWalk();
        _story.Close(_id);
        _chat.Time.SetUtcNow(_story.Now);
        _records.Partnership = _story.Partnership;

        Assert.StartsWith(sentence, (await _chat.WriteAsync(A.Coordinator, typed)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extend_SeveralOpen_AsksForTheWalk()
    {
        _story.OpenPoll(_story.WalkWithCandidates(3));
        _records.Partnership = _story.Partnership;

        Assert.Equal(
            "Flera omröstningar är öppna. Skriv vilken vandring, till exempel **förläng omröstning V1**.",
            (await _chat.WriteAsync(A.Coordinator, "förläng omröstning")).Text);
    }
}
