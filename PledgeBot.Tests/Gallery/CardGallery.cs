using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PledgeBot.Dialogs.Delivery;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Domain.Records;
using PledgeBot.Tests.Hosting;
using PledgeBot.Tests.Turns;

namespace PledgeBot.Tests.Gallery;

/// <summary>
/// Every card that the bot can send: collected where cards leave it, from members of every kind who try everything in every state
/// (<see cref="GalleryStates"/>), in both languages. Collected once for all tests.
/// </summary>
internal sealed class CardGallery
{
    private const int WholeDialog = 15;

    // Two groups of about the same work, each with a bot of its own.
    private static readonly GalleryVisitor[][] Groups =
    [
        [new("coordinator", A.Coordinator, "sv-SE", Scope.Personal) { WritesFor = GalleryAudience.OneCoordinator, MostMoves = WholeDialog }],
        [
            new("coordinator", A.Coordinator, "en-GB", Scope.Personal) { WritesFor = GalleryAudience.BothLanguages, MostMoves = WholeDialog },
            new("coordinator", A.Coordinator, "sv-SE", Scope.Channel),
            new("voter who confirms", A.SafetyManager, "sv-SE", Scope.Personal),
            new("voter who confirms", A.SafetyManager, "en-GB", Scope.Channel),
            new("member without duties", A.RescueService, "sv-SE", Scope.Personal),
            new("member without duties", A.RescueService, "sv-SE", Scope.GroupChat),
            new("stranger", A.Stranger, "sv-SE", Scope.Personal),
        ],
    ];

    private static readonly Lazy<Task<CardGallery>> Collected = new(CollectAsync);

    private readonly ConcurrentDictionary<string, GalleryCard> _cards = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _sentences = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _notes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _faults = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CardSubject[]> _subjects = new(StringComparer.Ordinal);

    private CardGallery()
    {
    }

    /// <summary>Gets the cards, each once.</summary>
    public IReadOnlyList<GalleryCard> Cards => [.. _cards.Values.OrderBy(card => card.Name, StringComparer.Ordinal)];

    /// <summary>Gets the sentences that were said.</summary>
    public IEnumerable<string> Sentences => _sentences.Keys;

    /// <summary>Gets what was tried: commands, verbs, kinds of subjects.</summary>
    public IEnumerable<string> Notes => _notes.Keys;

    /// <summary>Gets what was wrong with how the bot answered.</summary>
    public IEnumerable<string> Faults => _faults.Keys.Order(StringComparer.Ordinal);

    /// <summary>Collects the cards; from the second time on gives those of the first.</summary>
    public static Task<CardGallery> OpenAsync() => Collected.Value;

    /// <summary>Notes that something was tried.</summary>
    /// <returns>Whether it is the first time.</returns>
    public bool Note(string what) => _notes.TryAdd(what, true);

    /// <summary>Notes that something was wrong with how the bot answered.</summary>
    public void Fault(string what) => _faults[what] = true;

    /// <summary>Gets the subjects that have a card in the channel by what has happened in a state.</summary>
    public CardSubject[] SubjectsOf(GalleryState state) => _subjects.GetOrAdd(state.Name, _ =>
    {
        var turn = new TurnInMemory(new RecordsInMemory(state.Story.Partnership));
        Consequences.Schedule(turn, [.. state.Story.Log.Select(recorded => recorded.Event)], state.Story.Now);
        return
        [
            .. turn.Scheduled
                .Where(work => work.Kind == WorkKinds.ShowCard)
                .Select(work => CardSubject.Parse(work.Key)!.Value)
                .Distinct()
                .GroupBy(subject => subject.Kind)
                .SelectMany(kind => kind.Take(4).Concat(kind.TakeLast(3)).Distinct()),
        ];
    });

    /// <summary>Takes the cards out of an answer and of the messages that went out with it.</summary>
    /// <param name="name">Where they were met.</param>
    /// <param name="language">The language of the one who asked.</param>
    /// <param name="asked">The conversation in which it was asked; nothing if nobody did.</param>
    /// <param name="answer">The answer to a request.</param>
    /// <param name="messages">The messages.</param>
    /// <param name="isForged">Whether the request was one that no card makes, so that the answer may be an error.</param>
    public IEnumerable<GalleryCard> Take(
        string name, string language, string? asked, JsonElement? answer, IReadOnlyList<ChannelMessage> messages, bool isForged)
    {
        foreach (GalleryCard card in FromAnswer(name, language, answer, isForged))
        {
            yield return Keep(card);
        }

        foreach (ChannelMessage message in messages)
        {
            // What answers is for the one who asked. What begins a thread is for everybody, and of others the language is not known.
            string expected = message.IsRoot || !IsSame(message.Conversation, asked) ? "sv" : language;
            foreach (JsonElement activity in message.Versions)
            {
                if (activity.TryGetProperty("text", out JsonElement text))
                {
                    _sentences[text.GetString()!] = true;
                }

                if (ChannelMessage.CardIn(activity) is not { } json)
                {
                    continue;
                }

                if (!activity.TryGetProperty("summary", out JsonElement summary) || string.IsNullOrWhiteSpace(summary.GetString()))
                {
                    Fault($"{name}: the message with the card has no summary.");
                }

                yield return Keep(new GalleryCard(name, expected, IsForm: false, json));
            }
        }
    }

    private static async Task<CardGallery> CollectAsync()
    {
        var gallery = new CardGallery();
        await Parallel.ForEachAsync(Groups, TestContext.Current.CancellationToken, async (visitors, _) => await gallery.CollectAsync(visitors));
        return gallery;
    }

    private async Task CollectAsync(GalleryVisitor[] visitors)
    {
        var records = new CurrentRecords();
        await using HostedBot bot = await HostedBot.StartAsync(A.Noon, services => services
            .AddSingleton<IPartnershipRecords>(records)
            .AddSingleton<IDueWorkList>(records)
            .AddSingleton<IDirectory>(records));
        bot.Channel.Roster.AddRange(GalleryState.Team.Select(ChannelPerson.Of));
        GalleryWalk[] walks = [.. visitors.Select(visitor => new GalleryWalk(bot, records, this, visitor))];
        foreach (GalleryState state in GalleryStates.All())
        {
            bot.Time.AdjustTime(state.Story.Now);
            if (visitors == Groups[0])
            {
                await PostAsync(bot, records, state);
            }

            foreach (GalleryWalk walk in walks)
            {
                await walk.VisitAsync(state);
            }
        }
    }

    /// <summary>Posts what the clock posts: the card of every subject for everybody, and the weekly status.</summary>
    private async Task PostAsync(HostedBot bot, CurrentRecords records, GalleryState state)
    {
        RecordsSet kept = state.ToRecords();
        Dictionary<(string Kind, string Key), DueWork> work = kept.Of(state.Story.Partnership.Id).Work;
        DateTimeOffset now = bot.Time.GetUtcNow();
        CardSubject[] subjects = SubjectsOf(state);

        // A card waits for the one whose thread it belongs in.
        for (int round = 0; round < 3; round++)
        {
            foreach (CardSubject subject in subjects)
            {
                work[(WorkKinds.ShowCard, subject.ToString())] = new DueWork(WorkKinds.ShowCard, subject.ToString(), now, "");
            }

            records.Use(kept);
            await bot.DoDueWorkAsync();
        }

        foreach (CardSubject subject in subjects.Where(subject => kept.Of(state.Story.Partnership.Id).Memory.ContainsKey(ShownCard.KeyOf(subject))))
        {
            Note($"subject {subject.Kind}");
        }

        work[(WorkKinds.WeeklyStatus, "next")] = new DueWork(WorkKinds.WeeklyStatus, "next", now, "");
        records.Use(kept);
        await bot.DoDueWorkAsync();
        foreach (GalleryCard _ in Take($"{state.Name} · posted", "sv", asked: null, answer: null, bot.Channel.Messages, isForged: false))
        {
        }
    }

    private static bool IsSame(string conversation, string? asked) => conversation.Split(';')[0] == asked?.Split(';')[0];

    private IEnumerable<GalleryCard> FromAnswer(string name, string language, JsonElement? answer, bool isForged)
    {
        if (answer is not { } body)
        {
            yield break;
        }

        if (body.TryGetProperty("task", out JsonElement task))
        {
            JsonElement value = task.GetProperty("value");
            if (value.ValueKind == JsonValueKind.String)
            {
                _sentences[value.GetString()!] = true;
                yield break;
            }

            if (string.IsNullOrWhiteSpace(GalleryCard.TextOf(value, "title")))
            {
                Fault($"{name}: the form has no title.");
            }

            yield return new GalleryCard(name, language, IsForm: true, value.GetProperty("card").GetProperty("content"));
        }
        else if (body.TryGetProperty("composeExtension", out JsonElement extension))
        {
            foreach (JsonElement hit in extension.TryGetProperty("attachments", out JsonElement hits) ? hits.EnumerateArray() : [])
            {
                if (!hit.TryGetProperty("preview", out JsonElement preview) || string.IsNullOrWhiteSpace(GalleryCard.TextOf(preview.GetProperty("content"), "title")))
                {
                    Fault($"{name}: a hit cannot be told from others.");
                }

                yield return new GalleryCard(name, language, IsForm: false, hit.GetProperty("content"));
            }

            if (GalleryCard.TextOf(extension, "text") is { } said)
            {
                _sentences[said] = true;
            }
        }
        else if (GalleryCard.TypeOf(body) == "application/vnd.microsoft.card.adaptive")
        {
            yield return new GalleryCard(name, language, IsForm: false, body.GetProperty("value"));
        }
        else if (GalleryCard.TypeOf(body) == "application/vnd.microsoft.activity.message")
        {
            _sentences[body.GetProperty("value").GetString()!] = true;
        }
        else if (!isForged)
        {
            Fault($"{name}: answered with {body.GetRawText()}");
        }
    }

    private GalleryCard Keep(GalleryCard card)
    {
        _cards.TryAdd(card.Identity, card);
        return card;
    }
}
