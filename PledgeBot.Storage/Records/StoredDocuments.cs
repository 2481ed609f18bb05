using System.Data.Common;
using System.Runtime.InteropServices;
using System.Text;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Records;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Storage.Records;

/// <summary>Writes and reads the records of decision.</summary>
internal static class StoredDocuments
{
    /// <summary>Adds what keeps a document. The table refuses a number that it has.</summary>
    /// <exception cref="ArgumentException">The data or the page is larger than <see cref="DecisionDocument.MostBytes"/>.</exception>
    public static void Keep(SqlBatch batch, PartnershipId partnership, DecisionDocument document)
    {
        int largest = Math.Max(document.Data.Length, Encoding.UTF8.GetByteCount(document.Page));
        if (largest > DecisionDocument.MostBytes)
        {
            throw new ArgumentException(
                $"A record of decision has at most {DecisionDocument.MostBytes} bytes of data, and of page, not {largest}.", nameof(document));
        }

        batch.Add(
            $"""
            INSERT INTO decision_documents (partnership_id, year, number, walk, made_at, data, page)
            VALUES (
              {partnership}, {document.Number.Year}, {document.Number.Number}, {document.Walk.Value}, {document.MadeAt},
              {ImmutableCollectionsMarshal.AsArray(document.Data)!}, {document.Page})
            """);
    }

    /// <summary>Reads a document; nothing when there is none with the number.</summary>
    public static async Task<DecisionDocument?> FindAsync(
        PledgeBotDbContext context, PartnershipId partnership, RecordNumber number, CancellationToken cancellationToken)
    {
        List<DecisionDocument> documents = await new SqlBatch(context)
            .Add(
                $"""
                SELECT walk, made_at, data, page FROM decision_documents
                WHERE partnership_id = {partnership} AND year = {number.Year} AND number = {number.Number}
                """)
            .ReadAsync(row => ReadRow(number, row), cancellationToken);
        return documents.SingleOrDefault();
    }

    private static DecisionDocument ReadRow(RecordNumber number, DbDataReader row) => new(
        number,
        new WalkNumber(row.GetInt32(0)),
        StoredInstant.From(row.GetDateTime(1)),
        ImmutableCollectionsMarshal.AsImmutableArray(row.GetFieldValue<byte[]>(2)),
        row.GetString(3));
}
