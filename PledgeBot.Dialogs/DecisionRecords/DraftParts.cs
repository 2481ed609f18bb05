using System.Collections.Immutable;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Parties;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Triage;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Dialogs.DecisionRecords;

/// <summary>The earlier record that a record is linked to.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Checksum">Its checksum, 64 lower-case hexadecimal digits.</param>
/// <param name="Cause">What the new record was made for.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record DraftLink(string Number, string Checksum, RecordCause Cause, string Reason);

/// <summary>The two parties, word for word.</summary>
/// <param name="Municipality">The municipality's name.</param>
/// <param name="Police">The local police area's name.</param>
/// <param name="IsDemo">Whether it all is made up for showing.</param>
public sealed record DraftParties(string Municipality, string Police, bool IsDemo);

/// <summary>The promise, word for word.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Commitments">What is promised.</param>
/// <param name="First">The first day it covers.</param>
/// <param name="Last">The last day, included.</param>
/// <param name="SignedOn">The day it was signed.</param>
/// <param name="Signatories">Who signed, as roles.</param>
public sealed record DraftPromise(
    string Title, ImmutableArray<string> Commitments, DateOnly First, DateOnly Last, DateOnly SignedOn, ImmutableArray<string> Signatories);

/// <summary>The walk.</summary>
/// <param name="Locality">The town or village.</param>
/// <param name="Route">The route or meeting point.</param>
/// <param name="Day">The day it was carried out.</param>
/// <param name="ParticipantTotal">How many took part.</param>
/// <param name="Participants">How many of each group.</param>
/// <param name="NoMeasuresBecause">Why it gives no measures; nothing when it does.</param>
public sealed record DraftWalk(
    string Locality, string Route, DateOnly Day, int ParticipantTotal, ImmutableArray<ParticipantCount> Participants, string? NoMeasuresBecause);

/// <summary>A proposal that could be chosen.</summary>
/// <param name="Reference">Its reference.</param>
/// <param name="Place">Where.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Problem">What the problem is.</param>
/// <param name="Suggestion">What is proposed.</param>
/// <param name="Responsible">The unit that would carry it out.</param>
/// <param name="Mandate">Whose mandate it lies in.</param>
/// <param name="Due">By when.</param>
/// <param name="Note">The note of the assessment, such as what it costs; nothing when there is none.</param>
/// <param name="WithdrawnBecause">Why it was withdrawn; nothing when it was not.</param>
public sealed record DraftCandidate(
    string Reference,
    string Place,
    Category Category,
    string Problem,
    string Suggestion,
    string? Responsible,
    ResponsibleParty? Mandate,
    DateOnly? Due,
    string? Note,
    string? WithdrawnBecause);

/// <summary>A proposal that could not be chosen.</summary>
/// <param name="Reference">Its reference.</param>
/// <param name="Place">Where.</param>
/// <param name="Suggestion">What was proposed.</param>
/// <param name="Class">What became of it.</param>
/// <param name="Note">Why, or whom it was sent to; nothing when nothing was noted.</param>
public sealed record DraftNotEligible(string Reference, string Place, string Suggestion, TriageClass Class, string? Note);

/// <summary>That a coordinator was told somebody's word, and recorded it.</summary>
/// <param name="Day">The day it was told.</param>
/// <param name="Manner">How.</param>
/// <param name="RecordedBy">The coordinator's role.</param>
public sealed record DraftTold(DateOnly Day, Manner Manner, string RecordedBy);

/// <summary>A proposal that a party returned.</summary>
/// <param name="Reference">The proposal.</param>
/// <param name="Party">The party.</param>
/// <param name="Title">The role of the one who returned it.</param>
/// <param name="Name">Their name, if the group wants names.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When it was returned, or that was recorded.</param>
/// <param name="Told">How it was told; nothing when they did it themself in Teams.</param>
public sealed record DraftReturn(string Reference, Party Party, string Title, string? Name, string Reason, DateTimeOffset At, DraftTold? Told);

/// <summary>A measure that turned out impossible.</summary>
/// <param name="Reference">The measure.</param>
/// <param name="Suggestion">What was to be done.</param>
/// <param name="Day">When that was settled.</param>
/// <param name="Reason">The public reason.</param>
public sealed record DraftReplacement(string Reference, string Suggestion, DateOnly Day, string Reason);

/// <summary>A measure that was decided.</summary>
/// <param name="Reference">Its reference.</param>
/// <param name="Suggestion">What is to be done.</param>
/// <param name="Place">Where.</param>
/// <param name="Responsible">The responsible unit.</param>
/// <param name="Mandate">Whose mandate it lies in.</param>
/// <param name="Due">By when.</param>
/// <param name="Note">The note of the assessment, such as what it costs; nothing when there is none.</param>
/// <param name="DecidedAt">When both parties had decided it.</param>
public sealed record DraftMeasure(
    string Reference, string Suggestion, string Place, string Responsible, ResponsibleParty Mandate, DateOnly Due, string? Note, DateTimeOffset DecidedAt);

/// <summary>A dissenting opinion.</summary>
/// <param name="Party">The member's party.</param>
/// <param name="Title">The member's role.</param>
/// <param name="Name">The member's name, if the group wants names.</param>
/// <param name="Text">The opinion.</param>
/// <param name="At">When it was given.</param>
public sealed record DraftDissent(Party Party, string Title, string? Name, string Text, DateTimeOffset At);

/// <summary>A party's confirmation.</summary>
/// <param name="Party">The party.</param>
/// <param name="Title">The role of the one who confirmed.</param>
/// <param name="Name">Their name, if the group wants names.</param>
/// <param name="Day">The day.</param>
/// <param name="At">When it was given, or recorded.</param>
/// <param name="Told">How it was told, and who recorded it; nothing when it was given in Teams.</param>
public sealed record DraftConfirmation(Party Party, string Title, string? Name, DateOnly Day, DateTimeOffset At, DraftTold? Told);

/// <summary>The authorities' diary numbers.</summary>
/// <param name="Municipality">The municipality's; nothing before it is entered.</param>
/// <param name="Police">The police's; nothing before it is entered.</param>
public sealed record DraftDiaryNumbers(string? Municipality, string? Police);

/// <summary>A correction.</summary>
/// <param name="Record">The number of the record that was corrected.</param>
/// <param name="Title">The coordinator's role.</param>
/// <param name="Text">What was wrong and what is right.</param>
/// <param name="At">When.</param>
public sealed record DraftCorrection(string Record, string Title, string Text, DateTimeOffset At);
