using PledgeBot.Dialogs.StatusReports;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Dialogs.Weekly;
using PledgeBot.Dialogs.Words;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.StatusReports;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Domain.Weekly;

namespace PledgeBot.Tests.Words;

public sealed class WordTests
{
    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void For_EveryValueOfEveryEnum_IsAWordOfItsOwn(string language)
    {
        using var culture = CultureScope.For(language);

        AssertWords<Party>(Word.For);
        AssertWords<ResponsibleParty>(Word.For);
        AssertWords<Category>(Word.For);
        AssertWords<MeasureStatus>(Word.For);
        AssertWords<TriageClass>(Word.For);
        AssertWords<ParticipantGroup>(Word.For);
        AssertWords<Manner>(Word.For);
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void For_EverythingThatWaitsIsNewOrComes_IsASentence(string language)
    {
        using var culture = CultureScope.For(language);
        StatusReport report = A.Story().Report;

        Assert.All(Sample.OfEvery<Waiting>(), waiting => Assert.NotEmpty(WaitingText.For(waiting)));
        Assert.All(Sample.OfEvery<NewsItem>(), news => Assert.NotEmpty(NewsText.For(news, report)));
        Assert.All(Sample.OfEvery<AheadItem>(), item => Assert.NotEmpty(AheadText.For(item)));
        Assert.NotEmpty(WaitingButton.For(Sample.OfEvery<Waiting>(), most: 20));
    }

    [Fact]
    public void For_EverythingThatWaitsIsNewOrComes_ReadsAloud()
    {
        using var culture = CultureScope.For("sv");
        StatusReport report = A.Story().Report;

        Snapshot.Match(new
        {
            Waiting = Sample.OfEvery<Waiting>().Select(WaitingText.For),
            News = Sample.OfEvery<NewsItem>().Select(news => NewsText.For(news, report)),
            Ahead = Sample.OfEvery<AheadItem>().Select(AheadText.For),
        });
    }

    [Fact]
    public void For_DaysAndTimes_AreInTheFormOfTheLanguage()
    {
        using (CultureScope.For("sv"))
        {
            Assert.Equal("7 september 2020", Word.For(A.Today));
            Assert.Equal("måndag 7 september kl. 12.00", Word.For(A.Noon));
        }

        using (CultureScope.For("en"))
        {
            Assert.Equal("7 September 2020", Word.For(A.Today));
            Assert.Equal("Monday 7 September at 12:00", Word.For(A.Noon));
        }
    }

    private static void AssertWords<T>(Func<T, string> wordFor)
        where T : struct, Enum
    {
        string[] words = [.. Enum.GetValues<T>().Select(wordFor)];
        Assert.All(words, word => Assert.False(string.IsNullOrWhiteSpace(word)));
        Assert.Distinct(words);
    }
}
