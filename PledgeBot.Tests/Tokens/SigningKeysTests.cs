using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

using PledgeBot.Tests.TeamsMode;

namespace PledgeBot.Tests.Tokens;

/// <summary>The issuer's keys change, and the issuer can be away; the bot goes on, and never asks more than it has to.</summary>
public sealed class SigningKeysTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private IdentityProvider _provider = null!;
    private TeamsModeHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await IdentityProvider.StartAsync();
        _host = new TeamsModeHost(_provider);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Post_ManyAtOnceAtTheBeginning_AskTheIssuerOnce()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        HoldTheAnswer(asked, answer);
        _host.CreateClient().Dispose();
        Task<HttpStatusCode>[] posts = [.. Enumerable.Range(0, 20).Select(_ => PostAsync())];
        await SoonAsync(asked.Task);

        answer.SetResult();

        HttpStatusCode[] statuses = await SoonAsync(Task.WhenAll(posts));
        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(1, _provider.Reads);
    }

    [Fact]
    public async Task Post_WithANewKey_IsTakenAtOnceWithoutARestart()
    {
        await ExpectAsync(HttpStatusCode.OK);
        ProviderKey old = _provider.Key;
        _host.Time.Advance(TimeSpan.FromHours(1));
        _provider.Publish(new ProviderKey("key-2", "msteams"), old);

        await ExpectAsync(HttpStatusCode.OK);
        await ExpectAsync(HttpStatusCode.OK, old);

        Assert.Equal(2, _provider.Reads);
    }

    [Fact]
    public async Task Post_WithAWithdrawnKey_IsTurnedAwayOnceTheKeysAreReadAnew()
    {
        await ExpectAsync(HttpStatusCode.OK);
        ProviderKey old = _provider.Key;
        _host.Time.Advance(TimeSpan.FromHours(1));
        _provider.Publish(new ProviderKey("key-2", "msteams"));
        await ExpectAsync(HttpStatusCode.OK);

        await ExpectAsync(HttpStatusCode.Unauthorized, old);
    }

    [Fact]
    public async Task Post_WithAKeyWhoseEndorsementIsTakenAway_IsForbiddenOnceTheKeysAreReadAnew()
    {
        await ExpectAsync(HttpStatusCode.OK);
        ProviderKey key = _provider.Key;
        _provider.Publish(key.WithEndorsements("skype"));
        await ReadAnewAsync();

        await ExpectAsync(HttpStatusCode.Forbidden, key);
    }

    [Fact]
    public async Task Post_HundredUnknownKeys_AskTheIssuerOnceInFiveMinutes()
    {
        await ExpectAsync(HttpStatusCode.OK);
        _host.Time.Advance(TimeSpan.FromMinutes(5));

        for (int i = 0; i < 100; i++)
        {
            await ExpectAsync(HttpStatusCode.Unauthorized, _provider.Key.Named($"key-{i + 100}"));
        }

        Assert.Equal(2, _provider.Reads);
        _host.Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        await ExpectAsync(HttpStatusCode.Unauthorized, _provider.Key.Named("key-x"));
        Assert.Equal(2, _provider.Reads);
        _host.Time.Advance(TimeSpan.FromTicks(1));
        await ExpectAsync(HttpStatusCode.Unauthorized, _provider.Key.Named("key-x"));
        Assert.Equal(3, _provider.Reads);
    }

    [Theory]
    [InlineData("aud", "00000000-2a34-4c56-8d78-9e0f1a2b3c4d")]
    [InlineData("iss", "https://api.botframework.us")]
    [InlineData("serviceurl", null)]
    public async Task Post_TokenForSomebodyElse_IsNoReasonToAskTheIssuer(string claim, string? value)
    {
        await ExpectAsync(HttpStatusCode.OK);
        _host.Time.Advance(TimeSpan.FromMinutes(5));
        TestToken token = _host.Token();
        token.Header["kid"] = "key-x";
        token.Claims[claim] = value;

        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.PostAsync(token)).StatusCode);

        Assert.Equal(1, _provider.Reads);
    }

    [Fact]
    public async Task Post_TwiceADay_KeysAreReadAnewBesideTheTurn()
    {
        await ExpectAsync(HttpStatusCode.OK);
        _host.Time.Advance(TimeSpan.FromHours(12) - TimeSpan.FromTicks(1));
        await ExpectAsync(HttpStatusCode.OK);
        Assert.Equal(1, _provider.Reads);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        HoldTheAnswer(asked, answer);
        _host.Time.Advance(TimeSpan.FromTicks(1));

        await ExpectAsync(HttpStatusCode.OK);

        await SoonAsync(asked.Task);
        Assert.Equal(2, _provider.Reads);
        answer.SetResult();
    }

    [Fact]
    public async Task Post_IssuerAwayForAWeekend_GoesOnWithTheKeysKnown()
    {
        await ExpectAsync(HttpStatusCode.OK);
        _provider.AnswerWith(StatusCodes.Status503ServiceUnavailable);

        for (int hour = 1; hour < 72; hour++)
        {
            _host.Time.Advance(TimeSpan.FromHours(1));
            await ExpectAsync(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Post_IssuerAwayForLonger_StopsBelievingTheKeysAndSaysSo()
    {
        await ExpectAsync(HttpStatusCode.OK);
        _provider.AnswerWith(StatusCodes.Status503ServiceUnavailable);
        _host.Time.Advance(TimeSpan.FromDays(3));

        await ExpectAsync(HttpStatusCode.ServiceUnavailable);

        Assert.Contains(_host.Log.All, line => line.Level == LogLevel.Error && line.Text.Contains("nothing from Teams can be taken", StringComparison.Ordinal));
        _provider.Recover();
        _host.Time.Advance(TimeSpan.FromSeconds(10));
        await ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Post_IssuerNeverReached_AsksForPatienceAndTheIssuerEveryTenSeconds()
    {
        _provider.AnswerWith(StatusCodes.Status500InternalServerError);

        for (int i = 0; i < 10; i++)
        {
            await ExpectAsync(HttpStatusCode.ServiceUnavailable);
        }

        Assert.Equal(1, _provider.Reads);
        _provider.Recover();
        _host.Time.Advance(TimeSpan.FromSeconds(9));
        await ExpectAsync(HttpStatusCode.ServiceUnavailable);
        _host.Time.Advance(TimeSpan.FromSeconds(1));
        await ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Post_IssuerSlow_IsGivenUpAfterTenSeconds()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var never = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        HoldTheAnswer(asked, never);
        Task<HttpStatusCode> post = PostAsync();
        await SoonAsync(asked.Task);
        Assert.False(post.IsCompleted);

        // The issuer may have been asked by the warm-up, and the post come only when that has been given up: it then asks again.
        _provider.AnswerWith(context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.FromResult(true);
        });
        _host.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await SoonAsync(post));
        Assert.Contains(_host.Log.All, line => line.Text.Contains("did not answer within 10 seconds", StringComparison.Ordinal));
        never.SetResult();
    }

    [Fact]
    public async Task Post_IssuerPointsElsewhere_IsNotFollowed()
    {
        await using Trap trap = await Trap.StartAsync();
        _provider.AnswerWith(context =>
        {
            context.Response.Redirect(trap.Address.AbsoluteUri);
            return Task.FromResult(true);
        });

        await ExpectAsync(HttpStatusCode.ServiceUnavailable, trap.Key);

        Assert.Equal(0, trap.Visits);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Log in to the Wi-Fi</html>")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{ "issuer": "https://api.botframework.com", "jwks_uri": "file:///etc/passwd" }""")]
    [InlineData("""{ "issuer": "https://api.botframework.com", "jwks_uri": "ftp://127.0.0.1/keys" }""")]
    [InlineData("""{ "issuer": "https://api.botframework.com", "jwks_uri": "/keys" }""")]
    [InlineData("""{ "issuer": "https://api.botframework.com", "jwks_uri": 7 }""")]
    public async Task Post_IssuerAnswersWithSomethingElse_IsUnavailable(string metadata)
    {
        _provider.AnswerWith(async context =>
        {
            await context.Response.WriteAsync(metadata);
            return true;
        });

        await ExpectAsync(HttpStatusCode.ServiceUnavailable);

        Assert.DoesNotContain(_host.Log.All, line => line.Text.Contains("Unhandled", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Post_IssuerAnswersWithoutEnd_IsUnavailable()
    {
        _provider.AnswerWith(async context =>
        {
            byte[] chunk = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(chunk, CancellationToken.None);
            }

            return true;
        });

        await ExpectAsync(HttpStatusCode.ServiceUnavailable);

        Assert.Contains(_host.Log.All, line => line.Text.Contains("more than 1048576 bytes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_IssuerHasNoKeys_IsUnavailable()
    {
        ProviderKey key = _provider.Key;
        _provider.Publish();

        await ExpectAsync(HttpStatusCode.ServiceUnavailable, key);
    }

    // A token that names no known key is a reason to look.
    private async Task ReadAnewAsync()
    {
        _host.Time.Advance(TimeSpan.FromMinutes(5));
        await ExpectAsync(HttpStatusCode.Unauthorized, _provider.Key.Named("key-x"));
    }

    private void HoldTheAnswer(TaskCompletionSource asked, TaskCompletionSource answer) => _provider.AnswerWith(async context =>
    {
        asked.TrySetResult();
        await answer.Task.WaitAsync(context.RequestAborted);
        return false;
    });

    // So that what never comes is a failure, and not a wait without end.
    private static Task SoonAsync(Task task) => task.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);

    private static Task<T> SoonAsync<T>(Task<T> task) => task.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);

    private async Task<HttpStatusCode> PostAsync() => (await _host.PostAsync(_host.Token())).StatusCode;

    private async Task ExpectAsync(HttpStatusCode expected, ProviderKey? key = null)
    {
        var token = TestToken.Of(key ?? _provider.Key, TeamsModeHost.AppId, TeamsModeHost.ServiceUrl, _host.Time.GetUtcNow());

        HttpResponseMessage response = await _host.PostAsync(token);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(expected == HttpStatusCode.ServiceUnavailable ? TimeSpan.FromSeconds(10) : null, response.Headers.RetryAfter?.Delta);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
