using System.Globalization;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;

namespace PledgeBot.Dialogs.DecisionRecords;

/// <summary>Opens records of decision for those who have a link of their own to them.</summary>
public sealed class DecisionRecordLinks(IPartnershipRecords records, IDirectory directory, TimeProvider time)
{
    /// <summary>The route of a record's page, below the bot's own address.</summary>
    public const string PageRoute = "/protokoll/{partnership}/{number}/{token}";

    /// <summary>The route of a record's data.</summary>
    public const string DataRoute = PageRoute + "/beslut.json";

    /// <summary>Writes the path of a record's page, without a slash at its beginning; its data lies at <c>/beslut.json</c> below it.</summary>
    internal static string PathOf(PartnershipId partnership, RecordNumber number, string token) =>
        string.Create(CultureInfo.InvariantCulture, $"protokoll/{partnership}/{number.Year}-{number.Number}/{token}");

    /// <summary>Opens a record.</summary>
    /// <param name="partnership">The partnership, as the link has it.</param>
    /// <param name="number">The record's number, as the link has it.</param>
    /// <param name="token">The link's token.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The document; nothing when the link opens none. Why it does not is not told.</returns>
    public async Task<DecisionDocument?> OpenAsync(string partnership, string number, string token, CancellationToken cancellationToken)
    {
        if (token.Length != RecordLink.TokenLength
            || !Guid.TryParseExact(partnership, "N", out Guid id)
            || !RecordNumber.TryParse(number, CultureInfo.InvariantCulture, out RecordNumber record))
        {
            return null;
        }

        // A stranger's guess holds up no turn of a partnership.
        var which = new PartnershipId(id);
        Partnership present = await records.ReadAsync(which, cancellationToken);
        return present.DecisionRecords.Any(made => made.Number == record) && await IsOpenAsync(which, record, token, cancellationToken)
            ? await records.FindDocumentAsync(which, record, cancellationToken)
            : null;
    }

    /// <summary>Tells whether a token is a link of somebody who is a member still.</summary>
    private async Task<bool> IsOpenAsync(PartnershipId partnership, RecordNumber record, string token, CancellationToken cancellationToken)
    {
        MemberId member;
        await using (ITurn turn = await records.BeginTurnAsync(partnership, cancellationToken))
        {
            if (await RecordLink.FindMemberAsync(turn, record, token, time.GetUtcNow(), cancellationToken) is not { } found
                || turn.Partnership.FindMember(found) is null)
            {
                return false;
            }

            member = found;
        }

        IReadOnlyList<Contact> contacts = await directory.ReadContactsAsync(partnership, cancellationToken);
        return !contacts.Any(contact => contact.Member == member && contact.HasLeft);
    }
}
