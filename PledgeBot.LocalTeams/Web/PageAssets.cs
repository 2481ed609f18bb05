using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace PledgeBot.LocalTeams.Web;

/// <summary>The page's files, which lie in the assembly.</summary>
internal sealed class PageAssets
{
    private const string Prefix = "page/";

    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public PageAssets()
    {
        Assembly assembly = typeof(PageAssets).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            _files[name[Prefix.Length..]] = bytes.ToArray();
        }
    }

    public IResult Serve(HttpContext http, string file)
    {
        if (!_files.TryGetValue(file, out byte[]? bytes))
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(bytes, ContentTypeOf(file));
    }

    private static string ContentTypeOf(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        string other => throw new InvalidOperationException($"The page has a file of an unknown kind: {other}."),
    };
}
