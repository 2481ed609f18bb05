using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.DecisionRecords;

/// <summary>A record of decision as the file that anybody can count from (docs/recount.md).</summary>
/// <param name="Data">The file: UTF-8 JSON with the record and its checksum.</param>
/// <param name="Checksum">SHA-256 of the bytes of the record as they stand in the file, 64 lower-case hexadecimal digits.</param>
public sealed record DecisionRecordFile(ImmutableArray<byte> Data, string Checksum)
{
    /// <summary>Writes the file. The same draft gives the same bytes.</summary>
    public static DecisionRecordFile Of(DecisionRecordDraft draft)
    {
        byte[] record = JsonSerializer.SerializeToUtf8Bytes(draft, DecisionRecordJson.Readable.DecisionRecordDraft);
        string checksum = Convert.ToHexStringLower(SHA256.HashData(record));
        var file = new ArrayBufferWriter<byte>(record.Length + 128);
        file.Write(Encoding.UTF8.GetBytes($$"""{"checksum":"sha256:{{checksum}}","record":"""));
        file.Write(record);
        file.Write("}\n"u8);
        return new DecisionRecordFile([.. file.WrittenSpan], checksum);
    }
}

/// <summary>The generated JSON of records of decision.</summary>
/// <remarks>Use <see cref="Readable"/>: the generated default escapes letters such as åäö.</remarks>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DecisionRecordDraft))]
[JsonSerializable(typeof(RecordLink))]
internal sealed partial class DecisionRecordJson : JsonSerializerContext
{
    /// <summary>Gets the context as a record is written: for people too, and the same on every system.</summary>
    public static DecisionRecordJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters =
        {
            new UtcInstant(),
            Words<Category>(),
            Words<DraftPollEnd>(),
            Words<DraftPollKind>(),
            Words<LastResort>(),
            Words<Manner>(),
            Words<ParticipantGroup>(),
            Words<Party>(),
            Words<PollOutcome>(),
            Words<QuorumShare>(),
            Words<RecordCause>(),
            Words<ResponsibleParty>(),
            Words<SettlementWay>(),
            Words<TriageClass>(),
        },
    });

    private static JsonStringEnumConverter<T> Words<T>()
        where T : struct, Enum => new(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

    private sealed class UtcInstant : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value.UtcDateTime);
    }
}
