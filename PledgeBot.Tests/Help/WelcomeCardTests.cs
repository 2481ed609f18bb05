using PledgeBot.Dialogs.Help;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Tests.Parts;

namespace PledgeBot.Tests.Help;

public sealed class WelcomeCardTests : IDisposable
{
    private readonly CultureScope _culture = CultureScope.For("sv");

    public void Dispose() => _culture.Dispose();

    [Fact]
    public void Draw_InTheChannel_SaysWhenTheWeeklyStatusComes() =>
        Snapshot.Match(WelcomeCard.Draw(A.Story().Partnership, isPersonal: false).Card);

    [Fact]
    public void Draw_InThePersonalChat_SaysHowToBegin() =>
        Snapshot.Match(WelcomeCard.Draw(A.Story().Partnership, isPersonal: true).Card);

    [Fact]
    public void Draw_BeforeThePartnershipIsFormed_KeepsToTheRules() =>
        CardRules.Check(WelcomeCard.Draw(Partnership.Empty(new PartnershipId(Guid.Empty)), isPersonal: false).Card);
}
