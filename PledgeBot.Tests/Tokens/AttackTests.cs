using Microsoft.Extensions.Logging;

namespace PledgeBot.Tests.Tokens;

/// <summary>Whoever is not the channel does not come in, learns nothing, and makes the bot ask nobody anything.</summary>
public sealed class AttackTests(Stage stage) : IClassFixture<Stage>
{
    public static TheoryData<string> Names => [.. Attacks.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Post_Attack_IsTurnedAway(string name)
    {
        Attack attack = Attacks.All[name];
        using HttpRequestMessage request = attack.Make(stage);
        await stage.Host.PostAsync(stage.Token());
        int handled = stage.Host.Handled.Count;
        int reads = stage.Provider.Reads;
        int lines = stage.Host.Log.All.Count;

        using HttpResponseMessage response = await stage.Host.PostAsync(request);

        Assert.Equal(attack.Status, (int)response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(attack.Status == 401 ? "Bearer" : "", response.Headers.WwwAuthenticate.ToString());
        Assert.DoesNotContain(response.Headers, header => header.Key != "WWW-Authenticate");
        Assert.DoesNotContain(response.Content.Headers, header => header.Key != "Content-Length");
        Assert.Equal(handled, stage.Host.Handled.Count);
        Assert.Equal(0, stage.Trap.Visits);
        Assert.Equal(reads, stage.Provider.Reads);
        AssertLogged(attack, lines, request);
    }

    // One line that says which rule it was, and nothing of what was sent.
    private void AssertLogged(Attack attack, int before, HttpRequestMessage request)
    {
        (LogLevel Level, string Text)[] lines = [.. stage.Host.Log.All.Skip(before).Where(line => line.Level > LogLevel.Information)];
        Assert.Equal([(LogLevel.Warning, $"A caller was turned away with {attack.Status}: {attack.Code}.")], lines);
        string[] secrets =
        [
            .. request.Headers.TryGetValues("Authorization", out IEnumerable<string>? values) ? values.SelectMany(value => value.Split(' ', '.', ',')) : [],
        ];
        Assert.All(stage.Host.Log.All.Skip(before), line => Assert.DoesNotContain(
            secrets, secret => secret.Length > 20 && line.Text.Contains(secret, StringComparison.Ordinal)));
    }
}
