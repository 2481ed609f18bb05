using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PledgeBot.Teams.Activities;

namespace PledgeBot.Teams.Invokes;

/// <summary>An action of the message extension is opened or submitted.</summary>
/// <param name="IsSubmit">Whether it is submitted.</param>
/// <param name="CommandId">The command, as the manifest names it; null when the client does not say.</param>
/// <param name="Data">The dialog's data with the inputs' values; always an object, empty when it is opened. Ids to look up, never facts.</param>
/// <param name="Message">The message that the action was chosen on; null when it was chosen elsewhere.</param>
public sealed record ComposeAction(bool IsSubmit, string? CommandId, JsonElement Data, SourceMessage? Message)
{
    /// <summary>Reads the request.</summary>
    /// <returns>False when the activity is another request, or its value has the wrong shape.</returns>
    public static bool TryRead(Activity activity, [NotNullWhen(true)] out ComposeAction? action)
    {
        action = null;
        if (activity is not
            {
                Type: ActivityTypes.Invoke,
                Name: InvokeNames.ComposeFetchTask or InvokeNames.ComposeSubmitAction,
                Value: { ValueKind: JsonValueKind.Object } value,
            })
        {
            return false;
        }

        bool isSubmit = activity.Name == InvokeNames.ComposeSubmitAction;
        if (!value.TryGetObject("data", out JsonElement data))
        {
            if (isSubmit)
            {
                return false;
            }

            data = JsonShape.EmptyObject;
        }

        value.TryGetText("commandId", out string? command);
        action = new ComposeAction(isSubmit, command, data, SourceMessage.ReadIn(value));
        return true;
    }
}
