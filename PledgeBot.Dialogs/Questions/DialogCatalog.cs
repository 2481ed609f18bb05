using PledgeBot.Dialogs.Commands;

namespace PledgeBot.Dialogs.Questions;

/// <summary>All the guided dialogs, by name.</summary>
internal sealed class DialogCatalog(IEnumerable<Feature> features)
{
    private readonly Dictionary<string, GuidedDialog> _byId =
        features.SelectMany(feature => feature.Dialogs).ToDictionary(dialog => dialog.Id);

    /// <summary>Gets the dialogs.</summary>
    public IReadOnlyCollection<GuidedDialog> All => _byId.Values;

    /// <summary>Finds a dialog by name; nothing if there is none.</summary>
    public GuidedDialog? Find(string id) => _byId.GetValueOrDefault(id);
}
