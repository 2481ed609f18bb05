using PledgeBot.Dialogs.Photos;
using SkiaSharp;

namespace PledgeBot.Tests.Photos;

public sealed class PhotoStudioTests
{
    private const string Secret = "55.5431N 13.9480E";

    // What a JPEG needs to be decoded, and its own mark (APP0): tables, the picture's size, and the scan.
    private static readonly byte[] OfThePicture = [0xE0, 0xDB, 0xC0, 0xC4, 0xDA];

    private readonly PhotoStudio _studio = new();

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Develop_LargePicture_IsScaledDownAndDrawnAsJpeg(SKEncodedImageFormat format)
    {
        Developed.Pictures pictures = Develop(Pictures.RedAndBlue(3000, 1500, format));

        Assert.Equal((1024, 512), SizeOf(pictures.Picture));
        Assert.Equal((320, 160), SizeOf(pictures.Thumbnail));
        Assert.All([pictures.Picture, pictures.Thumbnail], picture => Assert.True(picture.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])));
    }

    [Fact]
    public void Develop_SmallPicture_IsNotMadeLarger() => Assert.Equal((60, 40), SizeOf(Develop(Pictures.RedAndBlue(60, 40)).Picture));

    [Fact]
    public void Develop_Gif_IsAPicture() => Assert.Equal((1, 1), SizeOf(Develop(Pictures.Gif()).Picture));

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Develop_PictureWithWordsInIt_NothingIsLeftButThePicture(SKEncodedImageFormat format) =>
        AssertNothingIsLeft(Pictures.WithSecrets(format, 200, 100, 1, Secret));

    [Fact]
    public void Develop_GifWithWordsInIt_NothingIsLeftButThePicture() => AssertNothingIsLeft(Pictures.GifWithSecrets(Secret));

    // The colours of a phone's own profile are made the usual ones, since the profile is not kept.
    [Fact]
    public void Develop_PictureWithAColourProfile_LooksTheSameWithoutIt()
    {
        using var wide = SKColorSpace.CreateRgb(SKColorSpaceTransferFn.Srgb, SKColorSpaceXyz.DisplayP3);
        using var surface = SKSurface.Create(new SKImageInfo(40, 40, SKColorType.Rgba8888, SKAlphaType.Premul, wide));
        surface.Canvas.Clear(new SKColor(200, 40, 40));
        using SKImage image = surface.Snapshot();
        using SKData taken = image.Encode(SKEncodedImageFormat.Png, 100);
        Assert.NotEqual(-1, taken.AsSpan().IndexOf("iCCP"u8));

        using var developed = SKBitmap.Decode(Develop(taken.ToArray()).Picture.Span);

        SKColor color = developed.GetPixel(20, 20);
        Assert.InRange(color.Red, 195, 205);
        Assert.InRange(color.Green, 32, 48);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Develop_TurnedPictureOfAnyKind_StandsUpright(SKEncodedImageFormat format)
    {
        Developed.Pictures pictures = Develop(Pictures.WithSecrets(format, 200, 100, orientation: 6, Secret));

        Assert.Equal((100, 200), SizeOf(pictures.Picture));
        using var bitmap = SKBitmap.Decode(pictures.Picture.Span);
        Assert.True(bitmap.GetPixel(50, 5) is { Red: > 200, Blue: < 60 }, $"The top is {bitmap.GetPixel(50, 5)}.");
    }

    [Theory]
    [InlineData(1, "left", false)]
    [InlineData(2, "right", false)]
    [InlineData(3, "right", false)]
    [InlineData(4, "left", false)]
    [InlineData(5, "top", true)]
    [InlineData(6, "top", true)]
    [InlineData(7, "bottom", true)]
    [InlineData(8, "bottom", true)]
    public void Develop_TurnedPicture_StandsUpright(int orientation, string redSide, bool isSideways)
    {
        Developed.Pictures pictures = Develop(Pictures.WithExif(Pictures.RedAndBlue(200, 100), (ushort)orientation, "x"));

        using var bitmap = SKBitmap.Decode(pictures.Picture.Span);
        Assert.Equal(isSideways ? (100, 200) : (200, 100), (bitmap.Width, bitmap.Height));
        SKColor red = redSide switch
        {
            "left" => bitmap.GetPixel(5, bitmap.Height / 2),
            "right" => bitmap.GetPixel(bitmap.Width - 5, bitmap.Height / 2),
            "top" => bitmap.GetPixel(bitmap.Width / 2, 5),
            _ => bitmap.GetPixel(bitmap.Width / 2, bitmap.Height - 5),
        };
        Assert.True(red is { Red: > 200, Blue: < 60 }, $"{redSide} is {red}");
    }

    [Fact]
    public void Develop_PngCutOffAnywhere_IsAPictureOrDamaged()
    {
        byte[] whole = Pictures.WithSecrets(SKEncodedImageFormat.Png, 20, 10, orientation: 6, Secret);

        Assert.All(Enumerable.Range(0, 260), length =>
            Assert.True(_studio.Develop(whole.AsMemory(0, length)) is Developed.Pictures or Developed.Damaged or Developed.NotAPicture));
    }

    [Fact]
    public void Develop_PictureThatHardlyCanBeMadeSmall_HasASmallThumbnailAllTheSame()
    {
        Developed.Pictures pictures = Develop(Pictures.Noise(1200));

        Assert.InRange(pictures.Thumbnail.Length, 1, PhotoStudio.MostThumbnailBytes);
    }

    [Fact]
    public void Develop_MorePixelsThanAreDecoded_IsRefusedByItsHeader() =>
        Assert.IsType<Developed.TooManyPixels>(_studio.Develop(Pictures.Bomb(60_000, 60_000)));

    [Fact]
    public void Develop_MoreBytesThanAreRead_IsRefused() =>
        Assert.IsType<Developed.TooManyBytes>(_studio.Develop(new byte[PhotoStudio.MostBytes + 1]));

    [Fact]
    public void Develop_OtherBytes_AreNoPicture()
    {
        Assert.IsType<Developed.NotAPicture>(_studio.Develop(Array.Empty<byte>()));
        Assert.IsType<Developed.NotAPicture>(_studio.Develop("<svg onload='x'/>"u8.ToArray()));
        Assert.IsType<Developed.NotAPicture>(_studio.Develop("BM not among the kinds we take"u8.ToArray()));
        Assert.IsType<Developed.NotAPicture>(_studio.Develop((byte[])[0, 0, 0, 24, .. "ftypmp42 a film"u8]));
    }

    [Theory]
    [InlineData("ftypheic")]
    [InlineData("ftypheix")]
    [InlineData("ftyphevc")]
    [InlineData("ftypmif1")]
    public void Develop_Heic_IsKnownForWhatItIs(string box) =>
        Assert.IsType<Developed.Heic>(_studio.Develop((byte[])[0, 0, 0, 24, .. System.Text.Encoding.ASCII.GetBytes(box), 0, 0, 0, 0]));

    [Fact]
    public void Develop_BytesThatOnlyBeginAsAPicture_AreDamaged()
    {
        Assert.IsType<Developed.Damaged>(_studio.Develop(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3 }));
        Assert.IsType<Developed.Damaged>(_studio.Develop("GIF89a"u8.ToArray()));
    }

    private void AssertNothingIsLeft(byte[] taken)
    {
        Assert.NotEqual(-1, taken.AsSpan().IndexOf("55.5431N"u8));

        Developed.Pictures pictures = Develop(taken);

        Assert.All([pictures.Picture, pictures.Thumbnail], picture =>
        {
            Assert.Equal(-1, picture.Span.IndexOf("55.5431N"u8));
            Assert.All(Pictures.SegmentsOf(picture), kind => Assert.Contains(kind, OfThePicture));
        });
    }

    private static (int Width, int Height) SizeOf(ReadOnlyMemory<byte> picture)
    {
        using var bitmap = SKBitmap.Decode(picture.Span);
        return (bitmap.Width, bitmap.Height);
    }

    private Developed.Pictures Develop(byte[] bytes) => Assert.IsType<Developed.Pictures>(_studio.Develop(bytes));
}
