using System.Globalization;
using System.Text.Json;

namespace PledgeBot.Recount.Records;

/// <summary>A value in the file and where it stands, so that what is wrong with it can be said with its place.</summary>
/// <param name="value">The value; nothing where the property is missing.</param>
/// <param name="path">Where it stands, such as <c>record.polls[0].places</c>.</param>
internal readonly struct JsonPlace(JsonElement? value, string path)
{
    private const int LongestText = 200;

    /// <summary>Gets a property of the object that stands here.</summary>
    /// <param name="name">The property's name.</param>
    public JsonPlace this[string name] => new(
        Of(JsonValueKind.Object, RecountTexts.ShapeObject).TryGetProperty(name, out JsonElement found) ? found : null,
        path.Length == 0 ? name : $"{path}.{name}");

    /// <summary>Gets whether nothing stands here, or <c>null</c>.</summary>
    public bool IsNothing => value is null or { ValueKind: JsonValueKind.Null };

    /// <summary>The value itself.</summary>
    public JsonElement Element => value ?? throw Wrong(RecountTexts.ShapeObject);

    /// <summary>The text that stands here: not empty, and at most 200 characters.</summary>
    public string Text()
    {
        JsonElement text = Of(JsonValueKind.String, ShapeText());
        try
        {
            return text.GetString() is { Length: > 0 and <= LongestText } read ? read : throw Wrong(ShapeText());
        }
        catch (InvalidOperationException)
        {
            // Half a character, written as \uD800.
            throw Wrong(ShapeText());
        }
    }

    /// <summary>The text that stands here, or nothing.</summary>
    public string? OptionalText() => IsNothing ? null : Text();

    /// <summary>The whole number that stands here.</summary>
    /// <param name="lowest">The lowest it may be.</param>
    /// <param name="highest">The highest it may be.</param>
    public int Number(int lowest, int highest) =>
        value is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out int read) && read >= lowest && read <= highest
            ? read
            : throw Wrong(Sentence.Fill(RecountTexts.ShapeNumber, lowest, highest));

    /// <summary>Yes or no.</summary>
    public bool Truth() => value?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(RecountTexts.ShapeTruth),
    };

    /// <summary>The word that stands here, as what it means.</summary>
    /// <param name="words">The words that may stand here.</param>
    public T OneOf<T>(params (string Word, T Meaning)[] words)
    {
        string shape = Sentence.Fill(RecountTexts.ShapeOneOf, string.Join(", ", words.Select(word => word.Word)));
        if (value is not { ValueKind: JsonValueKind.String } text)
        {
            throw Wrong(shape);
        }

        foreach ((string word, T meaning) in words)
        {
            if (text.ValueEquals(word))
            {
                return meaning;
            }
        }

        throw Wrong(shape);
    }

    /// <summary>The list that stands here.</summary>
    /// <param name="longest">How many parts it may have.</param>
    /// <param name="read">Reads a part.</param>
    public IReadOnlyList<T> List<T>(int longest, Func<JsonPlace, T> read)
    {
        JsonElement list = Of(JsonValueKind.Array, ShapeList(longest));
        if (list.GetArrayLength() > longest)
        {
            throw Wrong(ShapeList(longest));
        }

        string here = path;
        return [.. list.EnumerateArray().Select((part, index) =>
            read(new JsonPlace(part, string.Create(CultureInfo.InvariantCulture, $"{here}[{index}]"))))];
    }

    /// <summary>What to say when something else stands here than should.</summary>
    /// <param name="shape">What should.</param>
    public UnreadableRecordException Wrong(string shape) => new(
        Sentence.Fill(RecountTexts.WrongShape, path.Length == 0 ? RecountTexts.WholeFile : path, shape));

    private static string ShapeText() => Sentence.Fill(RecountTexts.ShapeText, LongestText);

    private static string ShapeList(int longest) => Sentence.Fill(RecountTexts.ShapeList, longest);

    private JsonElement Of(JsonValueKind kind, string shape) =>
        value is { } found && found.ValueKind == kind ? found : throw Wrong(shape);
}
