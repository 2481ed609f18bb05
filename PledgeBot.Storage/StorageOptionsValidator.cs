using Microsoft.Extensions.Options;
using PledgeBot.Storage.Sqlite;

namespace PledgeBot.Storage;

/// <summary>Checks at start that the records have a place.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.DataDirectory) && string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            return ValidateOptionsResult.Fail(
                "The records have no place. Set Storage:DataDirectory to the directory that they are to be kept in.");
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
