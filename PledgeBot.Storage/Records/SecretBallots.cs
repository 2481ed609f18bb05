using System.Data.Common;
using System.Security.Cryptography;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;

namespace PledgeBot.Storage.Records;

/// <summary>Writes and reads the ballots of secret polls (domain reference 9.3): who has answered lies apart from what.</summary>
/// <remarks>
/// While the poll is open its key joins the two, so that a member can change their vote. With the key, everything can be joined; when it
/// is destroyed, nothing can.
/// </remarks>
internal static class SecretBallots
{
    /// <summary>How many bytes a poll's key has.</summary>
    public const int KeyBytes = 32;

    /// <summary>Gets what a poll's key makes of a member, which says nothing about the member without the key.</summary>
    public static byte[] TagOf(byte[] key, MemberId member) => HMACSHA256.HashData(key, member.Value.ToByteArray(bigEndian: true));

    /// <summary>Reads a poll's ballots as the context sees them, each as if it was cast when the poll opened.</summary>
    /// <exception cref="InvalidDataException">Somebody has answered whose ballot cannot be found.</exception>
    public static async Task<BallotBox> ReadAsync(
        PledgeBotDbContext context, PartnershipId partnership, Poll poll, CancellationToken cancellationToken)
    {
        // One statement, so that a reader beside a writer sees all three tables at the same moment.
        List<Row> rows = await new SqlBatch(context)
            .Add(
                $"""
                SELECT member_id, recorded_by, manner, NULL AS bytes, NULL AS picks, NULL AS receipt FROM secret_answers
                WHERE partnership_id = {partnership} AND poll_id = {poll.Id}
                UNION ALL
                SELECT NULL, NULL, NULL, tag, picks, receipt FROM secret_ballots
                WHERE partnership_id = {partnership} AND poll_id = {poll.Id}
                UNION ALL
                SELECT NULL, NULL, NULL, key, NULL, NULL FROM poll_keys
                WHERE partnership_id = {partnership} AND poll_id = {poll.Id}
                """)
            .ReadAsync(ReadRow, cancellationToken);
        byte[] key = rows.OfType<Row.Key>().SingleOrDefault()?.Bytes ?? [];
        var ballots = rows.OfType<Row.Ballot>().ToDictionary(ballot => Convert.ToHexString(ballot.Tag));
        return new BallotBox(rows.OfType<Row.Answer>().Select(answer =>
            ballots.TryGetValue(Convert.ToHexString(TagOf(key, answer.Member)), out Row.Ballot? ballot)
                ? new Ballot(answer.Member, StoredBallots.Picks(ballot.Picks), poll.OpenedAt, answer.Recording) { Receipt = ballot.Receipt }
                : throw new InvalidDataException("A secret poll has an answer without its ballot.")));
    }

    /// <summary>Puts members' ballots in place of their earlier ones, of which nothing remains, and makes the poll's key with the first.</summary>
    /// <param name="context">The tables, in the transaction of a write.</param>
    /// <param name="partnership">The partnership.</param>
    /// <param name="poll">The poll.</param>
    /// <param name="changes">Each member's ballot; nothing for one whose ballot is removed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task WriteAsync(
        PledgeBotDbContext context,
        PartnershipId partnership,
        PollId poll,
        IReadOnlyDictionary<MemberId, Ballot?> changes,
        CancellationToken cancellationToken)
    {
        var batch = new SqlBatch(context);
        byte[]? key = await FindKeyAsync(context, partnership, poll, cancellationToken);
        if (key is null && changes.All(change => change.Value is null))
        {
            return;
        }

        key ??= MakeKey(batch, partnership, poll);
        foreach ((MemberId member, Ballot? ballot) in changes)
        {
            byte[] tag = TagOf(key, member);
            if (ballot is null)
            {
                batch
                    .Add($"DELETE FROM secret_answers WHERE partnership_id = {partnership} AND poll_id = {poll} AND member_id = {member}")
                    .Add($"DELETE FROM secret_ballots WHERE partnership_id = {partnership} AND poll_id = {poll} AND tag = {tag}");
                continue;
            }

            batch
                .Add(
                    $"""
                    INSERT INTO secret_answers (partnership_id, poll_id, member_id, recorded_by, manner)
                    VALUES ({partnership}, {poll}, {member}, {ballot.Recording?.By}, {ballot.Recording?.Manner.ToString()})
                    ON CONFLICT (partnership_id, poll_id, member_id) DO UPDATE SET
                      recorded_by = excluded.recorded_by, manner = excluded.manner
                    """)
                .Add(
                    $"""
                    INSERT INTO secret_ballots (partnership_id, poll_id, tag, picks, receipt)
                    VALUES ({partnership}, {poll}, {tag}, {StoredBallots.Text(ballot.Picks)}, {ballot.Receipt?.ToString()})
                    ON CONFLICT (partnership_id, poll_id, tag) DO UPDATE SET picks = excluded.picks, receipt = excluded.receipt
                    """);
        }

        await batch.RunAsync(cancellationToken);
    }

    /// <summary>Adds what removes a poll's ballots, who has answered, and the key.</summary>
    public static void Destroy(SqlBatch batch, PartnershipId partnership, PollId poll) => batch
        .Add($"DELETE FROM poll_keys WHERE partnership_id = {partnership} AND poll_id = {poll}")
        .Add($"DELETE FROM secret_ballots WHERE partnership_id = {partnership} AND poll_id = {poll}")
        .Add($"DELETE FROM secret_answers WHERE partnership_id = {partnership} AND poll_id = {poll}");

    private static async Task<byte[]?> FindKeyAsync(
        PledgeBotDbContext context, PartnershipId partnership, PollId poll, CancellationToken cancellationToken)
    {
        List<byte[]> keys = await new SqlBatch(context)
            .Add($"SELECT key FROM poll_keys WHERE partnership_id = {partnership} AND poll_id = {poll}")
            .ReadAsync(row => row.GetFieldValue<byte[]>(0), cancellationToken);
        return keys.SingleOrDefault();
    }

    private static byte[] MakeKey(SqlBatch batch, PartnershipId partnership, PollId poll)
    {
        byte[] key = RandomNumberGenerator.GetBytes(KeyBytes);
        batch.Add($"INSERT INTO poll_keys (partnership_id, poll_id, key) VALUES ({partnership}, {poll}, {key})");
        return key;
    }

    private static Row ReadRow(DbDataReader row)
    {
        if (!row.IsDBNull(0))
        {
            return new Row.Answer(new MemberId(row.GetGuid(0)), StoredBallots.ReadRecording(row, by: 1, manner: 2));
        }

        byte[] bytes = row.GetFieldValue<byte[]>(3);
        return row.IsDBNull(4) ? new Row.Key(bytes) : new Row.Ballot(bytes, row.GetString(4), StoredBallots.ReadReceipt(row, 5));
    }

    private abstract record Row
    {
        internal sealed record Answer(MemberId Member, BallotRecording? Recording) : Row;

        internal sealed record Ballot(byte[] Tag, string Picks, Receipt? Receipt) : Row;

        internal sealed record Key(byte[] Bytes) : Row;
    }
}
