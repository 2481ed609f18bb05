using System.Text.Json.Nodes;

namespace PledgeBot.LocalTeams.Chat;

/// <summary>A press on a card or in a dialog.</summary>
internal sealed record PressedAction
{
    /// <summary>The message that holds the card, or from which the dialog was opened.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The verb of an Action.Execute.</summary>
    public string? Verb { get; init; }

    /// <summary>The action's own id and title, which Teams sends along.</summary>
    public string? Id { get; init; }

    /// <inheritdoc cref="Id"/>
    public string? Title { get; init; }

    /// <summary>The action's data, into which the page has merged the inputs unless it sends <see cref="Inputs"/>.</summary>
    public JsonObject? Data { get; init; }

    /// <summary>Input values that are yet to be merged into the data; they win over it.</summary>
    public JsonObject? Inputs { get; init; }

    /// <summary><c>manual</c> (the default) or <c>automatic</c>.</summary>
    public string? Trigger { get; init; }

    /// <summary>The page's theme for dialogs: <c>default</c> (the default), <c>dark</c> or <c>contrast</c>.</summary>
    public string? Theme { get; init; }

    /// <summary>The data with the inputs merged in.</summary>
    public JsonObject MergedData() => Merge(Data, Inputs);

    /// <summary>Puts input values into an action's data, over what is there.</summary>
    public static JsonObject Merge(JsonObject? data, JsonObject? inputs)
    {
        JsonObject merged = data?.DeepClone().AsObject() ?? [];
        foreach ((string name, JsonNode? value) in inputs ?? [])
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }
}
