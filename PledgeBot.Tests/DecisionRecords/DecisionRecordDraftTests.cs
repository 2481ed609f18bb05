using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PledgeBot.Dialogs.DecisionRecords;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.DecisionRecords;

/// <summary>What a record of decision says, and its file.</summary>
public sealed class DecisionRecordDraftTests
{
    private static readonly WalkNumber Walk = new(1);

    [Fact]
    public void Draft_OfADecisionWithNearlyEverything_HasAllThatTheDomainReferenceLists() =>
        Snapshot.Match(Read(PlayedDecisions.DraftOf(PlayedDecisions.Corrected())));

    [Fact]
    public void Draft_OfAReplacedMeasure_SaysWhatStaysAndWhatIsNew()
    {
        JsonNode record = Read(PlayedDecisions.DraftOf(PlayedDecisions.All["replacedByNewPoll"]()))["record"]!;

        Assert.Equal("2020:1", (string?)record["corrects"]!["number"]);
        Assert.Equal("measureReplaced", (string?)record["corrects"]!["cause"]);
        Assert.Equal("Åtgärden V1-01 kan inte genomföras och har ersatts.", (string?)record["corrects"]!["reason"]);
        Assert.Equal(["V1-01"], record["replaced"]!.AsArray().Select(reference => (string?)reference));
        Assert.Equal(["V1-02", "V1-03"], record["recommended"]!.AsArray().Select(reference => (string?)reference));
        Assert.Equal("replacement", (string?)record["polls"]![1]!["kind"]);
    }

    [Fact]
    public void Draft_OfASecretPoll_HasNobodyBesideABallot()
    {
        string data = Encoding.UTF8.GetString(DecisionRecordFile.Of(PlayedDecisions.DraftOf(PlayedDecisions.All["secret"]())).Data.AsSpan());
        JsonNode poll = JsonNode.Parse(data)!["record"]!["polls"]![0]!;

        Assert.Equal(7, poll["ballots"]!.AsArray().Count);
        Assert.All(poll["ballots"]!.AsArray(), ballot => Assert.Equal(["receipt", "picks"], ballot!.AsObject().Select(property => property.Key)));
    }

    [Fact]
    public void Draft_WhenTheGroupWantsNoNames_HasNeitherNamesNorAccountsNorIdentifiersOfPeople()
    {
        Story story = PlayedDecisions.Open();
        string data = Encoding.UTF8.GetString(DecisionRecordFile.Of(PlayedDecisions.DraftOf(story)).Data.AsSpan());

        Assert.DoesNotContain("Namn ", data, StringComparison.Ordinal);
        Assert.All(A.Members, entry => Assert.DoesNotContain(entry.Member.ToString(), data, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Lokalpolisområdeschef", data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void File_WhateverTheReadersLanguage_IsTheSameBytes(string culture)
    {
        byte[] swedish = [.. DecisionRecordFile.Of(PlayedDecisions.DraftOf(PlayedDecisions.Corrected())).Data];
        (CultureInfo before, CultureInfo uiBefore) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(swedish, DecisionRecordFile.Of(PlayedDecisions.DraftOf(PlayedDecisions.Corrected())).Data.AsSpan());
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, uiBefore);
        }
    }

    [Fact]
    public void File_Checksum_IsThatOfTheRecordAsItStandsInTheFile()
    {
        var file = DecisionRecordFile.Of(PlayedDecisions.DraftOf(PlayedDecisions.Corrected()));
        using var read = JsonDocument.Parse(file.Data.AsMemory());

        string raw = read.RootElement.GetProperty("record").GetRawText();

        Assert.Equal(file.Checksum, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(raw))));
        Assert.Equal("sha256:" + file.Checksum, read.RootElement.GetProperty("checksum").GetString());
        Assert.Contains("Måla tunneln vit", raw, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', raw);
    }

    [Fact]
    public void CanBeMade_BeforeBothHaveConfirmed_IsNot()
    {
        Story story = A.Story();
        story.Do(new RecommendWithoutPoll(story.WalkWithCandidates(2)), A.Coordinator);
        story.Do(new ConfirmRecommendation(Walk), A.Chief);

        Assert.False(DecisionRecordDraft.CanBeMade(story.Partnership, Walk));
        Assert.Empty(story.Partnership.DueRecords);
    }

    [Fact]
    public void CanBeMade_WhileAMeasuresPlaceIsBeingFilled_WaitsForIt()
    {
        Story story = PlayedDecisions.Open();
        PlayedDecisions.Record(story);
        story.Do(new ReplaceMeasure(A.Proposal(1), "Marken är såld.", ByNewPoll: true, A.Poll(2), story.Now.AddDays(3)), A.Coordinator);
        story.Do(new EnterDiaryNumber(Walk, Party.Police, "A1/2020"), A.Coordinator);
        Assert.NotEmpty(story.Partnership.DueRecords);

        bool whileOpen = DecisionRecordDraft.CanBeMade(story.Partnership, Walk);
        story.CloseAfter(A.Poll(2), [3], [4], [3], [4], [3], [], [3]);
        bool beforeConfirmed = DecisionRecordDraft.CanBeMade(story.Partnership, Walk);
        story.Confirm(Walk);

        Assert.False(whileOpen);
        Assert.False(beforeConfirmed);
        Assert.True(DecisionRecordDraft.CanBeMade(story.Partnership, Walk));
    }

    private static JsonNode Read(DecisionRecordDraft draft) => JsonNode.Parse(DecisionRecordFile.Of(draft).Data.AsSpan())!;
}
