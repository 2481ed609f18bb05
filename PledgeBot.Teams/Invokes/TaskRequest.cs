using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Teams.Invokes;

/// <summary>A dialog is opened or submitted.</summary>
/// <param name="IsSubmit">Whether it is submitted.</param>
/// <param name="Verb">What is asked for, from <c>data.verb</c>, or null when the button carried none.</param>
/// <param name="Data">The button's data with the inputs' values; always an object. Ids to look up, never facts.</param>
/// <param name="Theme">The client's theme: <c>default</c>, <c>dark</c> or <c>contrast</c>; null when it is not said.</param>
public sealed record TaskRequest(bool IsSubmit, string? Verb, JsonElement Data, string? Theme)
{
    /// <summary>Reads the request.</summary>
    /// <returns>False when the activity is another request, or its value has the wrong shape.</returns>
    public static bool TryRead(Activity activity, [NotNullWhen(true)] out TaskRequest? request)
    {
        request = null;
        if (activity is not { Type: ActivityTypes.Invoke, Name: InvokeNames.TaskFetch or InvokeNames.TaskSubmit, Value: { } value }
            || !value.TryGetObject("data", out JsonElement data))
        {
            return false;
        }

        data.TryGetText("verb", out string? verb);
        string? theme = null;
        if (value.TryGetObject("context", out JsonElement context))
        {
            context.TryGetText("theme", out theme);
        }

        request = new TaskRequest(activity.Name == InvokeNames.TaskSubmit, verb, data, theme);
        return true;
    }
}
