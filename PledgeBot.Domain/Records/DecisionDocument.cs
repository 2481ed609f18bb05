using System.Collections.Immutable;
using PledgeBot.Domain.DecisionRecords;
using PledgeBot.Domain.Walks;

namespace PledgeBot.Domain.Records;

/// <summary>A record of decision as a document (domain reference 9.6). It is kept as it was made; nothing changes or removes it.</summary>
/// <param name="Number">Its running number.</param>
/// <param name="Walk">The walk it is about.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Data">The data with its checksum, as the UTF-8 JSON that is handed out; at most <see cref="MostBytes"/>.</param>
/// <param name="Page">The page for people to read and print, as HTML; at most <see cref="MostBytes"/> in UTF-8.</param>
public sealed record DecisionDocument(RecordNumber Number, WalkNumber Walk, DateTimeOffset MadeAt, ImmutableArray<byte> Data, string Page)
{
    /// <summary>The most bytes of the data, and of the page.</summary>
    public const int MostBytes = 1024 * 1024;
}
