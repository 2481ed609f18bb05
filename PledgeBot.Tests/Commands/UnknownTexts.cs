namespace PledgeBot.Tests.Commands;

/// <summary>Texts that mean nothing to the bot, of every kind that people and programs send.</summary>
internal static class UnknownTexts
{
    private static readonly string[] Talk =
    [
        "Vad blir det för väder i morgon?", "Jag såg en trasig lampa vid stationen", "Kan du ringa mig?", "Vem bestämmer egentligen här?", "När kommer bussen",
        "Det är mörkt i tunneln igen", "Var är toaletten", "Kan ni måla tunneln rosa", "Min katt är borta", "Hur många poliser har Ystad",
        "Berätta en vits", "sjung något", "vad tycker du om kommunalrådet", "Är löften bindande", "jag vill klaga",
        "Vilken tid är mötet", "skicka protokollet", "Boka lokal på torsdag", "kan du översätta det här", "skriv ett brev åt mig",
        "Vad kostar det", "Hur fungerar demokrati", "asdf", "qwerty", "lorem ipsum dolor sit amet",
        "test", "testar", "1 2 3 test", "funkar det här", "är du där",
        "förlåt", "oj", "hmm", "jaså", "nja",
        "What is the weather like", "Can you call me", "I lost my cat", "Tell me a joke", "Where is the station",
        "¿Dónde está la estación?", "Wo ist der Bahnhof?", "Où est la gare ?", "Missä asema on?", "Gdzie jest dworzec?",
        "Где вокзал?", "Πού είναι ο σταθμός;", "אני לא מבין", "أين المحطة؟", "你好吗", "こんにちは", "안녕하세요", "สวัสดี", "नमस्ते", "Hvor er stationen?",
    ];

    private static readonly string[] Signs =
    [
        "😀", "😡😡😡", "🏳️‍🌈", "👨‍👩‍👧‍👦", "🇸🇪", "❤️", "✅", "🚨 hjälpa 🚨 inte", "¯\\_(ツ)_/¯", ":-(", ";)", "<3",
        "!", "...", "…", "-", "--", "–", "_", "*", "**", "#", "@", "&", "%", "$", "€", "~", "|", "\\", "/", "//", "()", "[]", "{}", "<>", "\"\"", "''", "``", "=",
        "1", "42", "-1", "3,14", "1e308", "١٢٣", "½", "²", "IV", "٪",
        " ", "      ", "\t", "\n", "\r\n\r\n", "\u00a0", "\u2003", "\u200b", "\ufeff", "\u200b\u200c\u200d\u2060",
        "\u202eabc", "abc\u202edef\u202c", "\u2067rtl\u2069", "a\u0301\u0301\u0301\u0301\u0301\u0301", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞", "ﷺ", "ﬁ", "ＦＵＬＬＷＩＤＴＨ", "\u0000", "\u0007\u0008", "\u001b[31mred",
    ];

    private static readonly string[] Code =
    [
        "'; DROP TABLE events; --", "1' OR '1'='1", "SELECT * FROM contacts", "Robert'); DROP TABLE Students;--", "admin'--",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b>fet</b>", "<at>Bo Ek</at>", "<at>", "</at>", "<at></at>", "<at><at>Bo</at></at>", "&lt;script&gt;", "&nbsp;", "&#x27;", "<!-- kommentar -->", "<?xml version=\"1.0\"?><a/>", "<!DOCTYPE html>",
        "# Rubrik", "## Rubrik två", "**fet**", "_kursiv_", "~~struken~~", "> citat", "- punkt", "1. punkt", "[länk](http://example.org)", "![bild](http://example.org/a.png)", "```\nkod\n```", "| a | b |\n|---|---|", "---", "***", "\\*inte fet\\*", "http://example.org", "https://example.org/?a=b&c=d", "mailto:anna@example.org", "javascript:alert(1)", "file:///etc/passwd",
        "{\"type\":\"message\"}", "{\"verb\":\"poll.vote\",\"data\":{}}", "[1,2,3]", "null", "true", "NaN", "undefined", "{{7*7}}", "${7*7}", "#{7*7}", "%s%s%s%n", "{0}", "{0} {1} {99}", "{", "}", "{{", "\\u0000", "\\n", "\\", "%00", "../../etc/passwd", "C:\\Windows\\System32", "$(reboot)", "`id`", "; ls -la", "| cat", "&& true",
        "VX-03", "V-1", "V99999", "v1-", "W1-01", "V1-03-04", "V0", "V1_03", "V 1", "ABC-123",
        "0000-0000", "19:abc@thread.tacv2", "29:1abc", "a:1abc", "00000000-0000-4000-8000-000000000001", "2020-09-07", "kl 15", "måndag", "070-123 45 67", "19121212-1212", "anna@example.org",
    ];

    private static readonly string[] Long =
    [
        new('a', 61), new('å', 1000), new('x', 28_000), new(' ', 10_000), new('.', 20_000), new string('.', 20_000) + "a", string.Concat(Enumerable.Repeat("😀", 5000)), string.Concat(Enumerable.Repeat("ord ", 7000)),
        string.Concat(Enumerable.Repeat("<at>", 5000)), string.Concat(Enumerable.Repeat("<at>Bo</at>", 2000)), new string('(', 10_000), string.Join('\n', Enumerable.Repeat("rad", 3000)),
        new string('\u202e', 5000) + "abc", "a" + new string('\u0301', 10_000), "hjäl" + new string('p', 500), string.Concat(Enumerable.Repeat("[a](b)", 3000)), string.Concat(Enumerable.Repeat("**", 9000)),
    ];

    /// <summary>Gets the texts.</summary>
    public static IEnumerable<string> All => [.. Talk, .. Signs, .. Code, .. Long];
}
