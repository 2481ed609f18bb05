using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Storage.Records;

/// <summary>Reads ballots, and words them as rows.</summary>
internal static class StoredBallots
{
    /// <summary>Reads a poll's ballots as the context sees them.</summary>
    public static async Task<BallotBox> ReadAsync(
        PledgeBotDbContext context, PartnershipId partnership, PollId poll, CancellationToken cancellationToken) =>
        new(await new SqlBatch(context)
            .Add($"SELECT member_id, picks, cast_at, recorded_by, manner FROM ballots WHERE partnership_id = {partnership} AND poll_id = {poll}")
            .ReadAsync(ReadRow, cancellationToken));

    /// <summary>Gets the picks as one text, as they are stored.</summary>
    public static string Text(ImmutableArray<ProposalReference> picks) => string.Join(' ', picks);

    private static Ballot ReadRow(DbDataReader row) => new(
        new MemberId(row.GetGuid(0)),
        [.. row.GetString(1).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pick => ProposalReference.Parse(pick, CultureInfo.InvariantCulture))],
        StoredInstant.From(row.GetDateTime(2)),
        row.IsDBNull(3) ? null : new BallotRecording(new MemberId(row.GetGuid(3)), Enum.Parse<Manner>(row.GetString(4))));
}
