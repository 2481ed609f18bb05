using System.Security.Cryptography;
using System.Text;

namespace PledgeBot.DecisionRecords;

/// <summary>The styles of the pages, which stand in each page: a record that is kept needs nothing beside it.</summary>
internal static class RecordStyles
{
    private const string Begins = "<style>";
    private const string Ends = "</style>";

    /// <summary>Gets the sheet that all pages have.</summary>
    public static string Sheet { get; } = Read();

    /// <summary>Gets the sheet with a record's number and checksum in the margins of the printed page.</summary>
    /// <param name="number">The record's number: digits and a colon.</param>
    /// <param name="checksum">The checksum, in hexadecimal digits.</param>
    public static string With(string number, string checksum) => Sheet + $$"""

        @page {
          @top-left { content: "{{RecordWords.MarginTitle}} {{number}}"; }
          @bottom-left { content: "sha256:{{checksum}}"; }
        }

        """.ReplaceLineEndings("\n");

    /// <summary>
    /// Gets what a policy must allow for a page to be shown: the hash of the style that stands in it, and no other. A page kept by an
    /// earlier release has another style.
    /// </summary>
    public static string PolicyOf(string page)
    {
        int begins = page.IndexOf(Begins, StringComparison.Ordinal);
        int ends = page.IndexOf(Ends, StringComparison.Ordinal);
        if (begins < 0 || ends < begins)
        {
            return "'none'";
        }

        byte[] style = Encoding.UTF8.GetBytes(page[(begins + Begins.Length)..ends]);
        return $"'sha256-{Convert.ToBase64String(SHA256.HashData(style))}'";
    }

    private static string Read()
    {
        using Stream content = typeof(RecordStyles).Assembly.GetManifestResourceStream("PledgeBot.DecisionRecords.record.css")
            ?? throw new InvalidOperationException("The stylesheet is missing from the assembly.");
        using var reader = new StreamReader(content);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
