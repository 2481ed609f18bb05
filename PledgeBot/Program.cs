using PledgeBot;
using PledgeBot.Dialogs;
using PledgeBot.DueWork;
using PledgeBot.LocalMode;
using PledgeBot.Storage;
using PledgeBot.Teams.Messages;

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

await app.RunAsync();
return 0;
