using PledgeBot.Dialogs.Help;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Parts;

namespace PledgeBot.Tests.Help;

public sealed class WelcomeCardTests : IDisposable
{
    private readonly CultureScope _culture = CultureScope.For("sv");

    public void Dispose() => _culture.Dispose();

    [Fact]
    public void ForTeam_Formed_SaysWhenTheWeeklyStatusComesAndHowToStopIt() =>
        Snapshot.Match(WelcomeCard.ForTeam(A.Story().Partnership, "Anna Ek").Card);

    [Fact]
    public void ForTeam_StillToBeFormed_HasTheButtonForThat() =>
        Snapshot.Match(WelcomeCard.ForTeam(Empty(), "Anna Ek").Card);

    [Fact]
    public void ForMember_OfOne_SaysHowToBegin() => Snapshot.Match(WelcomeCard.ForMember([A.Story().Partnership]).Card);

    [Fact]
    public void ForGroup_SaysWhomItAnswers() => Snapshot.Match(WelcomeCard.ForGroup("Anna Ek").Card);

    [Fact]
    public void SetUp_SaysWhatComesFirst() => Snapshot.Match(WelcomeCard.SetUp().Card);

    [Fact]
    public void Cards_WithoutAName_KeepToTheRules()
    {
        foreach (AdaptiveCard card in (AdaptiveCard[])
        [
            WelcomeCard.ForTeam(Empty(), addedBy: null).Card,
            WelcomeCard.ForTeam(A.Story().Partnership, " ").Card,
            WelcomeCard.ForMember([A.Story().Partnership, A.Story().Partnership]).Card,
            WelcomeCard.ForGroup(addedBy: null).Card,
            WelcomeCard.SetUp().Card,
        ])
        {
            CardRules.Check(card);
            Assert.DoesNotContain("har lagt till mig", CardRules.TextOf(card), StringComparison.Ordinal);
        }
    }

    private static Partnership Empty() => Partnership.Empty(new PartnershipId(Guid.Empty));
}
