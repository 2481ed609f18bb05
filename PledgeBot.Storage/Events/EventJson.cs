using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Storage.Events;

/// <summary>Turns events into what the log stores, and back.</summary>
/// <remarks>
/// The names here and the shape of the JSON are for ever: what is stored is never rewritten. A golden file of each kind
/// holds them.
/// </remarks>
internal static class EventJson
{
    private static readonly EventJsonContext Context = new(new JsonSerializerOptions
    {
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
            Named<MeasureStatus>(),
            Named<ParticipantGroup>(),
            Named<Party>(),
            Named<PollOutcome>(),
            Named<ResponsibleParty>(),
            Named<TriageClass>(),
        },
    });

    private static readonly (string Name, JsonTypeInfo Json)[] All =
    [
        ("measure-decided", Context.MeasureDecided),
        ("measure-replanned", Context.MeasureReplanned),
        ("measure-status-changed", Context.MeasureStatusChanged),
        ("member-listed", Context.MemberListed),
        ("member-unlisted", Context.MemberUnlisted),
        ("partnership-formed", Context.PartnershipFormed),
        ("poll-closed", Context.PollClosed),
        ("poll-opened", Context.PollOpened),
        ("promise-given", Context.PromiseGiven),
        ("proposal-photo-added", Context.ProposalPhotoAdded),
        ("proposal-registered", Context.ProposalRegistered),
        ("proposal-triaged", Context.ProposalTriaged),
        ("recommendation-confirmed", Context.RecommendationConfirmed),
        ("recommendation-made", Context.RecommendationMade),
        ("walk-carried-out", Context.WalkCarriedOut),
        ("walk-planned", Context.WalkPlanned),
        ("weekly-scheduled", Context.WeeklyScheduled),
        ("weekly-status-posted", Context.WeeklyStatusPosted),
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

    private static JsonStringEnumConverter<T> Named<T>()
        where T : struct, Enum =>
        new(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);
}
