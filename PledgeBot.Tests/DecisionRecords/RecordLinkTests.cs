using System.Net;
using System.Security.Cryptography;
using System.Text;
using PledgeBot.Dialogs.DecisionRecords;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;

namespace PledgeBot.Tests.DecisionRecords;

/// <summary>A member's own link opens a record and its data; everything else gets one and the same answer.</summary>
public sealed class RecordLinkTests
{
    [Fact]
    public async Task Link_OfAMember_OpensThePageAndItsData()
    {
        await using RecordHost host = await RecordHost.StartAsync(PlayedDecisions.Everything());
        Uri link = await host.LinkAsync(A.Communicator);

        using HttpResponseMessage page = await host.GetAsync(link);
        using HttpResponseMessage data = await host.GetAsync(new Uri(link.AbsoluteUri + "/beslut.json"));
        string html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        byte[] json = await data.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType?.ToString());
        Assert.Equal("sv", Assert.Single(page.Content.Headers.ContentLanguage));
        Assert.Contains("<h1>Beslutsprotokoll 2020:1</h1>", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, data.StatusCode);
        Assert.Equal("application/json; charset=utf-8", data.Content.Headers.ContentType?.ToString());
        Assert.Equal("beslut-2020-1.json", data.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.Equal(DecisionRecordFile.Of(PlayedDecisions.DraftOf(PlayedDecisions.Everything())).Data.AsSpan(), json);
    }

    [Fact]
    public async Task Page_Headers_LetNothingInAndNobodyKeepIt()
    {
        await using RecordHost host = await RecordHost.StartAsync(PlayedDecisions.Open());
        Uri link = await host.LinkAsync(A.Communicator);

        using HttpResponseMessage page = await host.GetAsync(link);
        using HttpResponseMessage data = await host.GetAsync(new Uri(link.AbsoluteUri + "/beslut.json"));
        using HttpResponseMessage missing = await host.GetAsync(new Uri(host.Http.BaseAddress!, "/protokoll/x/y/z"));
        string html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        string style = html[(html.IndexOf("<style>", StringComparison.Ordinal) + 7)..html.IndexOf("</style>", StringComparison.Ordinal)];
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            Assert.Single(page.Headers.GetValues("Content-Security-Policy")));
        Assert.All((HttpResponseMessage[])[page, data, missing], answer =>
        {
            Assert.True(answer.Headers.CacheControl?.NoStore);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.Contains("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        });
    }

    [Fact]
    public async Task Link_ThatOpensNothing_GetsTheSameAnswerWhyeverItDoes()
    {
        await using RecordHost host = await RecordHost.StartAsync(PlayedDecisions.Open());
        Uri own = await host.LinkAsync(A.Communicator);
        Uri others = await host.LinkAsync(A.Chief);
        string[] parts = own.AbsolutePath.Split('/');
        string token = parts[^1];
        string changed = (token[^1] == 'A' ? 'B' : 'A') + "";
        string[] wrong =
        [
            $"/protokoll/{parts[2]}/2020-1/{token[..^1]}{changed}",
            $"/protokoll/{parts[2]}/2020-1/{token[..22]}{others.AbsolutePath[^42..]}",
            $"/protokoll/{parts[2]}/2020-1/{new string('A', 64)}",
            $"/protokoll/{parts[2]}/2020-1/{token}A",
            $"/protokoll/{parts[2]}/2020-1/{new string('å', 64)}",
            $"/protokoll/{parts[2]}/2020-1/{new string('=', 64)}",
            $"/protokoll/{parts[2]}/2020-1/%20{token[1..]}",
            $"/protokoll/{parts[2]}/2020-2/{token}",
            $"/protokoll/{parts[2]}/2020-0/{token}",
            $"/protokoll/{parts[2]}/xyz/{token}",
            $"/protokoll/{Guid.NewGuid():N}/2020-1/{token}",
            $"/protokoll/xyz/2020-1/{token}",
            $"/protokoll/{parts[2]}/2020-1/{token[..^1]}{changed}/beslut.json",
        ];

        var answers = new List<(HttpStatusCode, string, string)>();
        foreach (string path in wrong)
        {
            using HttpResponseMessage answer = await host.GetAsync(new Uri(host.Http.BaseAddress!, path));
            answer.Headers.Date = null;
            answers.Add((answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer.Headers.ToString()));
        }

        Assert.Equal(HttpStatusCode.NotFound, answers[0].Item1);
        Assert.Contains("skriv protokoll", answers[0].Item2, StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    [Fact]
    public async Task Link_AfterSevenDays_OpensNothing()
    {
        await using RecordHost host = await RecordHost.StartAsync(PlayedDecisions.Open());
        Uri link = await host.LinkAsync(A.Communicator);

        host.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, link));
        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, link));
    }

    [Fact]
    public async Task Link_AskedForAgain_TakesThePlaceOfTheFormerAndOfNobodyElses()
    {
        await using RecordHost host = await RecordHost.StartAsync(PlayedDecisions.Open());
        Uri first = await host.LinkAsync(A.Communicator);
        Uri others = await host.LinkAsync(A.Chief);

        Uri second = await host.LinkAsync(A.Communicator);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, first));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, second));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, others));
    }

    [Fact]
    public async Task Link_OfSomebodyTakenOffTheList_OpensNothing()
    {
        await using RecordHost host = await RecordHost.StartAsync(PlayedDecisions.Open());
        Uri link = await host.LinkAsync(A.Communicator);

        await host.TurnAsync(turn => turn.Append([new MemberUnlisted(A.Communicator)], new Moment(A.Coordinator, host.Time.GetUtcNow())));

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, link));
    }

    [Fact]
    public async Task Link_OfSomebodyWhoHasLeftTheTeam_OpensNothing()
    {
        await using RecordHost host = await RecordHost.StartAsync(PlayedDecisions.Open(), withLeft: A.Communicator);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(host, await host.LinkAsync(A.Communicator)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, await host.LinkAsync(A.Chief)));
    }

    [Fact]
    public async Task Token_IsKeptAsAHashAlone_AndInNoLog()
    {
        await using RecordHost host = await RecordHost.StartAsync(PlayedDecisions.Open());
        Uri link = await host.LinkAsync(A.Communicator);
        string token = link.AbsolutePath.Split('/')[^1];

        await StatusAsync(host, link);
        await StatusAsync(host, new Uri(link.AbsoluteUri + "/beslut.json"));
        await StatusAsync(host, new Uri(link.AbsoluteUri[..^1]));

        Assert.Equal(1, await host.CountAsync("SELECT COUNT(*) FROM memories WHERE kind = 'record-link'"));
        Assert.Equal(0, await host.CountAsync($"SELECT COUNT(*) FROM memories WHERE value LIKE '%{token[^43..]}%' OR key LIKE '%{token[^43..]}%'"));
        Assert.InRange(host.Log.Said.Count, 5, 10_000);
        Assert.DoesNotContain(host.Log.Said, line => line.Contains(token[..22], StringComparison.Ordinal) || line.Contains("/2020-1/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Link_OtherMethods_AreNotTaken()
    {
        await using RecordHost host = await RecordHost.StartAsync(PlayedDecisions.Open());
        Uri link = await host.LinkAsync(A.Communicator);
        using var head = new HttpRequestMessage(HttpMethod.Head, link);
        using var post = new HttpRequestMessage(HttpMethod.Post, link);

        using HttpResponseMessage taken = await host.Http.SendAsync(head, TestContext.Current.CancellationToken);
        using HttpResponseMessage refused = await host.Http.SendAsync(post, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
    }

    private static async Task<HttpStatusCode> StatusAsync(RecordHost host, Uri link)
    {
        using HttpResponseMessage answer = await host.GetAsync(link);
        return answer.StatusCode;
    }
}
