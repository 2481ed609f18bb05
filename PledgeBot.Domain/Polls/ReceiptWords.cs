using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PledgeBot.Domain.Polls;

/// <summary>The words that receipts are made of: plain, and unlike each other also without the dots of å, ä and ö.</summary>
internal static class ReceiptWords
{
    private static readonly FrozenDictionary<string, string> ByPlain = Read().ToFrozenDictionary(Plain);

    /// <summary>Gets the words in a fixed order.</summary>
    public static ImmutableArray<string> All { get; } = Read();

    /// <summary>Finds a word of the list as somebody wrote it, in any case, with or without dots; nothing if it is none.</summary>
    public static string? Find(string written) => ByPlain.GetValueOrDefault(Plain(written));

    private static ImmutableArray<string> Read()
    {
        using Stream stream = typeof(ReceiptWords).Assembly.GetManifestResourceStream("ReceiptWords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static string Plain(string word) =>
        word.Normalize().ToLowerInvariant().Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o').Replace('é', 'e');
}
