using Microsoft.Extensions.Options;
using PledgeBot.Storage.Sqlite;

namespace PledgeBot.Storage;

/// <summary>Checks at start that the records have a place.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        bool hasDirectory = !string.IsNullOrWhiteSpace(options.DataDirectory);
        bool hasConnectionString = !string.IsNullOrWhiteSpace(options.ConnectionString);
        if (hasDirectory == hasConnectionString)
        {
            return ValidateOptionsResult.Fail(hasDirectory
                ? "Storage:DataDirectory and Storage:ConnectionString are both set. Keep one of them."
                : "The records have no place. Set Storage:DataDirectory to the directory that they are to be kept in.");
        }

        try
        {
            _ = SqliteFile.From(options);
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException exception)
        {
            return ValidateOptionsResult.Fail($"Storage:ConnectionString cannot be used. {exception.Message}");
        }
    }
}
