using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Turns;

namespace PledgeBot.Dialogs.Questions;

/// <summary>All the guided dialogs, by name.</summary>
/// <param name="features">
/// Gets the features that declare them. Asked at the first use and not before, since the features themselves start dialogs.
/// </param>
internal sealed class DialogCatalog(Func<IEnumerable<Feature>> features)
{
    private readonly Lazy<Dictionary<string, GuidedDialog>> _byId =
        new(() => features().SelectMany(feature => feature.Dialogs).ToDictionary(dialog => dialog.Id));

    /// <summary>Gets the dialogs.</summary>
    public IReadOnlyCollection<GuidedDialog> All => _byId.Value.Values;

    /// <summary>Finds a dialog by name, to tell about it; nothing if there is none.</summary>
    public GuidedDialog? Find(string id) => _byId.Value.GetValueOrDefault(id);

    /// <summary>Finds a dialog by name, prepared to be asked in a turn; nothing if there is none.</summary>
    public async Task<GuidedDialog?> FindAsync(TurnContext turn, string id, CancellationToken cancellationToken)
    {
        GuidedDialog? dialog = Find(id);
        if (dialog is not null)
        {
            await dialog.PrepareAsync(turn, cancellationToken);
        }

        return dialog;
    }
}
