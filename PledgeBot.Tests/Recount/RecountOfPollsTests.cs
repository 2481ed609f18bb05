using System.Text.Json.Nodes;
using static PledgeBot.Tests.Recount.WrittenRecord;

namespace PledgeBot.Tests.Recount;

/// <summary>The rules of the count, a case for each: what a record states by them agrees, and nothing else does.</summary>
public sealed class RecountOfPollsTests
{
    private const string Seed = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    // A 7, B 3, C 3: one place left for two.
    private static readonly WrittenPoll OneClearTwoTied = new("AB AB AB A AC . . AC AC", "tie", "A", "BC");

    // A 6, B 4, C 3, D 2, E 0.
    private static readonly WrittenPoll Ranked = new("AB AB AB AC AC DC . AB D", "clear", "AB");

    [Fact]
    public void NoCandidates_ThereIsNoPollAndNothingToCount() =>
        Assert.Contains("Ingen omröstning har räknats.", AssertAgrees(Of(string.Empty, [])));

    [Theory]
    [InlineData("A")]
    [InlineData("AB")]
    public void OneOrTwoCandidates_GoToConfirmationWithoutAPoll(string recommended) =>
        Assert.Contains("direkt till bekräftelse: V1-01", AssertAgrees(Of(recommended, [])));

    [Fact]
    public void TwoCandidates_WithAPollThatTheGroupWanted_AreCounted() =>
        AssertAgrees(Of("AB", new WrittenPoll("AB A A A A . . B .", "clear", "AB") { Options = "AB" }));

    [Fact]
    public void ThreeWayTieForBothPlaces_IsARunOffAmongThreeWithTwoVotesEach() => AssertAgrees(Of("AC", [
        new WrittenPoll("AB BC CA . . - - AB C", "tie", "", "ABC"),
        WrittenPoll.RunOff("ABC", 2, "AC AC AB . . AC - C B", "clear", "AC"),
    ]));

    [Fact]
    public void OneClearAndTwoTied_IsARunOffBetweenTheTwoWithOneVote() => AssertAgrees(Of("AC", [
        OneClearTwoTied,
        WrittenPoll.RunOff("BC", 1, "B C C C B . . - C", "clear", "C"),
    ]));

    [Fact]
    public void TwoClearlyAhead_AreBothChosenThoughTheyAreEqual() =>
        AssertAgrees(Of("AB", new WrittenPoll("AB AB AB AB C . . AC B", "clear", "AB")));

    [Fact]
    public void AllAbstain_IsQuorateWithoutAResultAndTheConfirmingAgree() => AssertAgrees(Of(
        "BD",
        [new WrittenPoll("- - - - - - - - -", "noVotes")],
        [Settlement("agreement", "ABCDE", 2, "BD")]));

    [Fact]
    public void EverybodyPicksTheSameTwo_TheyAreChosen() => AssertAgrees(Of("DE", new WrittenPoll("DE DE DE DE DE DE DE DE DE", "clear", "DE")));

    [Fact]
    public void AllVotesFromOneParty_IsNotQuorate() => AssertAgrees(Of(
        "AB",
        [new WrittenPoll("AB AB AB AB AB AB AB . .", "notQuorate")],
        [Settlement("agreement", "ABCDE", 2, "AB")]));

    [Fact]
    public void AllVotesFromOneParty_WhereTheRulesDoNotAskForBoth_Count() =>
        AssertAgrees(Of("AB", new WrittenPoll("AB AB AB AB AB AB AB . .", "clear", "AB") { BothParties = false }));

    // The member who left is on the roll still; one who came later is not.
    [Fact]
    public void MemberAddedWhileOpen_CannotVote()
    {
        JsonObject record = Of("AB", new WrittenPoll("AB AB AB . . . . AB AB", "clear", "AB"));
        Ballots(record).Add(new JsonObject { ["receipt"] = "ny medlem", ["picks"] = WrittenPoll.References("CD"), ["voter"] = 10 });

        AssertDiffers(record, "Omröstning 1: rösten \"ny medlem\" är inte giltig och räknas inte: röstberättigad nummer 10 finns inte i röstlängden.");
    }

    [Fact]
    public void WithdrawnCandidate_ClosesThePollAndItIsHeldAnew() => AssertAgrees(
        Of("AB", [WrittenPoll.Cancelled("ABCDE"), new WrittenPoll("AB AB AB . . AD . AB .", "clear", "AB") { Options = "ABDE" }], withdrawn: "C"));

    [Fact]
    public void WithdrawnCandidate_WhenTwoAreLeft_NeedsNoPoll() =>
        AssertAgrees(Of("AB", [WrittenPoll.Cancelled("ABC")], withdrawn: "C"));

    [Fact]
    public void CancelledPoll_WithoutAWithdrawnCandidate_IsReported() => AssertDiffers(
        Of("AB", [WrittenPoll.Cancelled("ABC")], withdrawn: "E"),
        "Omröstning 1 avbröts, men inget av dess förslag är tillbakadraget.");

    [Fact]
    public void WithdrawnCandidate_OfATie_LeavesThePlaceToTheOtherWithoutARunOff() =>
        AssertAgrees(Of("AC", [OneClearTwoTied], withdrawn: "B"));

    [Fact]
    public void WithdrawnCandidate_DuringARunOff_IsLeftOutOfTheNext() => AssertAgrees(Of(
        "AC",
        [
            new WrittenPoll("AB AC AD AE A . . AB CD", "tie", "A", "BCD"),
            WrittenPoll.Cancelled("BCD") with { Kind = "runOff", After = "1", Places = 1 },
            WrittenPoll.RunOff("CD", 1, "C C C C . . . D .", "clear", "C"),
        ],
        withdrawn: "B"));

    [Fact]
    public void SameVoterTwice_OnlyTheFirstIsCounted()
    {
        JsonObject record = Of("AB", new WrittenPoll("AB AB AB . . . . AB AB", "clear", "AB"));
        Ballots(record).Add(new JsonObject { ["receipt"] = "en till", ["picks"] = WrittenPoll.References("CD"), ["voter"] = 9 });

        AssertDiffers(record, "Omröstning 1: rösten \"en till\" är inte giltig och räknas inte: röstberättigad nummer 9 har redan röstat.");
    }

    [Fact]
    public void RunOffThatIsNotQuorate_GoesToTheConfirming() => AssertAgrees(Of(
        "AC",
        [OneClearTwoTied, WrittenPoll.RunOff("BC", 1, "B B . . . . . . C", "notQuorate")],
        [Settlement("castingVote", "BC", 1, "C", poll: "2")]));

    [Fact]
    public void WithdrawnCandidate_OfASecondPoll_WhenTwoAreLeft_NeedsNoThird() => AssertAgrees(Of(
        "AB",
        [new WrittenPoll("AB AB . . . . . . .", "notQuorate") { Options = "ABC" }, WrittenPoll.Cancelled("ABC") with { Id = "2" }],
        withdrawn: "C"));

    [Fact]
    public void WithdrawnCandidate_WhenTwoAreLeftAndAThirdIsRecommended_IsReported() => AssertDiffers(
        Of("AD", [WrittenPoll.Cancelled("ABC")], withdrawn: "C"),
        "gruppens förslag är V1-01, V1-02 enligt räkningen, men beslutet anger V1-01, V1-04.");

    // The record may name what takes the place alone, or with the measure that stays.
    [Theory]
    [InlineData("BC")]
    [InlineData("C")]
    public void ImpossibleMeasure_IsReplacedByTheNextInRank(string recommended) =>
        Assert.Contains("ersattes: V1-01.", AssertAgrees(Of(recommended, [Ranked], replaced: "A")));

    [Theory]
    [InlineData("CD")]
    [InlineData("D")]
    public void ImpossibleMeasures_OneAfterTheOther_AreReplacedByTheNextTwo(string recommended) =>
        AssertAgrees(Of(recommended, [Ranked], replaced: "AB"));

    [Theory]
    [InlineData("B")]
    [InlineData("BD")]
    [InlineData("")]
    public void ImpossibleMeasure_ReplacedByAnotherThanTheNext_IsReported(string recommended) =>
        Assert.Contains("STÄMMER INTE: gruppens förslag är V1-02, V1-03", CountAgain(Of(recommended, [Ranked], replaced: "A")).Said);

    [Theory]
    [InlineData("BD")]
    [InlineData("D")]
    public void ImpossibleMeasure_ThatIsNamed_IsReplacedByANewPoll(string recommended) => AssertAgrees(Of(
        recommended,
        [Ranked, new WrittenPoll("C D D D D . . D C", "clear", "D") { Id = "2", Kind = "replacement", Replaces = "A", Options = "CDE", Places = 1 }],
        replaced: "A"));

    [Fact]
    public void ImpossibleMeasure_WhenTheNewPollIsBrokenOffAndOneIsLeft_IsReplacedByThat() => AssertAgrees(Of(
        "BD",
        [Ranked, WrittenPoll.Cancelled("CD") with { Kind = "replacement", Replaces = "A", Places = 1 }],
        withdrawn: "C",
        replaced: "A"));

    [Fact]
    public void ImpossibleMeasure_WhenTheNewPollIsNotQuorate_GoesToTheConfirming() => AssertAgrees(Of(
        "BD",
        [Ranked, new WrittenPoll("C D . . . . . . .", "notQuorate") { Id = "2", Kind = "replacement", Replaces = "A", Options = "CD", Places = 1 }],
        [Settlement("agreement", "CD", 1, "D", poll: "2")],
        replaced: "A"));

    [Fact]
    public void ImpossibleMeasure_IsReplacedByANewPoll() => AssertAgrees(Of(
        "AD",
        [Ranked, new WrittenPoll("C D D D D . . D C", "clear", "D") { Id = "2", Kind = "replacement", Replaces = "B", Options = "CD", Places = 1 }],
        replaced: "B"));

    [Fact]
    public void ImpossibleMeasure_WhenTheNewPollTies_IsFollowedByARunOff() => AssertAgrees(Of(
        "BE",
        [
            Ranked,
            new WrittenPoll("C D D E E . . E D", "tie", "", "DE") { Id = "2", Kind = "replacement", Replaces = "A", Options = "CDE", Places = 1 },
            WrittenPoll.RunOff("DE", 1, "E D E D E . . . E", "clear", "E") with { Id = "3", After = "2", Replaces = "A" },
        ],
        replaced: "A"));

    [Fact]
    public void ImpossibleMeasures_OneByANewPollAndOneByTheNextInIt_AreReplaced() => AssertAgrees(Of(
        "DE",
        [Ranked, new WrittenPoll("C D D E D . . E D", "clear", "D") { Id = "2", Kind = "replacement", Replaces = "A", Options = "CDE", Places = 1 }],
        replaced: "AB"));

    [Fact]
    public void ImpossibleMeasure_ThatTheNewPollDidNotChoose_IsReported() => AssertDiffers(
        Of(
            "AC",
            [Ranked, new WrittenPoll("C D D D D . . D C", "clear", "D") { Id = "2", Kind = "replacement", Replaces = "B", Options = "CD", Places = 1 }],
            replaced: "B"),
        "gruppens förslag är V1-01, V1-04 enligt räkningen, men beslutet anger V1-01, V1-03.");

    [Fact]
    public void NewPoll_ForThePlaceOfAMeasureThatWasNotReplaced_IsReported() => AssertDiffers(
        Of("AB", [Ranked, new WrittenPoll("C D D D D . . D C", "clear", "D") { Id = "2", Kind = "replacement", Replaces = "B", Options = "CD", Places = 1 }]),
        "Omröstning 2 (om lediga platser) ska ge en annan åtgärds plats, men beslutet säger inte vilken åtgärd som ersattes.");

    [Fact]
    public void ReplacedMeasure_ThatHadNoPlace_IsReported() => AssertDiffers(
        Of("ABD", [Ranked], replaced: "C"),
        "V1-03 ersattes enligt beslutet, men hade enligt räkningen ingen plats.");

    [Fact]
    public void OneOfTwoConfirmedWithoutAPoll_WhenReplaced_IsReplacedByTheNewPollsChoice() => AssertAgrees(Of(
        "AD",
        [new WrittenPoll("C D D D D . . D C", "clear", "D") { Kind = "replacement", Replaces = "B", Options = "CD", Places = 1 }],
        replaced: "B"));

    [Theory]
    [InlineData("moreThanHalf", "A A A . . . . A", "notQuorate")]
    [InlineData("moreThanHalf", "A A A A . . . A", "clear")]
    [InlineData("moreThanHalf", "- - A A . . . -", "clear")]
    [InlineData("twoThirds", "A A A . . . . A A", "notQuorate")]
    [InlineData("twoThirds", "A A A A . . . A A", "clear")]
    [InlineData("everybody", "A A A A A A A . A", "notQuorate")]
    [InlineData("everybody", "A A A A A A - A A", "clear")]
    [InlineData("everybody", ". . . . . . . . .", "notQuorate")]
    public void Quorum_IsCountedOfAllOnTheRoll(string share, string ballots, string outcome)
    {
        bool isQuorate = outcome == "clear";
        string roll = ballots.Length == 15 ? "mmmmmmmp" : "mmmmmmmpp";

        AssertAgrees(Of(
            isQuorate ? "A" : string.Empty,
            new WrittenPoll(ballots, outcome, isQuorate ? "A" : string.Empty) { Share = share, Roll = roll }));
    }

    [Fact]
    public void Roll_ThatConflictsOfInterestHaveEmptied_IsNeverQuorate() => AssertAgrees(Of(
        "AB",
        [new WrittenPoll(string.Empty, "notQuorate") { Roll = string.Empty, Share = "everybody", BothParties = false }],
        [Settlement("agreement", "ABCDE", 2, "AB")]));

    [Fact]
    public void Chosen_AreInOrderOfVotes() =>
        AssertAgrees(Of("AD", new WrittenPoll("D D D A AD . . AD -", "clear", "DA")));

    [Fact]
    public void Option_WithoutVotes_IsNotChosenThoughAPlaceIsFree() =>
        AssertAgrees(Of("C", new WrittenPoll("C C C C C . . C -", "clear", "C")));

    [Fact]
    public void Option_WithoutVotesInTheRunOff_IsNotChosenThoughAPlaceIsFree() => AssertAgrees(Of("B", [
        new WrittenPoll("AB BC CA . . - - AB C", "tie", "", "ABC"),
        WrittenPoll.RunOff("ABC", 2, "B B B . . B - B -", "clear", "B"),
    ]));

    [Theory]
    [InlineData("ABC", false, true, "den får ha högst 2 förslag men har 3")]
    [InlineData("A", true, true, "den ska ha 2 förslag men har 1")]
    [InlineData("AA", false, true, "den har samma förslag flera gånger")]
    [InlineData("AF", false, true, "V1-06 fanns inte att välja")]
    [InlineData("", false, false, "den avstår, och det fick man inte")]
    public void Ballot_ThatTheRulesDoNotAllow_IsReportedAndLeftOut(string picks, bool exactly, bool mayAbstain, string fault)
    {
        var poll = new WrittenPoll("AB AB AB . . . . AB AB", "clear", "AB") { Exactly = exactly, MayAbstain = mayAbstain };
        JsonObject record = Of("AB", poll);
        Ballots(record).Add(new JsonObject { ["receipt"] = "en till", ["picks"] = WrittenPoll.References(picks), ["voter"] = 4 });

        AssertDiffers(record, $"Omröstning 1: rösten \"en till\" är inte giltig och räknas inte: {fault}.");
    }

    [Theory]
    [InlineData(true, "AB AB AB - . . . AB AB")]
    [InlineData(false, "AB A AB B . . . AB AB")]
    public void Ballot_ThatTheRulesAllow_IsCounted(bool exactly, string ballots) =>
        AssertAgrees(Of("AB", new WrittenPoll(ballots, "clear", "AB") { Exactly = exactly }));

    [Fact]
    public void SecretPoll_IsCountedFromBallotsThatAreNobodys()
    {
        string said = AssertAgrees(Of("AB", new WrittenPoll("AB AB AB . . AC . AB AB", "clear", "AB") { Secret = true }));

        Assert.Contains("kommunen 4 av 7, polisen 2 av 2", said);
        Assert.Contains("är beslutets egen uppgift", said);
    }

    [Fact]
    public void SecretPoll_WithABallotThatSaysWhoseItIs_IsReported()
    {
        JsonObject record = Of("AB", new WrittenPoll("AB AB AB . . . . AB AB", "clear", "AB") { Secret = true });
        Ballots(record).Add(new JsonObject { ["receipt"] = "en till", ["picks"] = WrittenPoll.References("AB"), ["voter"] = 4 });

        AssertDiffers(record, "Omröstning 1: rösten \"en till\" är inte giltig och räknas inte: den säger vems den är, fast omröstningen var sluten.");
    }

    [Fact]
    public void SecretPoll_WithFewerBallotsThanAnswers_IsReported()
    {
        JsonObject record = Of("AB", new WrittenPoll("AB AB AB . . . . AB AB", "clear", "AB") { Secret = true });
        record["polls"]![0]!["turnout"]![0]!["answered"] = 4;

        AssertDiffers(record, "Omröstning 1: det finns 5 giltiga röster, men 6 ska ha svarat.");
    }

    [Fact]
    public void SecondTieInARunOff_IsFollowedByAnother() => AssertAgrees(Of("BC", [
        new WrittenPoll("AB BC CA . . - - AB C", "tie", "", "ABC"),
        WrittenPoll.RunOff("ABC", 2, "AB CB B . . B - B -", "tie", "B", "AC"),
        WrittenPoll.RunOff("AC", 1, "C C C . . A - C -", "clear", "C") with { Id = "3", After = "2" },
    ]));

    [Theory]
    [InlineData("agreement")]
    [InlineData("castingVote")]
    public void StillTied_IsSettledByWhoMay(string way) => AssertAgrees(Of(
        "AB",
        [OneClearTwoTied, WrittenPoll.RunOff("BC", 1, "B B B C C . . . C", "tie", "", "BC")],
        [Settlement(way, "BC", 1, "B", poll: "2")]));

    // SHA-256 of the seed and "V1-02" begins with 043d, of the seed and "V1-03" with 9ecb (sha256sum).
    [Fact]
    public void StillTied_IsSettledByLotsThatAnybodyCanDrawAgain() => AssertAgrees(Of(
        "AB",
        [OneClearTwoTied, WrittenPoll.RunOff("BC", 1, "B B B C C . . . C", "tie", "", "BC")],
        [Settlement("lots", "BC", 1, "B", poll: "2", seed: Seed)]));

    [Fact]
    public void Lots_ThatDoNotFollowFromTheSeed_AreReported() => AssertDiffers(
        Of(
            "AC",
            [OneClearTwoTied, WrittenPoll.RunOff("BC", 1, "B B B C C . . . C", "tie", "", "BC")],
            [Settlement("lots", "BC", 1, "C", poll: "2", seed: Seed)]),
        "Lottning efter Omröstning 2 (skiljeomröstning) ger V1-02 när den görs om med samma tal, men beslutet anger V1-03.");

    [Fact]
    public void StillTied_WithoutASettlement_IsReported() => AssertDiffers(
        Of("AB", [OneClearTwoTied, WrittenPoll.RunOff("BC", 1, "B B B C C . . . C", "tie", "", "BC")]),
        "V1-02, V1-03 går inte att skilja åt, och beslutet säger inte vad som avgjorde mellan dem.",
        "gruppens förslag är V1-01 enligt räkningen, men beslutet anger V1-01, V1-02.");

    [Fact]
    public void Returned_LeavesItsPlaceToTheNextInRank() => AssertAgrees(Of("BC", [Ranked], returned: "A"));

    [Fact]
    public void ReturnedTwice_LeavesTheirPlacesToTheNextTwo() => AssertAgrees(Of("BD", [Ranked], returned: "AC"));

    [Fact]
    public void Returned_TillNothingIsLeftThatGotVotes_LeavesPlacesFree() => AssertAgrees(Of("D", [Ranked], returned: "ABC"));

    [Fact]
    public void Returned_ButStillRecommended_IsReported() => AssertDiffers(
        Of("AB", [Ranked], returned: "A"), "gruppens förslag är V1-02, V1-03 enligt räkningen, men beslutet anger V1-01, V1-02.");

    [Fact]
    public void Returned_ButStillRecommendedWithoutAPoll_IsReported() => AssertDiffers(
        Of("AB", [], returned: "A"), "V1-01 är gruppens förslag i beslutet, fast det har dragits tillbaka, lämnats tillbaka eller ersatts.");

    // A 6, B 4, C 2, D 2: A goes back, and C and D are next together.
    [Fact]
    public void Returned_WhenTheNextAreTied_NeedsARunOff()
    {
        var poll = new WrittenPoll("AB AB AB A A CD . AB CD", "clear", "AB");

        AssertAgrees(Of("BD", [poll, WrittenPoll.RunOff("CD", 1, "C D D D . . . D .", "clear", "D")], returned: "A"));
        AssertAgrees(Of("BC", [poll], [Settlement("agreement", "CD", 1, "C")], returned: "A"));
        AssertDiffers(
            Of("BC", [poll], returned: "A"),
            "V1-03, V1-04 går inte att skilja åt, och beslutet säger inte vad som avgjorde mellan dem.",
            "gruppens förslag är V1-02 enligt räkningen, men beslutet anger V1-02, V1-03.");
    }

    [Fact]
    public void Returned_WhenARunOffHadRankedTheTied_GivesThePlaceByTheRunOff() => AssertAgrees(Of(
        "AB",
        [OneClearTwoTied, WrittenPoll.RunOff("BC", 1, "B C C C B . . - C", "clear", "C")],
        returned: "C"));

    [Fact]
    public void Returned_WhenNobodyPickedTheOtherInTheRunOff_StillGivesItThePlace() => AssertAgrees(Of(
        "AB",
        [OneClearTwoTied, WrittenPoll.RunOff("BC", 1, "C C C C . . . - C", "clear", "C")],
        returned: "C"));

    [Fact]
    public void Returned_WhenTheNextAreTied_TheRunOffIsForTheFreePlaceOnly() => Assert.Contains(
        "Omröstning 2 (skiljeomröstning) gäller fel antal platser: 1 enligt räkningen, men beslutet anger 2.",
        CountAgain(Of(
            "BD",
            [new WrittenPoll("AB AB AB A A CD . AB CD", "clear", "AB"), WrittenPoll.RunOff("CD", 2, "C D D D . . . D .", "clear", "DC")],
            returned: "A")).Said);

    [Fact]
    public void Returned_WhenTheConfirmingHadSettled_NeedsANewSettlement()
    {
        WrittenPoll[] polls = [new WrittenPoll("AB AB AB AB AB AB AB . .", "notQuorate")];

        AssertAgrees(Of(
            "BC",
            polls,
            [Settlement("agreement", "ABCDE", 2, "AB"), Settlement("agreement", "CDE", 1, "C")],
            returned: "A"));
        AssertDiffers(
            Of("BC", polls, [Settlement("agreement", "ABCDE", 2, "AB")], returned: "A"),
            "gruppens förslag är V1-02 enligt räkningen, men beslutet anger V1-02, V1-03.");
    }

    [Fact]
    public void PollThatWasNotQuorate_WhenHeldAnew_NoLongerMatters() => AssertAgrees(Of("CD", [
        new WrittenPoll("AB AB . . . . . . .", "notQuorate"),
        new WrittenPoll("CD CD CD . . AC . C D", "clear", "CD") { Id = "2" },
    ]));

    [Theory]
    [InlineData("BD", 1, "Omröstning 2 (skiljeomröstning) gäller V1-02, V1-04. Lika röstetal att avgöra fanns enligt räkningen mellan: V1-02, V1-03.")]
    [InlineData("BCD", 1, "Omröstning 2 (skiljeomröstning) gäller V1-02, V1-03, V1-04. Lika röstetal att avgöra fanns enligt räkningen mellan: V1-02, V1-03.")]
    [InlineData("BC", 2, "Omröstning 2 (skiljeomröstning) gäller fel antal platser: 1 enligt räkningen, men beslutet anger 2.")]
    public void RunOff_AboutSomethingElseThanTheTie_IsReported(string options, int places, string difference)
    {
        (int code, string said) = CountAgain(Of("AB", [OneClearTwoTied, WrittenPoll.RunOff(options, places, "B B B B B . . . B", "clear", "B")]));

        Assert.Equal(1, code);
        Assert.Contains(difference, said);
    }

    [Fact]
    public void RunOff_WithoutOneOfTheTied_IsReported() => Assert.Contains(
        "gäller V1-02, V1-03. Lika röstetal att avgöra fanns enligt räkningen mellan: V1-02, V1-03, V1-04.",
        CountAgain(Of("AB", [
            new WrittenPoll("AB AC AD AE A . . AB CD", "tie", "A", "BCD"),
            WrittenPoll.RunOff("BC", 1, "B B B B . . . B C", "clear", "B"),
        ])).Said);

    [Theory]
    [InlineData("9")]
    [InlineData(null)]
    public void RunOff_AfterNoKnownPoll_IsReported(string? after) => AssertDiffers(
        Of("AC", [
            new WrittenPoll("AB BC CA . . - - AB C", "tie", "", "ABC"),
            WrittenPoll.RunOff("ABC", 2, "AC AC AB . . AC - C B", "clear", "AC") with { After = after },
        ]),
        "Omröstning 2 (skiljeomröstning) ska följa på en tidigare räknad omröstning, men den finns inte i beslutet.");

    [Fact]
    public void RunOff_OfAPollThatWasNotQuorate_IsReported() => Assert.Contains(
        "Lika röstetal att avgöra fanns enligt räkningen mellan: inget.",
        CountAgain(Of("AB", [
            new WrittenPoll("AB AB . . . . . . .", "notQuorate"),
            WrittenPoll.RunOff("ABCDE", 2, "AB AB AB . . . . AB .", "clear", "AB"),
        ])).Said);

    [Fact]
    public void Settlement_OfWhatWasClear_IsReported() => AssertDiffers(
        Of("AB", [Ranked], [Settlement("agreement", "BC", 1, "B")]),
        "Överenskommelse efter Omröstning 1 gäller V1-02, V1-03. Att avgöra fanns enligt räkningen: inget.");

    [Fact]
    public void Settlement_OfMorePlacesThanAreLeft_IsReported() => AssertDiffers(
        Of("AB", [new WrittenPoll("AB AC AD AE A . . AB CD", "tie", "A", "BCD")], [Settlement("agreement", "BCD", 2, "BC")]),
        "Överenskommelse efter Omröstning 1 gäller fel antal platser: 1 enligt räkningen, men beslutet anger 2.",
        "V1-02, V1-03 går inte att skilja åt, och beslutet säger inte vad som avgjorde mellan dem.",
        "gruppens förslag är V1-01 enligt räkningen, men beslutet anger V1-01, V1-02.");

    [Fact]
    public void Settlement_OfMoreThanThePlaces_IsReported() => AssertDiffers(
        Of("AB", [OneClearTwoTied], [Settlement("agreement", "BC", 1, "BC")]),
        "Överenskommelse efter Omröstning 1 gäller fel antal platser: beslutet anger 1, men ger plats åt V1-02, V1-03.",
        "V1-02, V1-03 går inte att skilja åt, och beslutet säger inte vad som avgjorde mellan dem.",
        "gruppens förslag är V1-01 enligt räkningen, men beslutet anger V1-01, V1-02.");

    [Fact]
    public void Settlement_WithSomethingThatWasNotAmongThem_IsReported() => Assert.Contains(
        "Utslagsröst efter Omröstning 1 gällde V1-02, V1-03, men gav plats åt V1-04.",
        CountAgain(Of("AD", [OneClearTwoTied], [Settlement("castingVote", "BC", 1, "D")])).Said);

    [Fact]
    public void Settlement_AfterNoCountedPoll_IsReported() => AssertDiffers(
        Of("AB", [Ranked], [Settlement("agreement", "BC", 1, "B", poll: "7")]),
        "beslutet säger att V1-02, V1-03 avgjordes på annat sätt, men den omröstning som det följde på är inte räknad.");

    private static JsonArray Ballots(JsonObject record) => record["polls"]![0]!["ballots"]!.AsArray();
}
