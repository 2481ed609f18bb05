using PledgeBot.Storage;

namespace PledgeBot;

/// <summary>The directory that the records and whatever else is kept lie in.</summary>
internal static class DataDirectory
{
    private const string Setting = $"{StorageOptions.Section}:{nameof(StorageOptions.DataDirectory)}";

    /// <summary>Makes the setting absolute: a relative path counts from the program's folder, wherever it was started from.</summary>
    /// <returns>The directory.</returns>
    public static string Settle(WebApplicationBuilder builder)
    {
        string directory = Path.GetFullPath(builder.Configuration[Setting] ?? "App_Data", builder.Environment.ContentRootPath);
        builder.Configuration[Setting] = directory;
        return directory;
    }
}
