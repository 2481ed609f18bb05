using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.VotingRules;

/// <summary>A coordinator withdraws a candidate, and is told what came of it: by form, step by step and by typing.</summary>
public sealed class WithdrawDialogTests : IDisposable
{
    private readonly Story _story = A.Story();
    private RecordsInMemory? _records;
    private Chat? _chat;

    private Chat Chat => _chat ??= new Chat(Records, _story.Now);

    private RecordsInMemory Records => _records ??= new RecordsInMemory(_story.Partnership);

    public void Dispose() => _chat?.Dispose();

    [Fact]
    public async Task Form_OfAnOpenPoll_StartsItAgainAndSaysSo()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(4));
        Form form = await Form.OpenAsync(Chat, A.Coordinator, "dra tillbaka V1-03");
        Assert.Contains("Omröstningen är öppen. Drar du tillbaka ett av dess förslag avbryts den", form.Text, StringComparison.Ordinal);
        Assert.Equal("V1-03", form.Values["proposal"]);
        Assert.Equal(4, form.ChoicesOf("proposal").Length);

        Said saved = await form.SaveAsync(("reason", "Fastigheten är såld"));

        Assert.Equal(
            "V1-03 är tillbakadraget. Omröstningen börjar om bland 3 förslag och är öppen till torsdag 10 september kl. 12.00. Rösterna som var lämnade är raderade, så alla behöver rösta igen.",
            saved.Text);
        Assert.Equal(A.Proposal(3), Records.Partnership.FindPoll(poll)!.Withdrawn);
        Assert.Equal("Fastigheten är såld", Records.Partnership.Proposals[A.Proposal(3)].WithdrawnBecause);
        Assert.Equal([A.Proposal(1), A.Proposal(2), A.Proposal(4)], Records.Partnership.Polls[^1].Options);
    }

    [Fact]
    public async Task Form_OfAPollOfThree_MakesTheOtherTwoTheRecommendation()
    {
        _story.OpenPoll(_story.WalkWithCandidates(3));

        Said saved = await (await Form.OpenAsync(Chat, A.Coordinator, "dra tillbaka V1-02")).SaveAsync(("reason", "Fastigheten är såld"));

        Assert.Equal(
            "V1-02 är tillbakadraget. Gruppens förslag är nu V1-01 och V1-03. Kommunen och polisen ska bekräfta innan det är beslutat.",
            saved.Text);
    }

    [Fact]
    public async Task Form_OfARunOffOfTwo_LeavesTheOtherAsTheRecommendation()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(3));
        _story.CloseAfter(poll, [1, 2], [1, 3], [1, 2], [1, 3], [], [], []);

        Said saved = await (await Form.OpenAsync(Chat, A.Coordinator, "dra tillbaka")).SaveAsync(("proposal", "V1-03"), ("reason", "Fastigheten är såld"));

        Assert.Contains("Gruppens förslag är nu V1-01 och V1-02.", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OfACandidateThatWasNotChosen_LetsTheRecommendationStand()
    {
        PollId poll = _story.OpenPoll(_story.WalkWithCandidates(3));
        _story.CloseAfter(poll, [1, 2], [1, 2], [1, 2], [1, 2], [1, 2], [1, 2], [1, 2]);
        Form form = await Form.OpenAsync(Chat, A.Coordinator, "dra tillbaka");
        Assert.Equal(["V1-03 Måla tunneln vit (Gångtunneln)"], form.ChoicesOf("proposal"));

        Said saved = await form.SaveAsync(("proposal", "V1-03"), ("reason", "Fastigheten är såld"));

        Assert.Equal("V1-03 är tillbakadraget. Gruppens förslag står kvar: V1-01 och V1-02.", saved.Text);
    }

    [Fact]
    public async Task Form_BeforeAnyPoll_TakesTheCandidateOut()
    {
        WalkNumber walk = _story.WalkWithCandidates(3);

        Said saved = await (await Form.OpenAsync(Chat, A.Coordinator, "dra tillbaka V1")).SaveAsync(("proposal", "V1-01"), ("reason", "Fastigheten är såld"));

        Assert.Equal("V1-01 är tillbakadraget. Det är inte längre med när gruppen väljer.", saved.Text);
        Assert.Equal([A.Proposal(2), A.Proposal(3)], Records.Partnership.CandidatesOf(walk));
    }

    [Fact]
    public async Task Form_WithWrongAnswers_ComesBackWithWhatWasRight()
    {
        _story.OpenPoll(_story.WalkWithCandidates(4));
        Form form = await Form.OpenAsync(Chat, A.Coordinator, "dra tillbaka");

        Form back = await form.SaveInVainAsync(("proposal", "V1-03"), ("reason", ""));
        Assert.Contains("Att rätta: ", back.Text, StringComparison.Ordinal);
        Assert.Equal("V1-03", back.Values["proposal"]);
        back = await back.SaveInVainAsync(("proposal", "V1-09"), ("reason", "Fastigheten är såld"));
        Assert.Contains("Att rätta: Det finns inget förslag V1-09.", back.Text, StringComparison.Ordinal);
        Assert.Equal("Fastigheten är såld", back.Values["reason"]);
        back = await back.SaveInVainAsync(("proposal", "V1-02"), ("reason", new string('å', 201)));
        Assert.Contains("Att rätta: ", back.Text, StringComparison.Ordinal);
        Assert.Single(Records.Partnership.Polls);
    }

    [Fact]
    public async Task Steps_Typed_WithdrawTheSame()
    {
        _story.OpenPoll(_story.WalkWithCandidates(4));
        await Chat.WriteAsync(A.Coordinator, "dra tillbaka V1-03");
        await Chat.WriteAsync(A.Coordinator, "nästa");
        Said check = await Chat.WriteAsync(A.Coordinator, "Fastigheten är såld");
        Assert.Contains("V1-03 Måla tunneln vit", check.Words, StringComparison.Ordinal);
        Assert.Single(Records.Partnership.Polls);

        Said saved = await Chat.WriteAsync(A.Coordinator, "spara");

        Assert.StartsWith("**V1-03** är tillbakadraget. Omröstningen börjar om bland 3 förslag", saved.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dra tillbaka V1-01", "V1-01 är med i gruppens förslag.")]
    [InlineData("dra tillbaka V1-09", "Det finns inget förslag V1-09.")]
    [InlineData("dra tillbaka V9", "Det finns ingen vandring V9.")]
    [InlineData("dra tillbaka V1", "Det finns inget förslag från V1 att dra tillbaka.")]
    [InlineData("dra tillbaka", "Det finns inget förslag att dra tillbaka.")]
    public async Task Withdraw_WithNothingToWithdraw_SaysWhy(string typed, string sentence)
    {
        WalkNumber walk = _story.WalkWithCandidates(1);
        _story.Do(new RecommendWithoutPoll(walk), A.Coordinator);

        Assert.StartsWith(sentence, (await Chat.WriteAsync(A.Coordinator, typed)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_WithoutTheDuty_IsToldWhoHasIt()
    {
        _story.OpenPoll(_story.WalkWithCandidates(4));

        Assert.StartsWith("Bara den som är", (await Chat.WriteAsync(A.Streets, "dra tillbaka V1-03")).Text, StringComparison.Ordinal);
    }
}
