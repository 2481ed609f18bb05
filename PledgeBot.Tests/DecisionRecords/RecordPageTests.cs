using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PledgeBot.Dialogs.DecisionRecords;

namespace PledgeBot.Tests.DecisionRecords;

/// <summary>The page of a record of decision: whole, in Swedish, and built so that a screen reader and a printer can use it.</summary>
public sealed partial class RecordPageTests
{
    private const string Hostile = "</style></td><script>alert(1)</script>\"'&{0}<b onload=x>";

    public static TheoryData<string> Decisions { get; } = [.. PlayedDecisions.All.Keys];

    [Theory]
    [MemberData(nameof(Decisions))]
    public async Task Page_OfEveryWayToADecision_IsWholeSemanticHtmlInSwedish(string decision)
    {
        DecisionRecordDraft draft = PlayedDecisions.DraftOf(PlayedDecisions.All[decision]());

        IHtmlDocument page = Parse(await Printed.PageOfAsync(draft));

        Assert.Equal("sv", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal($"Beslutsprotokoll {draft.Number}", page.Title);
        Assert.Equal(page.Title, Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, form, a, [style], [onload]"));
        Assert.Single(page.QuerySelectorAll("style"));
        AssertHeadingsInOrder(page);
        AssertTables(page);
        Assert.DoesNotMatch(Unfilled(), page.Body!.TextContent);
        Assert.DoesNotMatch(AvoidedWords(), page.Body.TextContent);
        Assert.Contains("Tomelilla kommun", page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("lokalpolisområde Ystad", page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(DecisionRecordFile.Of(draft).Checksum, page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfADecisionWithNearlyEverything_TellsItAll()
    {
        string text = Blanks().Replace(Parse(await Printed.PageOfAsync(PlayedDecisions.DraftOf(PlayedDecisions.Corrected()))).Body!.TextContent, " ");

        Assert.All(
            [
                "Det här protokollet följer på protokoll 2020:1, som står kvar oförändrat. Skäl: Ett diarienummer har lagts till eller ändrats. Femton deltog, inte tolv.",
                "KS 2020/118", "A123.456/2020", "Medborgarlöfte 2020. Löftesperiod 1 januari 2020–31 december 2020.", "3 september 2020", "Boende",
                "V1-07 Sänk hastigheten", "Skickas vidare till den som bestämmer över platsen: Trafikverket", "Ryms i årets budget",
                "Räddningstjänst (Namn 6)", "Ersättare för Skola.", "Har lämnat gruppen sedan röstlängden gjordes.",
                "Anmälde jäv och lämnade röstlängden: Socialtjänst för kommunen.", "Skäl: Två var på kurs",
                "Beslutsför: 6 av 6 på röstlängden svarade, och minst 4 behövdes.", "Avstod: 1.", "Röst lämnad per telefon, antecknad av Trygghetssamordnare",
                "skiljeomröstning", "Häcken är klippt redan.", "Belysningen är viktigare än bänken.", "Säkerhetschef (Namn 2)", "I Teams",
                "Per telefon 16 september 2020; antecknat av Trygghetssamordnare", "Gata/park (kommunen)", "30 november 2020", "sha256:",
            ],
            told => Assert.Contains(told, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_WithMarkupInEveryText_ShowsItAsItIsWritten()
    {
        DecisionRecordDraft draft = PlayedDecisions.DraftOf(PlayedDecisions.Corrected());
        int texts = 0;
        var hostile = (DecisionRecordDraft)WithHostileTexts(draft, ref texts)! with { Number = draft.Number };

        string html = await Printed.PageOfAsync(hostile);
        IHtmlDocument page = Parse(html);

        Assert.InRange(texts, 50, 10_000);
        Assert.Empty(page.Scripts);
        Assert.Empty(page.QuerySelectorAll("b, [onload]"));
        Assert.Single(page.QuerySelectorAll("style"));
        AssertTables(page);
        Assert.Contains(Hostile, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Hostile[..8], html[(html.IndexOf("</head>", StringComparison.Ordinal) + 7)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WhateverTheReadersLanguage_IsSwedish()
    {
        DecisionRecordDraft draft = PlayedDecisions.DraftOf(PlayedDecisions.Corrected());
        string swedish = await Printed.PageOfAsync(draft);
        (CultureInfo before, CultureInfo uiBefore) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        try
        {
            Assert.Equal(swedish, await Printed.PageOfAsync(draft));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, uiBefore);
        }
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsStrictMode = false }).ParseDocument(html);

    private static void AssertHeadingsInOrder(IHtmlDocument page)
    {
        int level = 0;
        foreach (IElement heading in page.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            int next = heading.LocalName[1] - '0';
            Assert.True(next <= level + 1, $"”{heading.TextContent}” is h{next} after h{level}.");
            level = next;
        }
    }

    private static void AssertTables(IHtmlDocument page)
    {
        IHtmlCollection<IElement> tables = page.QuerySelectorAll("table");
        Assert.NotEmpty(tables);
        Assert.Equal(tables.Length, tables.Select(table => table.QuerySelector("caption")!.TextContent).Distinct(StringComparer.Ordinal).Count());
        Assert.All(tables, table =>
        {
            int columns = table.QuerySelectorAll("thead th[scope=col]").Length;
            Assert.All(table.QuerySelectorAll("tbody tr"), row =>
            {
                Assert.Equal(columns, row.Children.Length);
                Assert.Equal("row", row.Children[0].GetAttribute("scope"));
                Assert.All(row.Children, cell => Assert.False(string.IsNullOrWhiteSpace(cell.TextContent)));
            });
        });
    }

    /// <summary>Puts markup in the place of every text of a record, however deep; identifiers that texts are found by stay alike.</summary>
    private static object? WithHostileTexts(object? part, ref int texts)
    {
        switch (part)
        {
            case string:
                texts++;
                return Hostile;
            case null:
                return null;
        }

        Type type = part.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            Type of = type.GetGenericArguments()[0];
            object?[] all = [.. ((System.Collections.IEnumerable)part).Cast<object?>()];
            var replaced = Array.CreateInstance(of, all.Length);
            for (int i = 0; i < all.Length; i++)
            {
                replaced.SetValue(WithHostileTexts(all[i], ref texts), i);
            }

            return typeof(ImmutableArray).GetMethods().Single(method => method.Name == nameof(ImmutableArray.Create)
                    && method.GetParameters() is [{ ParameterType.IsArray: true } only] && !only.ParameterType.IsByRef)
                .MakeGenericMethod(of).Invoke(null, [replaced]);
        }

        if (type.Namespace != typeof(DecisionRecordDraft).Namespace || type.IsEnum)
        {
            return part;
        }

        ConstructorInfo constructor = type.GetConstructors().Single();
        var values = new object?[constructor.GetParameters().Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = WithHostileTexts(type.GetProperty(constructor.GetParameters()[i].Name!)!.GetValue(part), ref texts);
        }

        return constructor.Invoke(values);
    }

    [GeneratedRegex(@"\{[0-9]|  +[.,]|\(\)| ,", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unfilled();

    [GeneratedRegex(@"\b(deadline|poll|admin|vänligen|aktör|medborgare)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AvoidedWords();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
