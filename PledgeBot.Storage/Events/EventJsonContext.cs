using System.Text.Json.Serialization;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Decisions;
using PledgeBot.Domain.Measures;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Promises;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;
using PledgeBot.Domain.Weekly;

namespace PledgeBot.Storage.Events;

/// <summary>The generated serialization of every event; <see cref="EventJson"/> gives it its options.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ConflictDeclared))]
[JsonSerializable(typeof(DecisionRecorded))]
[JsonSerializable(typeof(DiaryNumberEntered))]
[JsonSerializable(typeof(DissentGiven))]
[JsonSerializable(typeof(MeasureDecided))]
[JsonSerializable(typeof(MeasureReplaced))]
[JsonSerializable(typeof(MeasureReplanned))]
[JsonSerializable(typeof(MeasureStatusChanged))]
[JsonSerializable(typeof(MemberListed))]
[JsonSerializable(typeof(MemberUnlisted))]
[JsonSerializable(typeof(PartnershipFormed))]
[JsonSerializable(typeof(PollCancelled))]
[JsonSerializable(typeof(PollClosed))]
[JsonSerializable(typeof(PollExtended))]
[JsonSerializable(typeof(PollOpened))]
[JsonSerializable(typeof(PollRulesSet))]
[JsonSerializable(typeof(PollSettled))]
[JsonSerializable(typeof(PromiseGiven))]
[JsonSerializable(typeof(ProposalPhotoAdded))]
[JsonSerializable(typeof(ProposalRegistered))]
[JsonSerializable(typeof(ProposalReturned))]
[JsonSerializable(typeof(ProposalTriaged))]
[JsonSerializable(typeof(ProposalWithdrawn))]
[JsonSerializable(typeof(RecommendationConfirmed))]
[JsonSerializable(typeof(RecommendationMade))]
[JsonSerializable(typeof(RecordCorrected))]
[JsonSerializable(typeof(SettlementProposed))]
[JsonSerializable(typeof(SubstitutePutIn))]
[JsonSerializable(typeof(WalkCarriedOut))]
[JsonSerializable(typeof(WalkClosedWithoutMeasures))]
[JsonSerializable(typeof(WalkPlanned))]
[JsonSerializable(typeof(WeeklyScheduled))]
[JsonSerializable(typeof(WeeklyStatusPosted))]
internal sealed partial class EventJsonContext : JsonSerializerContext;
