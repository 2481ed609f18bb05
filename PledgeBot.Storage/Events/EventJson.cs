using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Promises;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Domain.Weekly;

namespace PledgeBot.Storage.Events;

/// <summary>Turns events into what the log stores, and back.</summary>
/// <remarks>
/// The names here and the shape of the JSON are for ever: what is stored is never rewritten. A golden file of each kind
/// holds them.
/// </remarks>
internal static class EventJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = EventJsonContext.Default.WithAddedModifier(LeaveOutEmptyAdditions),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,

        // The log is read by people who look for å, ä and ö, and is never pasted into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,

        // What a record computes from the rest is no part of what happened.
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters =
        {
            new ParsedTextConverter<MemberId>(),
            new ParsedTextConverter<PhotoId>(),
            new ParsedTextConverter<PollId>(),
            new ParsedTextConverter<ProposalReference>(),
            new ParsedTextConverter<Receipt>(),
            new ParsedTextConverter<RecordNumber>(),
            new ParsedTextConverter<WalkNumber>(),
            new WeekConverter(),
            new InstantConverter(),
            Named<Category>(),
            Named<DayOfWeek>(),
            Named<Duties>(),
            Named<LastResort>(),
            Named<Manner>(),
            Named<MeasureStatus>(),
            Named<ParticipantGroup>(),
            Named<Party>(),
            Named<PollOutcome>(),
            Named<QuorumShare>(),
            Named<ResponsibleParty>(),
            Named<SettlementWay>(),
            Named<TriageClass>(),
        },
    };

    private static readonly (string Name, JsonTypeInfo Json)[] All =
    [
        ("conflict-declared", Json<ConflictDeclared>()),
        ("decision-recorded", Json<DecisionRecorded>()),
        ("diary-number-entered", Json<DiaryNumberEntered>()),
        ("dissent-given", Json<DissentGiven>()),
        ("measure-decided", Json<MeasureDecided>()),
        ("measure-replaced", Json<MeasureReplaced>()),
        ("measure-replanned", Json<MeasureReplanned>()),
        ("measure-status-changed", Json<MeasureStatusChanged>()),
        ("member-listed", Json<MemberListed>()),
        ("member-unlisted", Json<MemberUnlisted>()),
        ("partnership-formed", Json<PartnershipFormed>()),
        ("poll-cancelled", Json<PollCancelled>()),
        ("poll-closed", Json<PollClosed>()),
        ("poll-extended", Json<PollExtended>()),
        ("poll-opened", Json<PollOpened>()),
        ("poll-rules-set", Json<PollRulesSet>()),
        ("poll-settled", Json<PollSettled>()),
        ("promise-given", Json<PromiseGiven>()),
        ("proposal-photo-added", Json<ProposalPhotoAdded>()),
        ("proposal-registered", Json<ProposalRegistered>()),
        ("proposal-returned", Json<ProposalReturned>()),
        ("proposal-triaged", Json<ProposalTriaged>()),
        ("proposal-withdrawn", Json<ProposalWithdrawn>()),
        ("recommendation-confirmed", Json<RecommendationConfirmed>()),
        ("recommendation-made", Json<RecommendationMade>()),
        ("record-corrected", Json<RecordCorrected>()),
        ("settlement-proposed", Json<SettlementProposed>()),
        ("substitute-put-in", Json<SubstitutePutIn>()),
        ("walk-carried-out", Json<WalkCarriedOut>()),
        ("walk-closed-without-measures", Json<WalkClosedWithoutMeasures>()),
        ("walk-planned", Json<WalkPlanned>()),
        ("weekly-scheduled", Json<WeeklyScheduled>()),
        ("weekly-status-posted", Json<WeeklyStatusPosted>()),
    ];

    private static readonly FrozenDictionary<Type, (string Name, JsonTypeInfo Json)> ByType = All.ToFrozenDictionary(e => e.Json.Type);

    private static readonly FrozenDictionary<string, JsonTypeInfo> ByName =
        All.ToFrozenDictionary(e => e.Name, e => e.Json, StringComparer.Ordinal);

    /// <summary>Gets the stable name and the JSON of an event.</summary>
    /// <exception cref="ArgumentException">The log has no name for this kind of event.</exception>
    public static (string Type, string Data) Write(PartnershipEvent happened)
    {
        if (!ByType.TryGetValue(happened.GetType(), out (string Name, JsonTypeInfo Json) entry))
        {
            throw new ArgumentException($"The log has no name for {happened.GetType().Name}.", nameof(happened));
        }

        return (entry.Name, JsonSerializer.Serialize(happened, entry.Json));
    }

    /// <summary>Reads an event as it was stored, by this release or an earlier one.</summary>
    /// <exception cref="InvalidDataException">The name is unknown, or the JSON is not of its kind.</exception>
    public static PartnershipEvent Read(string type, string data)
    {
        if (!ByName.TryGetValue(type, out JsonTypeInfo? json))
        {
            throw new InvalidDataException(
                $"The log holds an event of the kind '{type}', which this release does not know. A later release wrote it.");
        }

        try
        {
            return (PartnershipEvent)JsonSerializer.Deserialize(data, json)!;
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The log holds an event of the kind '{type}' that cannot be read.", exception);
        }
    }

    private static JsonTypeInfo Json<T>()
        where T : PartnershipEvent =>
        Options.GetTypeInfo(typeof(T));

    // What a later release added to an event is left out where there is nothing of it: such an event is written as it always was.
    private static void LeaveOutEmptyAdditions(JsonTypeInfo type)
    {
        Dictionary<string, object?>? additions = type.Type switch
        {
            { } kind when kind == typeof(RecommendationConfirmed) => new() { ["recorded"] = null },
            { } kind when kind == typeof(RecommendationMade) => new() { ["replaces"] = null },
            { } kind when kind == typeof(Turnout) => new() { ["byPhone"] = 0, ["atMeeting"] = 0 },
            { } kind when kind == typeof(PollOpened) => new() { ["replaces"] = null },
            { } kind when kind == typeof(RollEntry) => new() { ["insteadOf"] = null },
            { } kind when kind == typeof(MeasurePlan) => new() { ["budget"] = "" },
            { } kind when kind == typeof(PollResult) => new() { ["ballots"] = ImmutableArray<CountedBallot>.Empty },
            { } kind when kind == typeof(PollRules) => new()
            {
                ["mayAbstain"] = true,
                ["isSecret"] = false,
                ["share"] = QuorumShare.MoreThanHalf,
                ["bothParties"] = true,
                ["extensionDays"] = 0,
                ["runOffDays"] = PollRules.UsualRunOffDays,
                ["lastResort"] = LastResort.Agreement,
                ["chair"] = null,
                ["namesInRecord"] = false,
            },
            _ => null,
        };
        if (additions is null)
        {
            return;
        }

        foreach (JsonPropertyInfo property in type.Properties)
        {
            if (additions.TryGetValue(property.Name, out object? nothing))
            {
                property.ShouldSerialize = (_, value) => !Equals(value, nothing);
            }
        }
    }

    private static JsonStringEnumConverter<T> Named<T>()
        where T : struct, Enum =>
        new(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);
}
