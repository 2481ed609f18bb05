using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.Proposals;

public sealed class ProposalTests
{
    private readonly Story _story = A.Story();

    [Fact]
    public void Register_OnAPlannedWalk_GetsTheNextReferenceAndTrimmedTexts()
    {
        WalkNumber walk = _story.PlanWalk();
        _story.Propose(walk);

        _story.Do(A.RegisterProposal(walk, " Torget ", " Ödsligt ", " Fotpatrullera ", A.Photo(1)), A.Chief);

        Assert.Equal(
            new Proposal(A.Proposal(2), "Torget", Category.Lighting, "Ödsligt", "Fotpatrullera", A.Photo(1), A.Chief, null),
            _story.Partnership.Proposals[A.Proposal(2)]);
    }

    [Fact]
    public void Register_OnTwoWalks_NumbersEachFromOne()
    {
        WalkNumber first = _story.PlanWalk();
        WalkNumber second = _story.PlanWalk();
        _story.Propose(first);

        Assert.Equal(A.Proposal(1, walk: 2), _story.Propose(second));
    }

    [Fact]
    public void Register_TheNinetyNinth_IsAllowed()
    {
        WalkNumber walk = _story.PlanWalk();
        for (int i = 0; i < 98; i++)
        {
            _story.Propose(walk);
        }

        Assert.Equal("V1-99", _story.Propose(walk).ToString());
    }

    [Fact]
    public void Register_TextsAtTheirLongest_AreAllowed() =>
        Assert.Single(
            _story.Do(A.RegisterProposal(_story.PlanWalk(), new string('x', 100), new string('x', 300), new string('x', 300)), A.Streets));

    [Fact]
    public void AddPhoto_Another_ReplacesTheFirst()
    {
        ProposalReference reference = _story.Propose(_story.PlanWalk());
        _story.Do(new AddProposalPhoto(reference, A.Photo(1)), A.Streets);

        _story.Do(new AddProposalPhoto(reference, A.Photo(2)), A.Streets);

        Assert.Equal(A.Photo(2), _story.Partnership.Proposals[reference].Photo);
    }

    [Fact]
    public void AddPhoto_TheSameAgain_ChangesNothing()
    {
        ProposalReference reference = _story.Propose(_story.PlanWalk());
        _story.Do(new AddProposalPhoto(reference, A.Photo(1)), A.Streets);

        Assert.Empty(_story.Do(new AddProposalPhoto(reference, A.Photo(1)), A.Streets));
    }

    [Theory]
    [InlineData("V1-03", 1, 3)]
    [InlineData("v12-7", 12, 7)]
    [InlineData(" 2-10 ", 2, 10)]
    [InlineData("V1–03", 1, 3)]
    public void Reference_AsPeopleWriteIt_IsRead(string text, int walk, int number) =>
        Assert.Equal(A.Proposal(number, walk), ProposalReference.Parse(text, provider: null));

    [Theory]
    [InlineData("V1")]
    [InlineData("V1-")]
    [InlineData("-3")]
    [InlineData("V1-0")]
    [InlineData("V1--3")]
    [InlineData(null)]
    public void Reference_OfSomethingElse_IsNotRead(string? text) =>
        Assert.False(ProposalReference.TryParse(text, provider: null, out _));

    [Fact]
    public void Reference_InOrder_GoesByWalkThenNumber()
    {
        ProposalReference[] references = [A.Proposal(2, walk: 10), A.Proposal(10, walk: 2), A.Proposal(9, walk: 2)];

        Assert.Equal(["V2-09", "V2-10", "V10-02"], references.Order().Select(reference => reference.ToString()), StringComparer.Ordinal);
    }
}
