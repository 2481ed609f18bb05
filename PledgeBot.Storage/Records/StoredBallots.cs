using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Storage.Records;

/// <summary>Writes and reads ballots; those of secret polls through <see cref="SecretBallots"/>.</summary>
internal static class StoredBallots
{
    /// <summary>Reads a poll's ballots as the context sees them.</summary>
    /// <param name="context">The tables.</param>
    /// <param name="partnership">The partnership.</param>
    /// <param name="id">The poll.</param>
    /// <param name="poll">The poll as it was opened; nothing if it never was.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<BallotBox> ReadAsync(
        PledgeBotDbContext context, PartnershipId partnership, PollId id, Poll? poll, CancellationToken cancellationToken) =>
        poll is { Rules.IsSecret: true }
            ? await SecretBallots.ReadAsync(context, partnership, poll, cancellationToken)
            : new BallotBox(await new SqlBatch(context)
                .Add(
                    $"""
                    SELECT member_id, picks, cast_at, recorded_by, manner, receipt FROM ballots
                    WHERE partnership_id = {partnership} AND poll_id = {id}
                    """)
                .ReadAsync(ReadRow, cancellationToken));

    /// <summary>Adds what puts a ballot in place of the member's earlier one.</summary>
    public static void Cast(SqlBatch batch, PartnershipId partnership, PollId poll, Ballot ballot) => batch.Add(
        $"""
        INSERT INTO ballots (partnership_id, poll_id, member_id, picks, cast_at, recorded_by, manner, receipt)
        VALUES (
          {partnership}, {poll}, {ballot.Member}, {Text(ballot.Picks)}, {ballot.CastAt},
          {ballot.Recording?.By}, {ballot.Recording?.Manner.ToString()}, {ballot.Receipt?.ToString()})
        ON CONFLICT (partnership_id, poll_id, member_id) DO UPDATE SET
          picks = excluded.picks, cast_at = excluded.cast_at, recorded_by = excluded.recorded_by, manner = excluded.manner,
          receipt = excluded.receipt
        """);

    /// <summary>Adds what removes a member's ballot.</summary>
    public static void Discard(SqlBatch batch, PartnershipId partnership, PollId poll, MemberId member) =>
        batch.Add($"DELETE FROM ballots WHERE partnership_id = {partnership} AND poll_id = {poll} AND member_id = {member}");

    /// <summary>Adds what removes every ballot of a poll, open or secret.</summary>
    public static void Destroy(SqlBatch batch, PartnershipId partnership, PollId poll)
    {
        batch.Add($"DELETE FROM ballots WHERE partnership_id = {partnership} AND poll_id = {poll}");
        SecretBallots.Destroy(batch, partnership, poll);
    }

    /// <summary>Gets the picks as one text, as they are stored.</summary>
    public static string Text(ImmutableArray<ProposalReference> picks) => string.Join(' ', picks);

    /// <summary>Gets the picks of a stored text.</summary>
    public static ImmutableArray<ProposalReference> Picks(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pick => ProposalReference.Parse(pick, CultureInfo.InvariantCulture))];

    /// <summary>Reads who recorded a ballot, and how it was told, from two columns; nothing when the member cast it.</summary>
    public static BallotRecording? ReadRecording(DbDataReader row, int by, int manner) =>
        row.IsDBNull(by) ? null : new BallotRecording(new MemberId(row.GetGuid(by)), Enum.Parse<Manner>(row.GetString(manner)));

    /// <summary>Reads a receipt from a column; nothing when the ballot was stored before there were any.</summary>
    public static Receipt? ReadReceipt(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : Receipt.Parse(row.GetString(column), CultureInfo.InvariantCulture);

    private static Ballot ReadRow(DbDataReader row) =>
        new(new MemberId(row.GetGuid(0)), Picks(row.GetString(1)), StoredInstant.From(row.GetDateTime(2)), ReadRecording(row, by: 3, manner: 4))
        {
            Receipt = ReadReceipt(row, 5),
        };
}
