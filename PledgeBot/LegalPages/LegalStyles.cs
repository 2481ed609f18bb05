namespace PledgeBot.LegalPages;

/// <summary>The pages' stylesheet, which lies in the assembly.</summary>
internal static class LegalStyles
{
    /// <summary>The address without what tells one version from another.</summary>
    public const string Pattern = "/legal.css";

    /// <summary>Gets the stylesheet.</summary>
    public static byte[] Bytes { get; } = Read();

    /// <summary>Gets its address, another one for each version, so that it may be kept for ever.</summary>
    public static string Path { get; } = $"{Pattern}?v={ContentVersion.Of(Bytes)}";

    private static byte[] Read()
    {
        using Stream content = typeof(LegalStyles).Assembly.GetManifestResourceStream("PledgeBot.LegalPages.legal.css")
            ?? throw new InvalidOperationException("The stylesheet is missing from the assembly.");
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
