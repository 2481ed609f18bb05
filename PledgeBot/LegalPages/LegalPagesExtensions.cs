using Microsoft.Net.Http.Headers;

namespace PledgeBot.LegalPages;

/// <summary>Puts the legal pages in the host.</summary>
internal static class LegalPagesExtensions
{
    // No script, nothing from elsewhere, and nobody else's frame.
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Adds what draws the pages, and the settings that name who stands behind the bot.</summary>
    public static IServiceCollection AddLegalPages(this IServiceCollection services)
    {
        services.AddOptions<PublicPagesOptions>().BindConfiguration(PublicPagesOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<LegalPagePrinter>();
    }

    /// <summary>Maps <c>/privacy</c>, <c>/terms</c> and <c>/support</c>, in Swedish, and the same below <c>/en</c>. Nobody logs in to read them.</summary>
    public static void MapLegalPages(this IEndpointRouteBuilder endpoints)
    {
        var printer = endpoints.ServiceProvider.GetRequiredService<LegalPagePrinter>();
        RouteGroupBuilder pages = endpoints.MapGroup("").AllowAnonymous();
        foreach (LegalPage page in LegalPage.All)
        {
            foreach (string language in LegalPage.Languages)
            {
                RequestDelegate show = async context =>
                {
                    byte[] html = await printer.PrintAsync(page, language);
                    context.Response.Headers.ContentLanguage = language;
                    await SendAsync(context, html, "text/html; charset=utf-8", "public, max-age=3600");
                };
                pages.MapMethods(page.PathIn(language), Methods, show);
            }
        }

        RequestDelegate style = context => SendAsync(context, LegalStyles.Bytes, "text/css; charset=utf-8", "public, max-age=31536000, immutable");
        pages.MapMethods(LegalStyles.Pattern, Methods, style);
    }

    private static async Task SendAsync(HttpContext context, byte[] content, string contentType, string cacheControl)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = cacheControl;
        var etag = EntityTagHeaderValue.Parse($"\"{ContentVersion.Of(content)}\"");
        await TypedResults.Bytes(content, contentType, entityTag: etag).ExecuteAsync(context);
    }
}
