namespace PledgeBot.LocalTeams.Chat;

/// <summary>The id under which an uploaded picture can be put into a message.</summary>
internal sealed record UploadedImage(string Id);
