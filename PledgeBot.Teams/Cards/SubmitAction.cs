using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PledgeBot.Teams.Cards;

/// <summary>A button whose press arrives as a message without text, or, in a dialog, as its submission.</summary>
public sealed record SubmitAction : AdaptiveAction
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "Action.Submit";

    /// <summary>
    /// Gets what goes with the press; the inputs' values are added to it. It comes back from the client: ids to look up, never facts.
    /// </summary>
    public JsonObject? Data { get; init; }

    /// <summary>Gets which inputs go with the press; one of <see cref="Cards.AssociatedInputs"/>.</summary>
    public string? AssociatedInputs { get; init; }

    /// <summary>Gets what only Teams understands.</summary>
    public MsTeamsActionProperties? MsTeams { get; init; }

    /// <summary>Makes a button whose press carries a verb in <c>data.verb</c>.</summary>
    public static SubmitAction For(string title, string verb, JsonObject? data = null) =>
        new() { Title = title, Data = WithVerb(data, verb) };

    /// <summary>
    /// Makes a button that opens a dialog: its press arrives as the request <c>task/fetch</c> with the verb in <c>data.verb</c>.
    /// </summary>
    public static SubmitAction OpenTask(string title, string verb, JsonObject? data = null)
    {
        JsonObject task = WithVerb(data, verb);
        task["msteams"] = new JsonObject { ["type"] = "task/fetch" };
        return new SubmitAction { Title = title, Data = task };
    }

    internal static JsonObject WithVerb(JsonObject? data, string verb)
    {
        JsonObject copy = data?.DeepClone().AsObject() ?? [];
        copy["verb"] = verb;
        return copy;
    }
}
