namespace PledgeBot.LocalTeams.Conversations;

/// <summary>A picture or a file in a member's message, as the page shows it.</summary>
/// <param name="Id">Its id among the attachments.</param>
/// <param name="Name">A file's name; <c>null</c> for a picture, which is shown in the message.</param>
internal sealed record ShownFile(string Id, string? Name = null);
