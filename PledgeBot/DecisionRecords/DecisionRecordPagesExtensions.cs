using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PledgeBot.Dialogs.DecisionRecords;
using PledgeBot.Domain.Records;

namespace PledgeBot.DecisionRecords;

/// <summary>Puts the records of decision in the host: the printer that makes their pages, and the addresses that members open them at.</summary>
internal static class DecisionRecordPagesExtensions
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    // They tell of every request's path, and a link's path is what opens the record; the first puts it in a scope of all other lines too.
    private static readonly (string Category, LogLevel From)[] TellingLogs =
        [("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None), ("Microsoft.AspNetCore.Routing", LogLevel.Warning)];

    /// <summary>Adds the printer and the bot's public address, and keeps links to records out of the logs, whatever is set for these.</summary>
    public static IServiceCollection AddDecisionRecordPages(this IServiceCollection services)
    {
        services.PostConfigure<LoggerFilterOptions>(KeepPathsOut);
        services.TryAddSingleton<DecisionRecordPrinter>();
        return services
            .AddSingleton<IDecisionRecordPrinter>(provider => provider.GetRequiredService<DecisionRecordPrinter>())
            .AddSingleton<IPublicAddress, PublicAddress>();
    }

    /// <summary>
    /// Maps a record's page and its data. Whoever has a member's link reads them, as long as it is valid; every other address is answered
    /// with one and the same page.
    /// </summary>
    public static void MapDecisionRecordPages(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder pages = endpoints.MapGroup("").AllowAnonymous();
        RequestDelegate page = context => ShowAsync(context, SendPageAsync);
        RequestDelegate data = context => ShowAsync(context, SendDataAsync);
        pages.MapMethods(DecisionRecordLinks.PageRoute, Methods, page);
        pages.MapMethods(DecisionRecordLinks.DataRoute, Methods, data);
    }

    private static void KeepPathsOut(LoggerFilterOptions options)
    {
        // A rule for one kind of log goes before those for all, and one with a longer name before a shorter.
        string?[] providers = [.. options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct(StringComparer.Ordinal)];
        foreach ((string category, LogLevel from) in TellingLogs)
        {
            foreach (LoggerFilterRule rule in options.Rules.Where(rule => rule.CategoryName?.StartsWith(category, StringComparison.OrdinalIgnoreCase) == true).ToArray())
            {
                options.Rules.Remove(rule);
            }

            foreach (string? provider in providers)
            {
                options.Rules.Add(new LoggerFilterRule(provider, category, from, filter: null));
            }
        }
    }

    private static async Task ShowAsync(HttpContext context, Func<HttpContext, DecisionDocument, Task> sendAsync)
    {
        string Part(string name) => context.GetRouteValue(name) as string ?? "";
        var links = context.RequestServices.GetRequiredService<DecisionRecordLinks>();
        DecisionDocument? document = await links.OpenAsync(Part("partnership"), Part("number"), Part("token"), context.RequestAborted);
        if (document is not null)
        {
            await sendAsync(context, document);
            return;
        }

        string missing = await context.RequestServices.GetRequiredService<DecisionRecordPrinter>().PrintMissingAsync();
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        await SendHtmlAsync(context, missing);
    }

    private static Task SendPageAsync(HttpContext context, DecisionDocument document) => SendHtmlAsync(context, document.Page);

    private static Task SendDataAsync(HttpContext context, DecisionDocument document)
    {
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"beslut-{document.Number.Year}-{document.Number.Number}.json\"";
        return SendAsync(context, "application/json; charset=utf-8", "'none'", ImmutableCollectionsMarshal.AsArray(document.Data)!);
    }

    private static Task SendHtmlAsync(HttpContext context, string page)
    {
        context.Response.Headers.ContentLanguage = "sv";
        return SendAsync(context, "text/html; charset=utf-8", RecordStyles.PolicyOf(page), Encoding.UTF8.GetBytes(page));
    }

    // A record has at most a megabyte of each, so it is sent whole.
    private static async Task SendAsync(HttpContext context, string contentType, string style, byte[] content)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src {style}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        context.Response.ContentType = contentType;
        context.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
        }
    }
}
