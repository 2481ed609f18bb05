using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.Walks;

public sealed class WalkTests
{
    private readonly Story _story = A.Story();

    [Fact]
    public void Plan_TextsWithBlanksAround_AreTrimmed()
    {
        _story.Do(A.PlanWalk(locality: " Brösarp ", route: "\tTorget\n"), A.Officer);

        Walk walk = _story.Partnership.Walks[0];
        Assert.Equal(new Walk(new WalkNumber(1), "Brösarp", "Torget", new DateTime(2020, 9, 3, 18, 0, 0), A.Streets, null), walk);
    }

    [Fact]
    public void Plan_AnotherWalk_GetsTheNextNumber()
    {
        _story.PlanWalk();

        Assert.Equal(new WalkNumber(2), _story.PlanWalk());
    }

    [Theory]
    [InlineData("2020-01-01T00:00:00")]
    [InlineData("2020-12-31T23:59:00")]
    public void Plan_OnTheFirstOrLastDayOfThePeriod_IsAllowed(string startsAt)
    {
        var at = DateTime.Parse(startsAt, System.Globalization.CultureInfo.InvariantCulture);

        _story.PlanWalk(at);

        Assert.Equal(at, _story.Partnership.Walks[0].StartsAt);
    }

    [Fact]
    public void Plan_TextsAtTheirLongest_AreAllowed() =>
        Assert.Single(_story.Do(A.PlanWalk(locality: new string('å', 60), route: new string('ä', 200)), A.Coordinator));

    [Fact]
    public void CarryOut_Today_KeepsTheGroupsThatCameInOrder()
    {
        WalkNumber number = _story.PlanWalk();

        _story.Do(
            A.CarryOutWalk(
                number,
                A.Today,
                new ParticipantCount(ParticipantGroup.Police, 2),
                new ParticipantCount(ParticipantGroup.OlderPeople, 0),
                new ParticipantCount(ParticipantGroup.Residents, 500)),
            A.Streets);

        Walk walk = _story.Partnership.FindWalk(number)!;
        Assert.True(walk.IsCarriedOut);
        Assert.Equal([new ParticipantCount(ParticipantGroup.Residents, 500), new ParticipantCount(ParticipantGroup.Police, 2)], walk.CarriedOut!.Participants);
        Assert.Equal(502, walk.CarriedOut.ParticipantTotal);
        Assert.Equal(A.Today, walk.HeldOn);
        Assert.Equal(new DateOnly(2020, 9, 3), walk.Date);
    }

    [Fact]
    public void CarryOut_JustAfterMidnightInSweden_IsToday()
    {
        // 22.30 UTC on the 7th is half past midnight on the 8th in Sweden.
        WalkNumber number = _story.PlanWalk();
        _story.Now = new DateTimeOffset(2020, 9, 7, 22, 30, 0, TimeSpan.Zero);

        Assert.Single(_story.Do(A.CarryOutWalk(number, new DateOnly(2020, 9, 8)), A.Streets));
    }

    [Fact]
    public void CarryOut_ByACoordinatorWhoDoesNotLeadIt_IsAllowed() =>
        Assert.Single(_story.Do(A.CarryOutWalk(_story.PlanWalk()), A.Officer));

    [Theory]
    [InlineData("V3", 3)]
    [InlineData(" v12 ", 12)]
    [InlineData("7", 7)]
    public void Number_AsPeopleWriteIt_IsRead(string text, int value) =>
        Assert.Equal(new WalkNumber(value), WalkNumber.Parse(text, provider: null));

    [Theory]
    [InlineData("V0")]
    [InlineData("V")]
    [InlineData("V-1")]
    [InlineData("V1-03")]
    [InlineData("")]
    [InlineData(null)]
    public void Number_OfSomethingElse_IsNotRead(string? text) =>
        Assert.False(WalkNumber.TryParse(text, provider: null, out _));
}
