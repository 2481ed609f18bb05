using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using PledgeBot.Recount;
using static PledgeBot.Tests.Recount.WrittenRecord;

namespace PledgeBot.Tests.Recount;

/// <summary>The command at its front door: what it says, tampered and hostile files, and receipts.</summary>
public sealed class RecountCommandTests
{
    private static readonly WrittenPoll Poll = new("AB AB AB - . AC . AB DE", "clear", "AB");

    [Fact]
    public void Recount_OfARecordThatAgrees_SaysWhatItCounted() => Assert.Equal(
        [
            "Beslut 2026:1 från vandring V1.",
            "Kontrollsumman stämmer.",
            "Omröstning 1. Antal platser: 2. Svarat: kommunen 5 av 7, polisen 2 av 2.",
            "  V1-01: 5",
            "  V1-02: 4",
            "  V1-03: 1",
            "  V1-04: 1",
            "  V1-05: 1",
            "  Avstod: 1",
            "  Resultat: avgjort. Valt: V1-01, V1-02. Lika röstetal om sista platsen: inget.",
            "Gruppens förslag enligt räkningen: V1-01, V1-02.",
            "Allt stämmer.",
        ],
        Lines(AssertAgrees(Of("AB", Poll))));

    [Fact]
    public void Recount_InEnglish_SaysTheSame()
    {
        string said = AssertAgrees(Of("AB", Poll), "--english");

        Assert.Contains("The checksum agrees.", said);
        Assert.EndsWith("Everything agrees.", said.TrimEnd());
        Assert.Equal(Lines(AssertAgrees(Of("AB", Poll))).Length, Lines(said).Length);
    }

    [Fact]
    public void Recount_LeavesTheLanguageOfItsCallerAlone()
    {
        CultureInfo before = CultureInfo.CurrentUICulture;

        AssertAgrees(Of("AB", Poll), "--english");

        Assert.Equal(before, CultureInfo.CurrentUICulture);
    }

    [Fact]
    public void Recount_OfARecordWithEverything_SaysHowItWentOn()
    {
        string said = AssertAgrees(Of(
            "BD",
            [WrittenPoll.Cancelled("ABCDE"), new WrittenPoll("AB AB AB A A CD . AB CD", "clear", "AB") { Options = "ABCD" }],
            [Settlement("agreement", "CD", 1, "D")],
            withdrawn: "E",
            returned: "A"));

        Assert.Contains("Omröstning 1 avbröts när ett förslag drogs tillbaka.", said);
        Assert.Contains("Överenskommelse mellan V1-03, V1-04: V1-04.", said);
        Assert.Contains("Drogs tillbaka: V1-05.", said);
        Assert.Contains("Lämnades tillbaka av en part: V1-01.", said);
    }

    [Fact]
    public void Recount_OfACorrection_SaysWhatItCorrects()
    {
        JsonObject record = Of("AB", Poll);
        record["corrects"] = new JsonObject { ["number"] = "2025:9", ["reason"] = "Fel datum." };

        Assert.Contains("Det rättar beslut 2025:9.", AssertAgrees(record));
    }

    [Fact]
    public void Checksum_IsOfTheRecordsTextAsItStands()
    {
        string text = TextOf(Of("AB", Poll));
        string reflowed = text.Replace("\"walk\": ", "\"walk\":  ", StringComparison.Ordinal);

        Assert.Equal(0, CountAgain("\uFEFF" + text + "\n").Code);
        (int code, string said) = CountAgain(reflowed);
        Assert.Equal(1, code);
        Assert.Contains("STÄMMER INTE: Kontrollsumman i filen är sha256:", said);
        Assert.Contains("Antal fel: 1.", said);
    }

    [Fact]
    public void Vote_ChangedInTheFile_IsFoundByChecksumAndCount()
    {
        string text = TextOf(Of("AB", Poll));
        int first = text.IndexOf("\"picks\": [", StringComparison.Ordinal);
        int reference = text.IndexOf("V1-02", first, StringComparison.Ordinal);

        (int code, string said) = CountAgain(string.Concat(text.AsSpan(0, reference), "V1-03", text.AsSpan(reference + 5)));

        Assert.Equal(1, code);
        Assert.Contains("Kontrollsumman i filen", said);
        Assert.Contains("Omröstning 1: V1-02 har fått 3 röster enligt räkningen, men beslutet anger 4.", said);
    }

    public static TheoryData<string, string, string[]> Tamperings => new()
    {
        {
            "en röst ändrad", "ballots/0/picks/1=\"V1-05\"",
            [
                "Omröstning 1: V1-02 har fått 3 röster enligt räkningen, men beslutet anger 4.",
                "Omröstning 1: V1-05 har fått 2 röster enligt räkningen, men beslutet anger 1.",
            ]
        },
        {
            "ett antal ändrat", "result/totals/2/votes=2",
            ["Omröstning 1: V1-03 har fått 1 röster enligt räkningen, men beslutet anger 2."]
        },
        { "avstod ändrat", "result/abstentions=0", ["Omröstning 1: 1 avstod enligt räkningen, men beslutet anger 0."] },
        {
            "utfallet ändrat", "result/outcome=\"tie\"",
            ["Omröstning 1: utfallet är avgjort enligt räkningen, men beslutet anger lika röstetal."]
        },
        {
            "valt i annan ordning", "result/chosen=[\"V1-02\",\"V1-01\"]",
            ["Omröstning 1: valt är V1-01, V1-02 enligt räkningen, men beslutet anger V1-02, V1-01."]
        },
        {
            "lika röstetal påhittat", "result/tied=[\"V1-03\"]",
            ["Omröstning 1: lika röstetal om sista platsen har inget enligt räkningen, men beslutet anger V1-03."]
        },
        {
            "ett påhittat förslag", "result/totals/4/option=\"V1-09\"",
            [
                "Omröstning 1: V1-05 har fått 1 röster enligt räkningen, men beslutet anger 0.",
                "Omröstning 1: beslutet anger röster för V1-09, som inte fanns att välja.",
            ]
        },
        {
            "röstlängden ändrad", "roll/4/party=\"police\"",
            [
                "Omröstning 1: röstberättigade från kommunen är 6 enligt röstlängden, men beslutet anger 7.",
                "Omröstning 1: röstberättigade från polisen är 3 enligt röstlängden, men beslutet anger 2.",
            ]
        },
        {
            "valdeltagandet ändrat", "turnout/0/answered=6",
            ["Omröstning 1: från kommunen har 5 svarat enligt rösterna, men beslutet anger 6."]
        },
        {
            "en röst utan väljare", "ballots/0/voter=null",
            [
                "Omröstning 1: rösten \"alm korn\" är inte giltig och räknas inte: den säger inte vems den är, fast omröstningen var öppen.",
                "Omröstning 1: från kommunen har 4 svarat enligt rösterna, men beslutet anger 5.",
                "Omröstning 1: V1-01 har fått 4 röster enligt räkningen, men beslutet anger 5.",
                "Omröstning 1: V1-02 har fått 3 röster enligt räkningen, men beslutet anger 4.",
            ]
        },
        {
            "en väljare två gånger", "roll/3/voter=5",
            [
                "Omröstning 1: röstberättigad nummer 5 står två gånger i röstlängden.",
                "Omröstning 1: rösten \"hassel korn\" är inte giltig och räknas inte: röstberättigad nummer 4 finns inte i röstlängden.",
                "Omröstning 1: röstberättigade från kommunen är 6 enligt röstlängden, men beslutet anger 7.",
                "Omröstning 1: från kommunen har 4 svarat enligt rösterna, men beslutet anger 5.",
                "Omröstning 1: 0 avstod enligt räkningen, men beslutet anger 1.",
            ]
        },
        { "ett förslag två gånger", "options/4=\"V1-01\"", ["Omröstning 1: V1-01 står två gånger bland förslagen."] },
        { "resultatet borta", "result=null", ["Omröstning 1: beslutet anger inget resultat."] },
        { "avbruten med röster", "closed=\"cancelled\"", ["Omröstning 1: den avbröts men har röster eller resultat."] },
        { "part två gånger", "turnout/1/party=\"municipality\"", ["Omröstning 1: valdeltagandet för en part står två gånger."] },
    };

    // The checksum is made anew after the change: whoever changes the file can do that too.
    [Theory]
    [MemberData(nameof(Tamperings))]
    public void Record_TamperedWithThoughTheChecksumIsRight_IsReported(string what, string change, string[] differences)
    {
        JsonObject record = Of("AB", Poll);
        string[] parts = change.Split('=', 2);
        string[] path = parts[0].Split('/');
        JsonNode place = path[..^1].Aggregate(record["polls"]![0]!, Step);
        if (int.TryParse(path[^1], out int index))
        {
            place[index] = JsonNode.Parse(parts[1]);
        }
        else
        {
            place[path[^1]] = JsonNode.Parse(parts[1]);
        }

        (int code, string said) = CountAgain(record);

        Assert.True(code == 1, what);
        Assert.Contains("Kontrollsumman stämmer.", said);
        Assert.All(differences, difference => Assert.Contains($"STÄMMER INTE: {difference}", Lines(said)));
    }

    [Fact]
    public void Ballot_StandingTwice_IsCountedOnce()
    {
        JsonObject record = Of("AB", Poll);
        JsonArray ballots = record["polls"]![0]!["ballots"]!.AsArray();
        ballots.Add(ballots[0]!.DeepClone());
        ballots[^1]!["receipt"] = "ALM  korn";

        AssertDiffers(record, "Omröstning 1: rösten \"ALM  korn\" är inte giltig och räknas inte: en tidigare röst har samma kvitto.");
    }

    [Fact]
    public void Recommendation_Changed_IsReported() => AssertDiffers(
        Of("AC", Poll), "gruppens förslag är V1-01, V1-02 enligt räkningen, men beslutet anger V1-01, V1-03.");

    [Fact]
    public void Recommendation_NamedTwice_IsReported() => AssertDiffers(
        Of("ABA", Poll), "gruppens förslag är V1-01, V1-02 enligt räkningen, men beslutet anger V1-01, V1-02, V1-01.");

    [Fact]
    public void Polls_WithTheSameId_AreReported() => AssertDiffers(
        Of("AB", [Poll, Poll]), "Omröstning 2 har samma id som en tidigare omröstning.");

    [Theory]
    [InlineData("björk korn")]
    [InlineData("  Björk   KORN ")]
    [InlineData("bjo\u0308rk korn")]
    public void Receipt_OfACountedBallot_IsFoundWithItsPicks(string typed) => Assert.Contains(
        " korn\" finns bland de räknade rösterna i Omröstning 1: V1-01, V1-02.",
        AssertAgrees(Of("AB", Poll), "--kvitto", typed),
        StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Receipt_InTwoWordsWithoutQuotes_IsFound() =>
        Assert.Contains("i Omröstning 1: avstod.", AssertAgrees(Of("AB", Poll), "--kvitto", "hassel", "korn"));

    [Fact]
    public void Receipt_OfTheRunOff_IsFoundThere() => Assert.Contains(
        "Kvittot \"björk råg\" finns bland de räknade rösterna i Omröstning 2 (skiljeomröstning): V1-03.",
        AssertAgrees(
            Of("AC", [new WrittenPoll("AB AB AB A AC . . AC AC", "tie", "A", "BC"), WrittenPoll.RunOff("BC", 1, "B C C C B . . - C", "clear", "C")]),
            "--kvitto",
            "björk råg"));

    [Fact]
    public void Receipt_ThatIsNobodys_IsReported()
    {
        (int code, string said) = CountAgain(Of("AB", Poll), "--kvitto", "lind havre");

        Assert.Equal(1, code);
        Assert.Contains("STÄMMER INTE: Kvittot \"lind havre\" finns inte bland de räknade rösterna.", said);
    }

    [Theory]
    [InlineData]
    [InlineData("--english")]
    [InlineData("a.json", "b.json")]
    [InlineData("a.json", "--kvitto")]
    [InlineData("a.json", "--json")]
    [InlineData("a.json", "--kvitto", "björk havre", "--kvitto", "ek råg")]
    public void CommandLine_ThatSaysSomethingElse_IsAnsweredWithHowToWriteIt(params string[] args)
    {
        using var output = new StringWriter();

        int code = RecountCommand.Run(args, output);

        Assert.Equal(2, code);
        Assert.Contains("dotnet run --project PledgeBot.Recount -- ", output.ToString());
    }

    [Fact]
    public void File_ThatIsNotThere_IsSaidSo()
    {
        using var output = new StringWriter();

        Assert.Equal(2, RecountCommand.Run([Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString())], output));
        Assert.Contains("Filen går inte att läsa.", output.ToString());
        Assert.Equal(2, RecountCommand.Run([Path.GetTempPath()], output));
        Assert.Equal(2, RecountCommand.Run(["\0"], output));
        Assert.Equal(2, RecountCommand.Run([string.Empty], output));
    }

    public static TheoryData<string, string> NoRecords => new()
    {
        { string.Empty, "inte giltig JSON" },
        { "Beslut", "inte giltig JSON" },
        { "{", "inte giltig JSON" },
        { "{} {}", "inte giltig JSON" },
        { new string('[', 100_000), "inte giltig JSON" },
        { """{"checksum":"a","checksum":"b","record":{}}""", "inte giltig JSON" },
        { "[]", "hela filen ska vara ett objekt" },
        { "null", "hela filen ska vara ett objekt" },
        { "{}", "record ska vara ett objekt" },
        { """{"record":[]}""", "record ska vara ett objekt" },
        { """{"record":{}}""", "record.format ska vara något av pledgebot/decision-record/1" },
        { """{"record":{"format":"pledgebot/decision-record/2"}}""", "record.format ska vara något av" },
        { """{"record":{"format":"pledgebot/decision-record/1"}}""", "checksum ska vara en text" },
    };

    [Theory]
    [MemberData(nameof(NoRecords))]
    public void File_ThatIsNoRecord_IsRefusedWithASentence(string text, string sentence)
    {
        (int code, string said) = CountAgain(text);

        Assert.Equal(2, code);
        Assert.Contains(sentence, said);
    }

    [Theory]
    [InlineData("\"places\": 2", "\"places\": 0", "record.polls[0].places ska vara ett heltal från 1 till 1000")]
    [InlineData("\"places\": 2", "\"places\": 1e999", "record.polls[0].places ska vara ett heltal")]
    [InlineData("\"places\": 2", "\"places\": 2.5", "record.polls[0].places ska vara ett heltal")]
    [InlineData("\"places\": 2", "\"places\": \"2\"", "record.polls[0].places ska vara ett heltal")]
    [InlineData("\"votes\": 5", "\"votes\": -1", "record.polls[0].result.totals[0].votes ska vara ett heltal från 0")]
    [InlineData("\"kind\": \"first\"", "\"kind\": \"last\"", "record.polls[0].kind ska vara något av first, runOff, replacement")]
    [InlineData("\"secret\": false", "\"secret\": null", "record.polls[0].rules.secret ska vara true eller false")]
    [InlineData("\"number\": \"2026:1\"", "\"number\": \"\"", "record.number ska vara en text med 1–200 tecken")]
    [InlineData("\"number\": \"2026:1\"", "\"number\": \"\\uD800\"", "record.number ska vara en text")]
    [InlineData("\"settlements\": []", "\"settlements\": {}", "record.settlements ska vara en lista")]
    [InlineData("\"withdrawn\": []", "\"withdrawn\": [null]", "record.withdrawn[0] ska vara en text")]
    [InlineData("\"recommended\"", "\"recommend\"", "record.recommended ska vara en lista")]
    public void Record_OfAnotherShape_IsRefusedWithItsPlace(string was, string becomes, string sentence)
    {
        string text = TextOf(Of("AB", Poll));
        Assert.Contains(was, text);

        (int code, string said) = CountAgain(text.Replace(was, becomes, StringComparison.Ordinal));

        Assert.Equal(2, code);
        Assert.Contains(sentence, said);
    }

    [Theory]
    [InlineData("00")]
    [InlineData("zz")]
    public void Lots_WithoutASeedOf32Bytes_AreRefused(string seed) => Assert.Contains(
        "record.settlements[0].seed ska vara 64 hexadecimala siffror",
        CountAgain(Of("AB", [Poll], [Settlement("lots", "AB", 1, "A", seed: seed)])).Said);

    [Fact]
    public void File_LargerThanTheLimit_IsRefused()
    {
        byte[] large = new byte[(20 * 1024 * 1024) + 1];
        Array.Fill(large, (byte)' ');

        Assert.Contains("Filen är större än 20 MB.", CountAgain(large).Said);
    }

    [Fact]
    public void List_LongerThanTheLimit_IsRefused() =>
        Assert.Contains("record.withdrawn ska vara en lista med högst 1000 delar", CountAgain(Of("AB", [Poll], withdrawn: new string('C', 1001))).Said);

    [Fact]
    public void File_ThatIsNotUtf8_IsRefused() =>
        Assert.Equal(2, CountAgain(Encoding.Latin1.GetBytes(TextOf(Of("AB", Poll)).Replace("V1", "ö", StringComparison.Ordinal))).Code);

    // A terminal obeys some characters; whoever made the file must not speak with the command's voice.
    [Fact]
    public void Record_WithCharactersThatATerminalObeys_ShowsNoneOfThem()
    {
        JsonObject record = Of("AB", Poll);
        record["number"] = "1\u001b[2J\nAllt stämmer.\u202e";
        record["polls"]![0]!["ballots"]![0]!["receipt"] = "alm\ufffe korn";

        (int code, string said) = CountAgain(record);

        Assert.Equal(0, code);
        Assert.StartsWith("Beslut 1?[2J?Allt stämmer.? från", said);
    }

    [Fact]
    public void File_ChangedAnywhere_IsNeverMoreThanADifference()
    {
        byte[] whole = Encoding.UTF8.GetBytes(TextOf(Of(
            "AC",
            [new WrittenPoll("AB AB AB A AC . . AC AC", "tie", "A", "BC"), WrittenPoll.RunOff("BC", 1, "B C C C B . . - C", "tie", "", "BC")],
            [Settlement("lots", "BC", 1, "C", poll: "2", seed: new string('7', 64))],
            withdrawn: "E",
            returned: "D")));
        int record = Encoding.UTF8.GetString(whole).IndexOf("\"record\": {", StringComparison.Ordinal) + 10;

        Gen.Select(Gen.Int[record, whole.Length - 3], Gen.OneOf(Gen.Byte, Gen.Int[0, 11].Select(index => "0129[]{},:-e"u8[index]))).Sample((place, value) =>
        {
            byte[] changed = [.. whole];
            changed[place] = value;
            (int code, string said) = CountAgain(changed);
            return value == whole[place] || (code is 1 or 2 && said.Length > 0);
        }, iter: 1000);
    }

    private static JsonNode Step(JsonNode from, string part) => int.TryParse(part, out int index) ? from[index]! : from[part]!;
}
