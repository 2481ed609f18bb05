using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PledgeBot.Dialogs.Commands;
using PledgeBot.Dialogs.Parts;
using PledgeBot.Dialogs.Proposals;
using PledgeBot.Dialogs.Questions;
using PledgeBot.Dialogs.SetUp;
using PledgeBot.Dialogs.Turns;
using PledgeBot.Domain.Records;
using PledgeBot.Tests.Hosting;

namespace PledgeBot.Tests.Gallery;

/// <summary>That no card escapes the gallery: whatever can be written, pressed, asked or shown has been, and each drawing has been seen.</summary>
public sealed partial class GalleryCompletenessTests : IAsyncLifetime
{
    private const byte Call = 0x28;
    private const byte CallVirtual = 0x6F;
    private const int TokenBytes = 4;

    private CardGallery _gallery = null!;
    private HostedBot _bot = null!;

    private IEnumerable<Feature> Features => _bot.Services.GetServices<Feature>();

    public async ValueTask InitializeAsync()
    {
        _gallery = await CardGallery.OpenAsync();
        var records = new CurrentRecords();
        _bot = await HostedBot.StartAsync(A.Noon, services => services
            .AddSingleton<IPartnershipRecords>(records)
            .AddSingleton<IDueWorkList>(records)
            .AddSingleton<IDirectory>(records));
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public void EveryVerb_WasOnACard_AndPressed()
    {
        IEnumerable<string> verbs = Features.SelectMany(feature => feature.Verbs)
            .Concat(_bot.Services.GetRequiredService<GuidedDialogs>().Verbs)
            .Select(verb => verb.Verb)
            .Append(ViewButton.Verb)
            .Append(CommandButton.Verb);

        Assert.Empty(verbs.Except(_gallery.Notes.Where(note => note.StartsWith("verb ", StringComparison.Ordinal)).Select(note => note[5..])));
    }

    [Fact]
    public void EveryKindOfSubject_WasShownInTheChannel()
    {
        IEnumerable<string> kinds = Features.SelectMany(feature => feature.Cards).Select(card => card.Kind);

        Assert.Empty(kinds.Except(_gallery.Notes.Where(note => note.StartsWith("subject ", StringComparison.Ordinal)).Select(note => note[8..])));
    }

    [Fact]
    public void EveryCommandOfTheMessageExtension_WasUsed()
    {
        using var manifest = JsonDocument.Parse(Repository.Read("manifest", "manifest.json"));
        IEnumerable<string> commands = manifest.RootElement.GetProperty("composeExtensions").EnumerateArray()
            .SelectMany(extension => extension.GetProperty("commands").EnumerateArray())
            .Select(command => command.GetProperty("id").GetString()!);

        Assert.Empty(commands.Select(command => $"extension {command}").Except(_gallery.Notes));
        Assert.All(commands, command => Assert.Contains(_gallery.Cards, card => card.Name.Contains($": {command} ", StringComparison.Ordinal)));
    }

    // A photo is sent in the chat alone; and who sets a partnership up has none with the bot yet.
    [Theory]
    [InlineData("sv-SE")]
    [InlineData("en-GB")]
    public void EveryDialog_WasAFormAndSteps_WithWrongAnswersACheckAndAnEnd(string locale)
    {
        using var culture = CultureScope.For(locale);
        GalleryCard[] cards = [.. _gallery.Cards.Where(card => card.Language == locale[..2])];

        Assert.All(_bot.Services.GetRequiredService<DialogCatalog>().All, dialog =>
        {
            if (dialog.Id != PhotoDialog.Id)
            {
                GalleryCard[] forms = [.. cards.Where(card => card.IsForm && DialogOf(card) == dialog.Id)];
                Assert.NotEmpty(forms);
                Assert.Contains(forms, HasProblem);
            }

            if (dialog.Id == SetUpDialog.Id)
            {
                return;
            }

            GalleryCard[] steps = [.. cards.Where(card => !card.IsForm && HeadingsOf(card).Contains(dialog.Title(), StringComparer.Ordinal))];
            Assert.Contains(steps, step => HasVerb(step, GuidedDialogs.AnswerVerb) && !HasProblem(step));
            Assert.Contains(steps, step => HasVerb(step, GuidedDialogs.AnswerVerb) && HasProblem(step));
            Assert.Contains(steps, step => HasVerb(step, GuidedDialogs.SaveVerb));
            Assert.Contains(steps, step => !step.Actions().Any());
        });
    }

    /// <summary>Reads in the program which methods draw a card, and which texts they use; one of them at least must have been seen.</summary>
    [Fact]
    public void EveryMethodThatDrawsACard_HasHadItsWordsSeen()
    {
        string seen = string.Join('\n', _gallery.Cards.Where(card => card.Language == "sv").Select(card => Regex.Unescape(card.Json.GetRawText().Replace("\\\"", "\"", StringComparison.Ordinal))));
        using var culture = CultureScope.ForEverybody();
        (string Type, string Method, MethodBase To)[] calls = [.. CallsIn(typeof(CardFrame).Assembly)];
        ILookup<string, string> ofType = calls.Where(call => IsText(call.To)).ToLookup(call => call.Type, call => TextOf(call.To));
        ILookup<string, string> ofMethod = calls.Where(call => IsText(call.To)).ToLookup(call => call.Method, call => TextOf(call.To));
        var drawing = calls
            .Where(call => call.To.DeclaringType == typeof(CardFrame) && call.To.Name == nameof(CardFrame.Of))
            .Select(call => (call.Method, Texts: ofMethod[call.Method].Any() ? ofMethod[call.Method] : ofType[call.Type]))
            .ToArray();

        Assert.NotEmpty(drawing);
        Assert.Empty(drawing.Where(card => !card.Texts.Any(text => IsSeen(text, seen))).Select(card => $"{card.Method}: {string.Join(", ", card.Texts)}"));
    }

    private static string? DialogOf(GalleryCard card) => card.Actions()
        .Select(action => action.TryGetProperty("data", out JsonElement data) ? GalleryCard.TextOf(data, FormButton.Dialog) : null)
        .FirstOrDefault();

    private static IEnumerable<string?> HeadingsOf(GalleryCard card) => card.Elements()
        .Where(element => GalleryCard.TextOf(element, "style") == "heading")
        .Select(element => GalleryCard.TextOf(element, "text"));

    private static bool HasVerb(GalleryCard card, string verb) => card.Actions().Any(action => GalleryCard.TextOf(action, "verb") == verb);

    private static bool HasProblem(GalleryCard card) => card.Elements().Any(element => GalleryCard.TextOf(element, "color") == "Attention");

    private static bool IsText(MethodBase called) =>
        called is MethodInfo { IsStatic: true, Name: ['g', 'e', 't', '_', ..] } getter
        && getter.ReturnType == typeof(string)
        && getter.DeclaringType!.Name.EndsWith("Texts", StringComparison.Ordinal);

    private static string TextOf(MethodBase getter) => (string)getter.Invoke(null, null)!;

    private static bool IsSeen(string text, string seen) =>
        Gap().Split(text).Where(piece => piece.Trim().Length > 0).All(piece => seen.Contains(piece, StringComparison.Ordinal));

    /// <summary>Finds every call in an assembly; one in a lambda or a state machine counts for the method it was written in.</summary>
    private static IEnumerable<(string Type, string Method, MethodBase To)> CallsIn(Assembly assembly)
    {
        const BindingFlags Everything = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        foreach (Type type in assembly.GetTypes())
        {
            foreach (MethodBase method in type.GetMembers(Everything).OfType<MethodBase>())
            {
                foreach (MethodBase called in CallsIn(method))
                {
                    (string writtenType, string writtenMethod) = WrittenIn(method);
                    yield return (writtenType, writtenMethod, called);
                }
            }
        }
    }

    private static IEnumerable<MethodBase> CallsIn(MethodBase method)
    {
        byte[] il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int i = 0; i < il.Length - TokenBytes; i++)
        {
            if (il[i] is Call or CallVirtual && Resolve(method, BitConverter.ToInt32(il, i + 1)) is { } called)
            {
                yield return called;
            }
        }
    }

    // A byte that only looks like a call is followed by what names no method.
    private static MethodBase? Resolve(MethodBase caller, int token)
    {
        try
        {
            return caller.Module.ResolveMethod(token, caller.DeclaringType?.GetGenericArguments(), caller.IsGenericMethod ? caller.GetGenericArguments() : null);
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    private static (string Type, string Method) WrittenIn(MethodBase method)
    {
        Type type = method.DeclaringType!;
        string name = method.Name;
        for (; type.DeclaringType is { } outer && type.Name.StartsWith('<'); type = outer)
        {
            name = MadeOf().Match(method.Name) is { Success: true } lambda ? lambda.Groups["name"].Value
                : MadeOf().Match(type.Name) is { Success: true } machine ? machine.Groups["name"].Value
                : name;
        }

        name = MadeOf().Match(name) is { Success: true } local ? local.Groups["name"].Value : name;
        return (type.FullName!, $"{type.FullName}.{name}");
    }

    [GeneratedRegex(@"\{[0-9]+[^}]*\}|\*\*")]
    private static partial Regex Gap();

    // The compiler names what it makes of a lambda or an iterator after the method: <Draw>b__3_0.
    [GeneratedRegex("^<(?<name>[^<>]+)>")]
    private static partial Regex MadeOf();
}
