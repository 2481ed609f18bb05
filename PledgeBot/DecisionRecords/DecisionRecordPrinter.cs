using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using PledgeBot.Dialogs.DecisionRecords;

namespace PledgeBot.DecisionRecords;

/// <summary>Prints the pages of records of decision. They are in Swedish, whoever reads them: the authorities' language.</summary>
internal sealed class DecisionRecordPrinter(IServiceProvider services, ILoggerFactory loggers) : IDecisionRecordPrinter
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    private readonly Lazy<Task<string>> _missing = new(() => PrintAsync<MissingRecordPage>(services, loggers, []));

    /// <inheritdoc/>
    public Task<string> PrintAsync(DecisionRecordDraft draft, string checksum) => PrintAsync<RecordPage>(
        services, loggers, new Dictionary<string, object?> { [nameof(RecordPage.Record)] = draft, [nameof(RecordPage.Checksum)] = checksum });

    /// <summary>Prints the page that stands where no record is opened.</summary>
    public Task<string> PrintMissingAsync() => _missing.Value;

    private static async Task<string> PrintAsync<TPage>(IServiceProvider services, ILoggerFactory loggers, Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            (CultureInfo before, CultureInfo uiBefore) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Swedish;
            try
            {
                return (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString();
            }
            finally
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, uiBefore);
            }
        });
    }
}
