using Microsoft.Extensions.Options;
using PledgeBot.Dialogs.DecisionRecords;
using PledgeBot.LegalPages;
using PledgeBot.LocalTeams;

namespace PledgeBot.DecisionRecords;

/// <summary>Where the pages are: where the settings say, and in local mode otherwise where the bot itself listens.</summary>
internal sealed class PublicAddress(IOptions<PublicPagesOptions> options, LocalTeamsPlace? local = null) : IPublicAddress
{
    /// <inheritdoc/>
    public Uri? Find() => options.Value.Address is { } address ? new Uri(address.TrimEnd('/') + "/") : local?.Page;
}
