using Microsoft.AspNetCore.Connections;
using PledgeBot;
using PledgeBot.AppPackage;
using PledgeBot.Dialogs;
using PledgeBot.LocalMode;
using PledgeBot.Storage;
using PledgeBot.Teams.Messages;
using PledgeBot.Worker;

if (args is [PackageCommand.Name, .. var packageArgs])
{
    return PackageCommand.Run(packageArgs, Console.Out, Console.Error);
}

var builder = WebApplication.CreateBuilder(args);
builder.Host.UseDefaultServiceProvider(services => services.ValidateOnBuild = services.ValidateScopes = true);

if (StartCheck.Refuse(builder) is { } refusal)
{
    await Console.Error.WriteLineAsync(refusal);
    return 1;
}

builder.Services.AddPledgeBotStorage();
builder.Services.AddPledgeBotDialogs();
builder.AddLocalMode();
builder.Services.AddDueWork();

var app = builder.Build();

app.UseLocalMode();
app.MapTeamsMessages();

try
{
    await app.RunAsync();
    return 0;
}
catch (IOException exception) when (exception.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync(
        $"PledgeBot does not start: {exception.Message} Stop the other program, or set ASPNETCORE_URLS to another address such as http://127.0.0.1:5179.");
    return 1;
}
