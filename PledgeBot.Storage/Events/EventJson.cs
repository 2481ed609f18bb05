using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
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
            new ParsedTextConverter<WalkNumber>(),
            new WeekConverter(),
            new InstantConverter(),
            Named<Category>(),
            Named<DayOfWeek>(),
            Named<Duties>(),
            Named<Manner>(),
            Named<MeasureStatus>(),
            Named<ParticipantGroup>(),
            Named<Party>(),
            Named<PollOutcome>(),
            Named<ResponsibleParty>(),
            Named<TriageClass>(),
        },
    };

    private static readonly (string Name, JsonTypeInfo Json)[] All =
    [
        ("measure-decided", Json<MeasureDecided>()),
        ("measure-replanned", Json<MeasureReplanned>()),
        ("measure-status-changed", Json<MeasureStatusChanged>()),
        ("member-listed", Json<MemberListed>()),
        ("member-unlisted", Json<MemberUnlisted>()),
        ("partnership-formed", Json<PartnershipFormed>()),
        ("poll-closed", Json<PollClosed>()),
        ("poll-opened", Json<PollOpened>()),
        ("promise-given", Json<PromiseGiven>()),
        ("proposal-photo-added", Json<ProposalPhotoAdded>()),
        ("proposal-registered", Json<ProposalRegistered>()),
        ("proposal-triaged", Json<ProposalTriaged>()),
        ("recommendation-confirmed", Json<RecommendationConfirmed>()),
        ("recommendation-made", Json<RecommendationMade>()),
        ("walk-carried-out", Json<WalkCarriedOut>()),
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
        string[] additions = type.Type == typeof(RecommendationConfirmed) ? ["recorded"]
            : type.Type == typeof(Turnout) ? ["byPhone", "atMeeting"]
            : [];
        foreach (JsonPropertyInfo property in type.Properties.Where(property => additions.Contains(property.Name)))
        {
            property.ShouldSerialize = (_, value) => value is not (null or 0);
        }
    }

    private static JsonStringEnumConverter<T> Named<T>()
        where T : struct, Enum =>
        new(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);
}
