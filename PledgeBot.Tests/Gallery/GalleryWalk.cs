using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.Subjects;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Proposals;
using PledgeBot.Domain.Walks;
using PledgeBot.Tests.Hosting;
using PledgeBot.Tests.Photos;

namespace PledgeBot.Tests.Gallery;

/// <summary>
/// One person who tries everything in one place: looks at the card of every subject, writes every command, presses every button on
/// every kind of card that comes of it, fills every form in rightly, wrongly and not at all, and walks every dialog to its end. All
/// through the bot's front door.
/// </summary>
internal sealed class GalleryWalk(HostedBot bot, CurrentRecords records, CardGallery gallery, GalleryVisitor visitor)
{
    private const string PressedCard = "1600000000001";

    // What is no command: nothing, misspelt, nonsense, references and numbers alone.
    private static readonly string[] Unasked = ["", "stauts", "kasdjf lkjasdf", "V1-03", "V1", "123"];

    // What can be written in the middle of a dialog, rightly and wrongly; a command too.
    private static readonly string[] InDialogs = ["hjälp", "tillbaka", "hoppa över", "ändra", "ändra xyz", "spara", "avbryt", "nästa", "xyz", "31 februari", "nytt förslag V1"];

    // The commands of the message extension, with the parameter of those that search.
    private static readonly (string Command, string? Parameter)[] Extension =
    [
        .. JsonNode.Parse(Repository.Read("manifest", "manifest.json"))!["composeExtensions"]!.AsArray()
            .SelectMany(extension => extension!["commands"]!.AsArray())
            .Select(command => ((string)command!["id"]!, (string?)command["parameters"]?[0]?["name"])),
    ];

    private static readonly string[] Searched = ["", "tunnel", "V1-01", "finns inte"];
    private static readonly string[] Messages = ["", "<p>Det är mörkt vid <b>stationen</b></p>", $"<p>{GalleryWords.Nasty.Text(2000)}</p>"];

    private static readonly byte[] Picture = Pictures.RedAndBlue(80, 60);

    private readonly ChannelPerson _person = ChannelPerson.Of(visitor.Member);
    private readonly Sent _sent = new();
    private readonly HashSet<string> _pressed = [];
    private readonly HashSet<string> _typed = [];
    private readonly Queue<(RecordsSet Kept, string Name, GalleryCard Card, int Depth)> _toPress = [];
    private GalleryState _state = null!;
    private bool _hasWritten;

    /// <summary>Tries everything in a state.</summary>
    public async Task VisitAsync(GalleryState state)
    {
        _state = state;
        await LookAsync();
        if (state.Audience >= visitor.WritesFor)
        {
            await WriteAsync();
        }

        // The cards that took the fewest moves come first, so that every dialog's end is reached by a short way.
        while (_toPress.TryDequeue(out (RecordsSet Kept, string Name, GalleryCard Card, int Depth) next))
        {
            await PressAsync(next.Kept, next.Name, next.Card, next.Depth);
        }
    }

    /// <summary>Looks at every subject's card, and goes on from there.</summary>
    private async Task LookAsync()
    {
        foreach (CardSubject subject in gallery.SubjectsOf(_state))
        {
            JsonObject activity = _sent.Execute(
                _person, visitor.Scope, "card.view", new JsonObject { ["subject"] = subject.ToString() }, PressedCard, "automatic", visitor.Locale);
            await TryAsync(_state.ToRecords(), $"view {subject}", activity, depth: 0);
        }
    }

    /// <summary>Adds the bot, and writes every command and some nonsense.</summary>
    private async Task WriteAsync()
    {
        await TryAsync(_state.ToRecords(), "installation", _sent.Installation(_person, visitor.Scope, locale: visitor.Locale), depth: 0);
        (string Phrase, string Argument)[] commands;
        using (CultureScope.For(visitor.Locale))
        {
            commands = [.. bot.Services.GetRequiredService<CommandRouter>().Commands.Select(command => (command.Phrase, command.Argument()))];
        }

        foreach ((string phrase, string argument) in commands)
        {
            foreach (string typed in ArgumentsLike(argument))
            {
                string text = $"{phrase} {typed}".TrimEnd();
                await TryAsync(_state.ToRecords(), $"”{text}”", _sent.Message(_person, visitor.Scope, text, visitor.Locale), depth: 0);
            }
        }

        foreach (string text in _hasWritten ? [] : Unasked)
        {
            await TryAsync(_state.ToRecords(), $"”{text}”", _sent.Message(_person, visitor.Scope, text, visitor.Locale), depth: 0);
        }

        if (!_hasWritten)
        {
            await PressOldCardsAsync();
        }

        await UseExtensionAsync();

        _hasWritten |= _state.Story.Partnership.Formed is not null;
    }

    /// <summary>Uses every command of the message extension that the manifest has.</summary>
    private async Task UseExtensionAsync()
    {
        foreach ((string command, string? parameter) in Extension)
        {
            IEnumerable<(string Name, JsonObject Value)> uses = parameter is null
                ? Messages.Select(message => ("composeExtension/fetchTask", new JsonObject
                {
                    ["commandId"] = command,
                    ["commandContext"] = "message",
                    ["messagePayload"] = new JsonObject { ["id"] = PressedCard, ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = message } },
                }))
                : Searched.Select(text => ("composeExtension/query", new JsonObject
                {
                    ["commandId"] = command,
                    ["parameters"] = new JsonArray(new JsonObject { ["name"] = parameter, ["value"] = text }),
                    ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
                }));
            foreach ((string name, JsonObject value) in uses)
            {
                gallery.Note($"extension {command}");
                JsonObject use = _sent.Invoke(name, _person, visitor.Scope, card: null, visitor.Locale, value);
                await TryAsync(_state.ToRecords(), $"{command} {value.ToJsonString().Length}", use, depth: 0);
            }
        }
    }

    /// <summary>Presses what is on no card any more.</summary>
    private async Task PressOldCardsAsync()
    {
        (string Verb, JsonObject Data)[] old =
        [
            ("gone.verb", []),
            (GuidedDialogs.AnswerVerb, new JsonObject { ["run"] = Guid.Empty.ToString("N"), ["rev"] = 1 }),
            ("card.view", new JsonObject { ["subject"] = "walk/V999" }),
        ];
        foreach ((string verb, JsonObject data) in old)
        {
            JsonObject press = _sent.Execute(_person, visitor.Scope, verb, data, PressedCard, locale: visitor.Locale);
            await TryAsync(_state.ToRecords(), $"old {verb}", press, depth: 0);
        }

        JsonObject form = _sent.OpenForm(
            _person, visitor.Scope, new JsonObject { ["verb"] = "form.open", ["dialog"] = "gone", ["subject"] = "" }, PressedCard, visitor.Locale);
        await TryAsync(_state.ToRecords(), "old form", form, depth: 0);
    }

    /// <summary>What can follow a command whose help shows the given example.</summary>
    private IEnumerable<string> ArgumentsLike(string example)
    {
        Partnership partnership = _state.Story.Partnership;
        if (example.Length == 0)
        {
            return [""];
        }

        bool isWalk = WalkNumber.TryParse(example, CultureInfo.InvariantCulture, out _);
        bool isReference = ProposalReference.TryParse(example, CultureInfo.InvariantCulture, out _);
        IEnumerable<string> known = isWalk ? partnership.Walks.Take(2).Select(walk => walk.Number.ToString())
            : isReference ? partnership.Measures.Keys.Take(7).Concat(partnership.Proposals.Keys.Take(2)).Select(reference => reference.ToString()).Distinct()
            : [example, "1 2"];
        return _hasWritten ? ["", .. known] : ["", "V999", "V9-99", "1 1", "99", "xyz", .. known];
    }

    /// <summary>Sends an activity to the bot with the given records; what comes back is pressed later.</summary>
    private async Task TryAsync(RecordsSet kept, string name, JsonObject activity, int depth, bool isForged = false)
    {
        records.Use(kept);
        bot.Channel.Clear();
        bot.Channel.Seed((string)activity["conversation"]!["id"]!, PressedCard);
        (int status, JsonElement? body) = await bot.SendAsync(activity);
        string place = $"{_state.Name} · {visitor}: {name}";
        Assert.True(status == 200, $"{place}: answered with {status}.");
        if ((string)activity["type"]! == "message" && bot.Channel.Messages.All(message => message.Versions.Count == 0))
        {
            gallery.Fault($"{place}: the message was not answered.");
        }

        foreach (GalleryCard card in gallery.Take(place, visitor.Language, (string)activity["conversation"]!["id"]!, body, bot.Channel.Messages, isForged))
        {
            string? command = (string?)activity["value"]?["commandId"];
            _toPress.Enqueue((kept, name, card with { Command = command }, depth));
        }
    }

    /// <summary>Presses every button of a card, each on records as they were when the card came.</summary>
    private async Task PressAsync(RecordsSet kept, string name, GalleryCard card, int depth)
    {
        // The buttons of one card of a kind are enough: what differs between such cards is seen without pressing. Only what the
        // buttons of the first cards lead to is looked at again when the texts are special.
        string shape = depth == 0 ? $"{_state.Words} {ShapeOf(card)}" : ShapeOf(card);
        if (depth > visitor.MostMoves || !_pressed.Add(shape))
        {
            return;
        }

        if (visitor.Scope == Scope.Personal && IsStep(card) && _typed.Add(string.Join(' ', card.Inputs().Select(GalleryCard.TypeOf).DefaultIfEmpty(HeadingOf(card)))))
        {
            await TypeAsync(kept, name, depth);
        }

        foreach (JsonElement action in card.Actions().Concat(RefreshOf(card)))
        {
            HashSet<string> sent = [];
            foreach (Filling filling in Enum.GetValues<Filling>())
            {
                // A button without inputs sends the same however they are filled in.
                if (!sent.Add(DataOf(action, card, filling).ToJsonString()))
                {
                    continue;
                }

                string done = $"{name} → {GalleryCard.TextOf(action, "title") ?? "refresh"} ({filling})";
                foreach (JsonObject press in Presses(action, card, filling, depth))
                {
                    await TryAsync(kept.Copy(), done, press, depth + 1, isForged: filling == Filling.Wrong);
                }
            }
        }
    }

    /// <summary>Answers a step of a dialog by writing, and with a picture.</summary>
    private async Task TypeAsync(RecordsSet kept, string name, int depth)
    {
        foreach (string text in InDialogs)
        {
            await TryAsync(kept.Copy(), $"{name} → ”{text}”", _sent.Message(_person, visitor.Scope, text, visitor.Locale), depth + 1);
        }

        string picture = bot.Channel.Keep(Picture);
        await TryAsync(kept.Copy(), $"{name} → picture", _sent.Picture(_person, visitor.Scope, "", picture, visitor.Locale), depth + 1);
    }

    /// <summary>Gets what a client sends when a button is pressed; for the first cards also what an older client sends.</summary>
    private IEnumerable<JsonObject> Presses(JsonElement action, GalleryCard card, Filling filling, int depth)
    {
        string locale = visitor.Locale;
        switch (GalleryCard.TypeOf(action))
        {
            case "Action.Execute":
                string verb = action.GetProperty("verb").GetString()!;
                gallery.Note($"verb {verb}");
                yield return _sent.Execute(_person, visitor.Scope, verb, DataOf(action, card, filling), PressedCard, locale: locale);
                if (depth == 0 && action.TryGetProperty("fallback", out JsonElement fallback))
                {
                    yield return _sent.Submit(_person, visitor.Scope, DataOf(fallback, card, filling), PressedCard, locale);
                }

                break;
            case "Action.Submit":
                JsonObject data = DataOf(action, card, filling);
                yield return card.Command is { } command
                    ? _sent.Invoke("composeExtension/submitAction", _person, visitor.Scope, card: null, locale, new JsonObject { ["commandId"] = command, ["commandContext"] = "message", ["data"] = data })
                    : card.IsForm ? _sent.SendForm(_person, visitor.Scope, data, PressedCard, locale)
                    : data.Remove("msteams") ? _sent.OpenForm(_person, visitor.Scope, data, PressedCard, locale)
                    : _sent.Submit(_person, visitor.Scope, data, PressedCard, locale);
                break;
        }
    }

    private JsonObject DataOf(JsonElement action, GalleryCard card, Filling filling)
    {
        JsonObject data = action.TryGetProperty("data", out JsonElement given) ? JsonNode.Parse(given.GetRawText())!.AsObject() : [];
        if (GalleryCard.TextOf(action, "associatedInputs") != "none")
        {
            Fill(data, card, filling);
        }

        return data;
    }

    private static string? HeadingOf(GalleryCard card) => card.Elements()
        .Where(element => GalleryCard.TextOf(element, "style") == "heading")
        .Select(heading => GalleryCard.TextOf(heading, "text"))
        .FirstOrDefault();

    private static bool IsStep(GalleryCard card) => card.Actions().Any(action => GalleryCard.TextOf(action, "verb") == GuidedDialogs.CancelVerb);

    private static IEnumerable<JsonElement> RefreshOf(GalleryCard card) =>
        card.Json.TryGetProperty("refresh", out JsonElement refresh) ? [refresh.GetProperty("action")] : [];

    private static string ShapeOf(GalleryCard card)
    {
        IEnumerable<string?> parts = card.Elements().SelectMany(element => (string?[])
        [
            GalleryCard.TypeOf(element),
            GalleryCard.TextOf(element, "id"),
            GalleryCard.TextOf(element, "verb"),
            GalleryCard.TextOf(element, "color"),
            element.TryGetProperty("data", out JsonElement data) ? GalleryCard.TextOf(data, "dialog") : null,
        ]);

        // The steps of two dialogs look alike, and the check at their ends even more.
        string? dialog = IsStep(card) ? HeadingOf(card) : null;
        return string.Join(' ', parts.Prepend(dialog).OfType<string>());
    }

    private void Fill(JsonObject data, GalleryCard card, Filling filling)
    {
        foreach (JsonElement input in card.Inputs())
        {
            data[GalleryCard.TextOf(input, "id")!] = filling switch
            {
                Filling.AsItStands => input.TryGetProperty("value", out JsonElement value) ? JsonNode.Parse(value.GetRawText()) : "",
                Filling.Empty => "",
                Filling.Wrong => WrongFor(input),
                _ => RightFor(input, isLast: filling == Filling.RightWithLastChoice),
            };
        }
    }

    private static string WrongFor(JsonElement input) => GalleryCard.TypeOf(input) switch
    {
        "Input.Text" => GalleryWords.Nasty.Text((input.TryGetProperty("maxLength", out JsonElement most) ? most.GetInt32() : 4000) + 100),
        "Input.Date" => "2019-02-30",
        "Input.Time" => "25:61",
        "Input.Number" => "-1",
        _ => "nonsens,nonsens",
    };

    private string RightFor(JsonElement input, bool isLast)
    {
        switch (GalleryCard.TypeOf(input))
        {
            case "Input.Text":
                return GalleryWords.Longest.Text(Math.Min(80, input.TryGetProperty("maxLength", out JsonElement most) ? most.GetInt32() : 80));
            case "Input.Date":
                string today = Domain.Calendar.SwedishTime.DayAt(bot.Time.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                string? latest = GalleryCard.TextOf(input, "max");
                return latest is not null && string.CompareOrdinal(latest, today) < 0 ? latest : today;
            case "Input.Time":
                return "18:00";
            case "Input.Number":
                return "3";
            case "Input.Toggle":
                return "true";
            default:
                string[] values = [.. input.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("value").GetString()!)];
                bool isMulti = input.TryGetProperty("isMultiSelect", out JsonElement multi) && multi.GetBoolean();
                return string.Join(',', isLast ? values[^1..] : values[..(isMulti ? 2 : 1)]);
        }
    }

    private enum Filling
    {
        AsItStands,
        Empty,
        Wrong,
        Right,
        RightWithLastChoice,
    }
}
