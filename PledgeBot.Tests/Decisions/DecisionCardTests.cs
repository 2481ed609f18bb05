using System.Collections.Immutable;
using PledgeBot.Dialogs.Decisions;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Walks;
using PledgeBot.Teams.Cards;
using PledgeBot.Tests.Partnerships;
using PledgeBot.Tests.Parts;

namespace PledgeBot.Tests.Decisions;

public sealed class DecisionCardTests : IDisposable
{
    private readonly CultureScope _culture = CultureScope.For("sv");
    private readonly Story _story = A.Story();

    public void Dispose() => _culture.Dispose();

    [Fact]
    public void Draw_ForEverybody_HasWhatAnybodyCanPress() => Snapshot.Match(Draw(Recommended()));

    [Fact]
    public void Draw_WithReturnsDissentsAndNumbers_TellsEverything()
    {
        WalkNumber walk = Recommended();
        _story.Do(new ConfirmRecommendation(walk), A.SafetyManager);
        _story.Do(new ReturnProposal(A.Proposal(2), "Ingen bemanning.", A.Poll(50)), A.Chief);
        _story.Do(new GiveDissent(walk, "Skolvägen borde gå före."), A.School);
        _story.Do(new EnterDiaryNumber(walk, Party.Police, "5000-K1-20"), A.Coordinator);

        Snapshot.Match(Draw(walk, A.SafetyManager));
    }

    [Fact]
    public void Draw_WhatReplacesAMeasure_InEnglish()
    {
        WalkNumber walk = Recommended();
        _story.Confirm(walk);
        _story.Do(new RecordDecision(walk, _story.Partnership.NextRecordNumber(_story.Now), new string('a', 64)), by: null);
        _story.Do(new ReplaceMeasure(A.Proposal(2), "Marken är såld.", ByNewPoll: false, A.Poll(50), _story.Now.AddDays(7)), A.Coordinator);
        using var culture = CultureScope.For("en");

        Snapshot.Match(Draw(walk, A.Officer));
    }

    [Fact]
    public void Draw_WhatReplacesAMeasure_DoesNotTellWhatWasReturnedBeforeThat()
    {
        WalkNumber walk = Recommended();
        _story.Do(new ReturnProposal(A.Proposal(2), "Ingen bemanning.", A.Poll(50)), A.Chief);
        _story.Confirm(walk);
        _story.Now = _story.Now.AddDays(30);
        _story.Do(new ReplaceMeasure(A.Proposal(3), "Marken är såld.", ByNewPoll: true, A.Poll(51), _story.Now.AddDays(7)), A.Coordinator);

        string words = CardRules.TextOf(Draw(walk));

        Assert.Contains("→ Ersätter V1-03", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Ingen bemanning.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("lämnades tillbaka", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "! Det fanns bara en kandidat, så gruppen har inte röstat.")]
    [InlineData(2, "! Det fanns bara två kandidater, så gruppen har inte röstat.")]
    public void Draw_WithoutAVote_IsFlagged(int candidates, string flag)
    {
        WalkNumber walk = _story.WalkWithCandidates(candidates);
        _story.Do(new RecommendWithoutPoll(walk), A.Coordinator);

        Assert.Contains(flag, CardRules.TextOf(Draw(walk)), StringComparison.Ordinal);
        _story.Confirm(walk);
        Assert.Contains(flag, CardRules.TextOf(Draw(walk)), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_AfterAVote_IsNotFlagged() => Assert.DoesNotContain('!', CardRules.TextOf(Draw(Recommended())));

    [Theory]
    [InlineData(SettlementWay.Agreement, "V1-03 valdes genom att kommunen och polisen kom överens.")]
    [InlineData(SettlementWay.CastingVote, "V1-03 valdes med utslagsröst av Trygghetssamordnare. Orsak: Den kan börja i vår.")]
    [InlineData(SettlementWay.Lots, "V1-03 valdes genom lottning.")]
    public void Draw_WhatWasSettled_SaysHow(SettlementWay way, string sentence)
    {
        WalkNumber walk = _story.WalkWithCandidates(3);
        PollId poll = A.Poll(1);
        PollRules rules = PollRules.Usual with
        {
            ExtensionDays = 0,
            LastResort = way switch { SettlementWay.CastingVote => LastResort.CastingVote, SettlementWay.Lots => LastResort.Lots, _ => LastResort.Agreement },
            Chair = way == SettlementWay.CastingVote ? A.Coordinator : null,
        };
        _story.Do(new OpenPoll(poll, walk, rules, _story.Now.AddDays(3)), A.Coordinator);
        _story.CloseAfter(poll, [1, 2], [1, 3], [1, 2], [1, 3], [1], [1], [1]);
        PollId runOff = _story.RunOffOf(poll);
        _story.CloseAfter(runOff, [2], [3], [2], [3], [], [], []);
        Settle(runOff, way);

        string chosen = _story.Partnership.FindPoll(runOff)!.Settlement!.Chosen[0].ToString();
        Assert.Contains(sentence.Replace("V1-03", chosen, StringComparison.Ordinal), CardRules.TextOf(Draw(walk)), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_WhileATieWaitsToBeSettled_HasNoButtonThatConfirms()
    {
        WalkNumber walk = _story.WalkWithCandidates(4);
        _story.CloseAfter(_story.OpenPoll(walk), [1, 2], [1, 2], [1, 2], [1, 3], [1, 4], [2], []);
        _story.Do(new ReturnProposal(A.Proposal(2), "Ingen bemanning.", A.Poll(50)), A.Chief);
        _story.CloseAfter(A.Poll(50), [3], [4], [3], [4], [], [], []);

        AdaptiveCard card = Draw(walk, A.SafetyManager);

        Assert.Contains("V1-03 och V1-04 står kvar utan avgörande.", CardRules.TextOf(card), StringComparison.Ordinal);
        Assert.Equal(["Lämna tillbaka", "Avvikande mening", "Visa omröstningen", "Uppdatera"], card.Actions!.Select(action => action.Title));
    }

    [Fact]
    public void Draw_WithMuchToTell_StaysSmall()
    {
        WalkNumber walk = _story.WalkWithCandidates(9);
        _story.CloseAfter(_story.OpenPoll(walk), [1, 2], [1, 3], [1, 2], [2, 3], [4, 5], [4, 5], [6, 7]);
        for (int i = 0; i < 6; i++)
        {
            if (_story.Partnership.LatestPollOf(walk) is { HasEnded: false } open)
            {
                _story.CloseAfter(open.Id, [.. Enumerable.Range(0, 7).Select(_ => open.Options.Take(open.Rules.Picks).Select(option => option.Number).ToArray())]);
            }

            ImmutableArray<Domain.Proposals.ProposalReference> recommended = _story.Partnership.Recommendations[walk].Proposals;
            if (!recommended.IsEmpty)
            {
                _story.Do(new ReturnProposal(recommended[0], new string('å', ReturnProposal.LongestReason), A.Poll(60 + i)), A.Chief);
            }
        }

        foreach (MemberId voter in A.Voters)
        {
            _story.Do(new GiveDissent(walk, new string('ö', GiveDissent.LongestText)), voter);
        }

        AdaptiveCard card = Draw(walk, A.Coordinator);

        CardRules.Check(card);
        Assert.Contains("… och 3 till. Alla står i protokollet.", CardRules.TextOf(card), StringComparison.Ordinal);
        Assert.Contains("tidigare. Allt står i protokollet.", CardRules.TextOf(card), StringComparison.Ordinal);
    }

    private void Settle(PollId runOff, SettlementWay way)
    {
        switch (way)
        {
            case SettlementWay.Agreement:
                _story.Do(new ProposeSettlement(runOff, [A.Proposal(3)]), A.SafetyManager);
                _story.Do(new ProposeSettlement(runOff, [A.Proposal(3)]), A.Chief);
                break;
            case SettlementWay.CastingVote:
                _story.Do(new GiveCastingVote(runOff, [A.Proposal(3)], "Den kan börja i vår."), A.Coordinator);
                break;
            default:
                _story.Do(new DrawLots(runOff, new string('5', 64)), A.Coordinator);
                break;
        }
    }

    private WalkNumber Recommended()
    {
        WalkNumber walk = _story.WalkWithCandidates(4);
        _story.CloseAfter(_story.OpenPoll(walk), [1, 2], [1, 2], [1, 2], [1, 3], [1, 3], [2], []);
        return walk;
    }

    private AdaptiveCard Draw(WalkNumber walk, MemberId? viewer = null)
    {
        var view = new CardView(
            _story.Partnership,
            ImmutableDictionary<PollId, BallotBox>.Empty,
            [new Contact(A.School, "Skolan", "directory", "29:school"), new Contact(A.RescueService, "Räddningen", "directory", "29:rescue")],
            viewer is { } id ? _story.Partnership.FindMember(id) : null,
            _story.Now);
        AdaptiveCard card = DecisionCard.Draw(walk.ToString(), view)!.Card;
        CardRules.Check(card);
        return card;
    }
}
