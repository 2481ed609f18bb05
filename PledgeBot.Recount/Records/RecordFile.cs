using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Unicode;
using PledgeBot.Recount.Polls;

namespace PledgeBot.Recount.Records;

/// <summary>Reads a decision record's file. Whatever is in it, it is read or refused with a sentence.</summary>
internal static class RecordFile
{
    /// <summary>The most bytes that a file may have.</summary>
    public const int LargestBytes = LargestMegabytes * 1024 * 1024;

    private const int LargestMegabytes = 20;
    private const string Format = "pledgebot/decision-record/1";
    private const int MostPolls = 100;
    private const int MostOptions = 1000;
    private const int MostVoters = 10_000;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="UnreadableRecordException">It cannot be read, is too large, or is not a decision record.</exception>
    public static DecisionRecord Read(string path) => Parse(Bytes(path));

    private static ReadOnlyMemory<byte> Bytes(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            using var read = new MemoryStream();
            byte[] part = new byte[64 * 1024];
            for (int count = file.Read(part); count > 0; count = file.Read(part))
            {
                read.Write(part, 0, count);
                if (read.Length > LargestBytes)
                {
                    throw new UnreadableRecordException(Sentence.Fill(RecountTexts.TooLarge, LargestMegabytes));
                }
            }

            return read.ToArray();
        }
        catch (Exception exception) when (
            exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UnreadableRecordException(RecountTexts.CannotBeRead);
        }
    }

    private static DecisionRecord Parse(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlyMemory<byte> text = bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        if (!Utf8.IsValid(text.Span))
        {
            throw new UnreadableRecordException(RecountTexts.NotJson);
        }

        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return Record(new JsonPlace(document.RootElement, string.Empty));
        }
        catch (JsonException)
        {
            throw new UnreadableRecordException(RecountTexts.NotJson);
        }
    }

    private static DecisionRecord Record(JsonPlace file)
    {
        JsonPlace record = file["record"];
        record["format"].OneOf((Format, true));
        return new DecisionRecord(
            file["checksum"].Text(),
            $"sha256:{Convert.ToHexStringLower(SHA256.HashData(JsonMarshal.GetRawUtf8Value(record.Element)))}",
            record["number"].Text(),
            record["corrects"] is { IsNothing: false } earlier ? earlier["number"].Text() : null,
            record["walk"].Text(),
            record["polls"].List(MostPolls, ReadPoll),
            References(record["withdrawn"]),
            record["settlements"].List(MostPolls, ReadSettlement),
            References(record["returned"]),
            record["replaced"] is { IsNothing: false } replaced ? References(replaced) : [],
            References(record["recommended"]));
    }

    private static Poll ReadPoll(JsonPlace poll) => new(
        poll["poll"].Text(),
        poll["kind"].OneOf(("first", PollKind.First), ("runOff", PollKind.RunOff), ("replacement", PollKind.Replacement)),
        poll["after"].OptionalText(),
        poll["replaces"] is { IsNothing: false } replaces ? replaces.Text() : null,
        poll["places"].Number(1, MostOptions),
        ReadRules(poll["rules"]),
        References(poll["options"]),
        poll["roll"].List(MostVoters, voter => new Voter(voter["voter"].Number(int.MinValue, int.MaxValue), ReadParty(voter))),
        poll["ballots"].List(MostVoters, ReadBallot),
        poll["turnout"].List(2, turnout => new PartyTurnout(ReadParty(turnout), Count(turnout["entitled"]), Count(turnout["answered"]))),
        poll["closed"].OneOf(("closed", false), ("cancelled", true)),
        poll["result"] is { IsNothing: false } result ? ReadResult(result) : null);

    private static PollRules ReadRules(JsonPlace rules) => new(
        rules["exactly"].Truth(),
        rules["mayAbstain"].Truth(),
        rules["secret"].Truth(),
        rules["quorum"]["share"].OneOf(
            ("moreThanHalf", QuorumShare.MoreThanHalf), ("twoThirds", QuorumShare.TwoThirds), ("everybody", QuorumShare.Everybody)),
        rules["quorum"]["bothParties"].Truth());

    private static Ballot ReadBallot(JsonPlace ballot) => new(
        ballot["receipt"].Text(),
        References(ballot["picks"]),
        ballot["voter"] is { IsNothing: false } voter ? voter.Number(int.MinValue, int.MaxValue) : null);

    private static PollResult ReadResult(JsonPlace result) => new(
        result["totals"].List(MostOptions, total => new OptionVotes(total["option"].Text(), Count(total["votes"]))),
        Count(result["abstentions"]),
        result["outcome"].OneOf(
            ("clear", PollOutcome.Clear),
            ("tie", PollOutcome.Tie),
            ("notQuorate", PollOutcome.NotQuorate),
            ("noVotes", PollOutcome.NoVotes)),
        References(result["chosen"]),
        References(result["tied"]));

    private static Settlement ReadSettlement(JsonPlace settlement)
    {
        SettlementWay way = settlement["way"].OneOf(
            ("agreement", SettlementWay.Agreement), ("castingVote", SettlementWay.CastingVote), ("lots", SettlementWay.Lots));
        return new Settlement(
            way,
            settlement["poll"].Text(),
            References(settlement["among"]),
            settlement["places"].Number(1, MostOptions),
            References(settlement["chosen"]),
            way == SettlementWay.Lots ? ReadSeed(settlement["seed"]) : null);
    }

    private static byte[] ReadSeed(JsonPlace seed)
    {
        try
        {
            return Convert.FromHexString(seed.Text()) is { Length: 32 } bytes ? bytes : throw seed.Wrong(RecountTexts.ShapeSeed);
        }
        catch (FormatException)
        {
            throw seed.Wrong(RecountTexts.ShapeSeed);
        }
    }

    private static Party ReadParty(JsonPlace of) => of["party"].OneOf(("municipality", Party.Municipality), ("police", Party.Police));

    private static IReadOnlyList<string> References(JsonPlace list) => list.List(MostOptions, reference => reference.Text());

    private static int Count(JsonPlace number) => number.Number(0, MostVoters);
}
