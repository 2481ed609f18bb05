using PledgeBot.Teams.Activities;

namespace PledgeBot.Teams.Invokes;

/// <summary>What a dialog shows.</summary>
internal sealed record TaskContinuation(string Title, string Width, string Height, Attachment Card);
