using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.Members;

public sealed class MemberTests
{
    private readonly Story _story = A.Story();

    [Fact]
    public void List_TheSameEntryAgain_ChangesNothing() =>
        Assert.Empty(_story.Do(A.Members[0] with { Title = " Trygghetssamordnare " }, by: null));

    [Fact]
    public void List_AnotherTitle_KeepsThePlaceInTheList()
    {
        _story.Do(A.Members[0] with { Title = "Säkerhetssamordnare" }, A.Officer);

        Assert.Equal(9, _story.Partnership.Members.Length);
        Assert.Equal(new Member(A.Coordinator, Party.Municipality, "Säkerhetssamordnare", Duties.Coordinate | Duties.Vote), _story.Partnership.Members[0]);
    }

    [Fact]
    public void Form_TheSecondTime_ChangesNothing() =>
        Assert.Empty(_story.Do(new FormPartnership("Annan kommun", "Annat område", IsDemo: false), by: null));

    [Theory]
    [InlineData(Duties.Coordinate | Duties.Vote, Duties.Coordinate, true)]
    [InlineData(Duties.Coordinate | Duties.Vote, Duties.Confirm, false)]
    [InlineData(Duties.Coordinate, Duties.Coordinate | Duties.Vote, false)]
    [InlineData(Duties.None, Duties.None, true)]
    public void Has_ADuty_NeedsAllOfIt(Duties duties, Duties asked, bool expected) =>
        Assert.Equal(expected, new Member(A.Coordinator, Party.Police, "Kommunpolis", duties).Has(asked));

    [Fact]
    public void IsCoordinator_Nobody_IsNot() => Assert.False(_story.Partnership.IsCoordinator(null));
}
