using System.Runtime.Versioning;
using Microsoft.Extensions.Options;
using PledgeBot.Storage;

namespace PledgeBot.Preflight;

/// <summary>Looks at the records: whether this release can work with them, and who else can read them.</summary>
internal sealed class RecordsCheck(Lazy<IRecordsInspector> inspector) : IPreflightCheck
{
    private const string Subject = "records";
    private const string RightsSubject = "rights";

    private const UnixFileMode OthersMayReadOrWrite = UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            RecordsInspection records = await inspector.Value.InspectAsync(cancellationToken);
            return records.Condition == RecordsCondition.Unusable ? [Say(records)] : [Say(records), Rights(records.File)];
        }
        catch (OptionsValidationException exception)
        {
            return [Finding.Fail(Subject, exception.Message)];
        }
    }

    private static Finding Say(RecordsInspection records) => records.Condition switch
    {
        RecordsCondition.ToBeMade => Finding.Ok(Subject, $"There are none yet. They are made at the first start, as {records.File}."),
        RecordsCondition.UpToDate => Finding.Ok(Subject, $"{records.File} is of this release and can be written."),
        RecordsCondition.Older => Finding.Ok(
            Subject, $"{records.File} is of an earlier release and is brought up to date at the next start. Back it up before: there is no way back."),
        RecordsCondition.Newer => Finding.Fail(
            Subject, $"{records.File} is of a later release than this one. Run that release, or restore a backup from before it."),
        _ => Finding.Fail(Subject, $"{records.File} cannot be used. {records.Problem}"),
    };

    // Names and ballots lie there. The group is left to whoever runs the machine: volumes of containers are shared that way.
    private static Finding Rights(string file)
    {
        string directory = Path.GetDirectoryName(file)!;
        if (OperatingSystem.IsWindows())
        {
            return Finding.Skip(RightsSubject, $"See that only the bot's account may read {directory}.");
        }

        if (Directory.Exists(directory) && IsOpenToOthers(directory))
        {
            return Finding.Fail(RightsSubject, $"Everybody on this machine may look into {directory}, and names and ballots lie there. Run: chmod 700 {directory}");
        }

        return File.Exists(file) && IsOpenToOthers(file)
            ? Finding.Fail(RightsSubject, $"Everybody on this machine may read {file}, and names and ballots lie in it. Run: chmod 600 {file}*")
            : Finding.Ok(RightsSubject, $"Nobody else on this machine may read {directory}.");
    }

    [UnsupportedOSPlatform("windows")]
    private static bool IsOpenToOthers(string path) => (File.GetUnixFileMode(path) & OthersMayReadOrWrite) != UnixFileMode.None;
}
