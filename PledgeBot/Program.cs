using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using PledgeBot;
using PledgeBot.AppPackage;
using PledgeBot.DecisionRecords;
using PledgeBot.Dialogs;
using PledgeBot.LegalPages;
using PledgeBot.LocalMode;
using PledgeBot.Preflight;
using PledgeBot.Storage;
using PledgeBot.Teams.Messages;
using PledgeBot.TeamsMode;
using PledgeBot.Worker;

if (args is [PackageCommand.Name, .. var packageArgs])
{
    return PackageCommand.Run(packageArgs, Console.Out, Console.Error);
}

if (args is [PreflightCommand.Name, .. string[] rest])
{
    return await PreflightCommand.RunAsync(rest);
}

var builder = WebApplication.CreateBuilder(args);
builder.Host.UseDefaultServiceProvider(services => services.ValidateOnBuild = services.ValidateScopes = true);

if (StartCheck.Refuse(builder, out TeamsSettings? teams) is { } refusal)
{
    await Console.Error.WriteLineAsync(refusal);
    return 1;
}

builder.Services.AddPledgeBotStorage();
builder.Services.AddPledgeBotDialogs();
if (teams is not null)
{
    builder.AddTeamsMode(teams);
}
else
{
    builder.AddLocalMode();
}

builder.Services.AddDueWork();
builder.Services.AddLegalPages();
builder.Services.AddDecisionRecordPages();

var app = builder.Build();

if (StartCheck.Refuse(app) is { } lateRefusal)
{
    await Console.Error.WriteLineAsync(lateRefusal);
    return 1;
}

if (teams is not null)
{
    app.UseTeamsMode();
}
else
{
    app.UseLocalMode();
}

app.MapTeamsMessages();
app.MapLegalPages();
app.MapDecisionRecordPages();

try
{
    await app.RunAsync();
    return 0;
}
catch (OptionsValidationException exception)
{
    await Console.Error.WriteLineAsync($"PledgeBot does not start: {exception.Message}");
    return 1;
}
catch (IOException exception) when (exception.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync(
        $"PledgeBot does not start: {exception.Message} Stop the other program, or set ASPNETCORE_URLS to another address such as http://127.0.0.1:5179.");
    return 1;
}
