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

    [Fact]
    public void Form_ByTheFounder_ListsTheFounderAsCoordinator()
    {
        var story = new Story(A.Noon);

        story.Do(new FormPartnership(" Tomelilla kommun ", "lokalpolisområde Ystad", IsDemo: false, new Founder(Party.Police, " Kommunpolis ")), A.Officer);

        Assert.Equal("Tomelilla kommun", story.Partnership.Formed!.Municipality);
        Assert.Equal(A.Officer, story.Partnership.FoundedBy);
        Assert.Equal(
            [new Member(A.Officer, Party.Police, "Kommunpolis", Duties.Coordinate | Duties.Vote)],
            story.Partnership.Members);
        Assert.All(story.Log, recorded => Assert.Equal(A.Officer, recorded.By));
    }

    [Fact]
    public void Form_BySomebodyElseAfterwards_IsForMembers()
    {
        Assert.Equal(
            new NotAMember(),
            _story.Refusal(A.FormPartnership() with { Founder = new Founder(Party.Police, "Kommunpolis") }, A.Stranger));
        Assert.Null(_story.Partnership.FoundedBy);
    }

    [Fact]
    public void Form_FounderWithoutAnAsker_OrTheOtherWayRound_IsABug()
    {
        Partnership nothing = new Story(A.Noon).Partnership;
        FormPartnership founding = A.FormPartnership() with { Founder = new Founder(Party.Police, "Kommunpolis") };

        Assert.Throws<InvalidOperationException>(() => nothing.Decide(founding, new Moment(null, A.Noon)));
        Assert.Throws<InvalidOperationException>(() => nothing.Decide(A.FormPartnership(), new Moment(A.Officer, A.Noon)));
    }

    [Fact]
    public void Unlist_Member_HasNoDutiesAndCannotAct()
    {
        _story.Do(new UnlistMember(A.Chief), A.Coordinator);

        Assert.Null(_story.Partnership.FindMember(A.Chief));
        Assert.Equal(new NotAMember(), _story.Refusal(A.RegisterProposal(_story.PlanWalk()), A.Chief));
    }

    [Fact]
    public void Unlist_MemberWithAVoteInAnOpenPoll_KeepsTheVote()
    {
        var poll = _story.OpenPoll(_story.WalkWithCandidates(3));
        _story.Vote(poll, A.School, 1, 2);

        _story.Do(new UnlistMember(A.School), A.Coordinator);

        Assert.Equal(1, _story.BoxOf(poll).TurnoutOf(Party.Municipality, _story.Partnership.FindPoll(poll)!).Answered);
        Assert.Equal(7, _story.Partnership.FindPoll(poll)!.Roll.Length);
    }

    [Fact]
    public void List_AMemberWhoWasTakenOff_IsTheSameMemberAgain()
    {
        _story.Do(new UnlistMember(A.Officer), A.Coordinator);
        _story.Do(A.Members[7], A.Coordinator);

        Assert.True(_story.Partnership.IsCoordinator(A.Officer));
        Assert.Equal(9, _story.Partnership.Members.Length);
    }

    [Fact]
    public void MissingDuties_AreThoseThatNobodyOfAPartyHas()
    {
        Assert.Empty(MissingDuty.Of(_story.Partnership));

        _story.Do(new UnlistMember(A.Chief), A.Coordinator);
        _story.Do(A.Members[7] with { Duties = Duties.Coordinate }, A.Coordinator);
        _story.Do(new UnlistMember(A.SafetyManager), A.Coordinator);

        Assert.Equal(
            [
                new MissingDuty(Party.Police, Duties.Vote),
                new MissingDuty(Party.Municipality, Duties.Confirm),
                new MissingDuty(Party.Police, Duties.Confirm),
            ],
            MissingDuty.Of(_story.Partnership));
    }

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
