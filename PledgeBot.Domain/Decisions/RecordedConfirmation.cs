using PledgeBot.Domain.Members;

namespace PledgeBot.Domain.Decisions;

/// <summary>That a confirmation was not given in the chat, but told to a coordinator who recorded it (antecknade den).</summary>
/// <param name="Member">The authorised member who confirmed.</param>
/// <param name="Day">The day it was told.</param>
/// <param name="Manner">How it was told.</param>
/// <param name="RecorderTitle">The coordinator's role at the time; the coordinator is the one who caused the event.</param>
public sealed record RecordedConfirmation(MemberId Member, DateOnly Day, Manner Manner, string RecorderTitle);
