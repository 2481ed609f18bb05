using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PledgeBot.DecisionRecords;
using PledgeBot.Dialogs.DecisionRecords;

namespace PledgeBot.Tests.DecisionRecords;

/// <summary>Pages of records as the host prints them.</summary>
internal static class Printed
{
    public static async Task<string> PageOfAsync(DecisionRecordDraft draft)
    {
        await using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        return await new DecisionRecordPrinter(services, NullLoggerFactory.Instance).PrintAsync(draft, DecisionRecordFile.Of(draft).Checksum);
    }
}
