using PledgeBot.Dialogs.Photos;
using SkiaSharp;

namespace PledgeBot.Tests.Photos;

public sealed class PhotoStudioTests
{
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

    [Fact]
    public void Develop_PictureWithExif_NothingOfItIsLeft()
    {
        const string Secret = "55.5431N 13.9480E";
        byte[] taken = Pictures.WithExif(Pictures.RedAndBlue(200, 100), 1, Secret);
        Assert.NotEqual(-1, taken.AsSpan().IndexOf("55.5431N"u8));

        Developed.Pictures pictures = Develop(taken);

        Assert.All([pictures.Picture, pictures.Thumbnail], picture =>
        {
            Assert.Equal(-1, picture.Span.IndexOf("55.5431N"u8));
            Assert.Equal(-1, picture.Span.IndexOf("Exif"u8));
        });
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
    }

    [Fact]
    public void Develop_BytesThatOnlyBeginAsAPicture_AreDamaged()
    {
        Assert.IsType<Developed.Damaged>(_studio.Develop(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3 }));
        Assert.IsType<Developed.Damaged>(_studio.Develop("GIF89a"u8.ToArray()));
    }

    private static (int Width, int Height) SizeOf(ReadOnlyMemory<byte> picture)
    {
        using var bitmap = SKBitmap.Decode(picture.Span);
        return (bitmap.Width, bitmap.Height);
    }

    private Developed.Pictures Develop(byte[] bytes) => Assert.IsType<Developed.Pictures>(_studio.Develop(bytes));
}
