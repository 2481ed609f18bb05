using PledgeBot.Teams.Cards;

namespace PledgeBot.Teams.Invokes;

/// <summary>A hit of a search in the message extension.</summary>
/// <param name="Title">Its title in the list. A client may take it for markup, so it holds none.</param>
/// <param name="Text">A short text under the title, likewise without markup.</param>
/// <param name="Card">
/// What is inserted in the member's message. The message is the member's and not the bot's: the bot can never change it, and
/// anybody in that chat reads it.
/// </param>
public sealed record ComposeHit(string Title, string Text, AdaptiveCard Card);
