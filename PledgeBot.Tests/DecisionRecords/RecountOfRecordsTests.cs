using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PledgeBot.Dialogs.DecisionRecords;
using PledgeBot.Recount;
using PledgeBot.Tests.Partnerships;

namespace PledgeBot.Tests.DecisionRecords;

/// <summary>That whoever gets a record's data counts to what the group came to, with a program that shares no code with the bot's.</summary>
public sealed class RecountOfRecordsTests
{
    public static TheoryData<string> Decisions { get; } = [.. PlayedDecisions.All.Keys];

    [Theory]
    [MemberData(nameof(Decisions))]
    public void Recount_OfWhatTheBotRecords_Agrees(string decision)
    {
        Story story = PlayedDecisions.All[decision]();

        (int code, string said) = Recount(DecisionRecordFile.Of(PlayedDecisions.DraftOf(story)).Data.AsSpan());

        Assert.True(code == RecountCommand.Agrees, said);
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public void Recount_AfterAVoteWasChanged_Differs(string decision)
    {
        JsonNode file = JsonNode.Parse(DecisionRecordFile.Of(PlayedDecisions.DraftOf(PlayedDecisions.All[decision]())).Data.AsSpan())!;
        JsonArray? picks = file["record"]!["polls"]!.AsArray().LastOrDefault(poll => poll!["result"] is not null)?["ballots"]!.AsArray()
            .Select(ballot => ballot!["picks"]!.AsArray())
            .FirstOrDefault(picks => picks.Count > 0);
        if (picks is null)
        {
            Assert.Contains(decision, (string[])["withoutPoll", "allAbstainedAgreement"]);
            return;
        }

        picks.RemoveAt(0);

        // Whoever changes the vote can make the checksum right too.
        string record = file["record"]!.ToJsonString();
        string checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(record)));
        (int code, string said) = Recount(Encoding.UTF8.GetBytes($$"""{"checksum":"sha256:{{checksum}}","record":{{record}}}"""));

        Assert.Contains("Kontrollsumman stämmer.", said, StringComparison.Ordinal);
        Assert.True(code == RecountCommand.Differs, said);
    }

    [Fact]
    public void Recount_AfterALetterWasChanged_FindsTheChecksumWrong()
    {
        byte[] data = [.. DecisionRecordFile.Of(PlayedDecisions.DraftOf(PlayedDecisions.Open())).Data];
        int at = data.AsSpan().IndexOf("Stationen"u8);
        data[at] = (byte)'s';

        (int code, string said) = Recount(data);

        Assert.True(code == RecountCommand.Differs, said);
    }

    private static (int Code, string Said) Recount(ReadOnlySpan<byte> data)
    {
        string file = Path.Combine(Path.GetTempPath(), $"pledgebot-record-{Guid.NewGuid():N}.json");
        File.WriteAllBytes(file, data);
        try
        {
            using var output = new StringWriter();
            return (RecountCommand.Run([file], output), output.ToString());
        }
        finally
        {
            File.Delete(file);
        }
    }
}
