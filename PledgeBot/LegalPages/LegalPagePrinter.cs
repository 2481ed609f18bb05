using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Options;

namespace PledgeBot.LegalPages;

/// <summary>Draws the legal pages. They say the same as long as the program runs, so each is drawn once.</summary>
internal sealed class LegalPagePrinter(IServiceProvider services, ILoggerFactory loggers, IOptions<PublicPagesOptions> publisher)
{
    private readonly ConcurrentDictionary<(LegalPage Page, string Language), Task<byte[]>> _printed = new();

    /// <summary>Gets a page as HTML.</summary>
    /// <param name="page">The page.</param>
    /// <param name="language">One of <see cref="LegalPage.Languages"/>.</param>
    public Task<byte[]> PrintAsync(LegalPage page, string language) =>
        _printed.GetOrAdd((page, language), key => DrawAsync(key.Page, key.Language));

    private async Task<byte[]> DrawAsync(LegalPage page, string language)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        string html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            (CultureInfo before, CultureInfo uiBefore) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            try
            {
                var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(LegalPageBase.Publisher)] = publisher.Value });
                return (await renderer.RenderComponentAsync(page.Component, parameters)).ToHtmlString();
            }
            finally
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, uiBefore);
            }
        });
        return Encoding.UTF8.GetBytes(html);
    }
}
