using SkiaSharp;

namespace AfterSales.Core.Reports.Pdf;

/// <summary>
/// A picture, as large as the room allows without distortion; a damaged one leaves a crossed box, and so does one that
/// claims more pixels than any screen or camera has (a few bytes can claim gigabytes).
/// </summary>
internal sealed class ImageBlock(byte[] encoded) : Block
{
    private const long MostPixels = 40_000_000;

    private readonly SKImage? image = Decode(encoded);

    public override Slice Take(Room room)
    {
        var natural = image is null ? new SKSize(4, 3) : new SKSize(image.Width, image.Height);
        var scale = room.Width / natural.Width;
        if (natural.Height * scale > room.Height && !room.MustPlace)
            return Slice.Nothing(this);
        if (room.Height > 0)
            scale = Math.Min(scale, room.Height / natural.Height);
        var size = new SKSize(natural.Width * scale, natural.Height * scale);
        return new Slice(size, (page, area) => Draw(page, SKRect.Create(area.Location, size)), null);
    }

    private static SKImage? Decode(byte[] encoded)
    {
        using var data = SKData.CreateCopy(encoded);
        using var codec = SKCodec.Create(data);
        return codec is null || (long)codec.Info.Width * codec.Info.Height is 0 or > MostPixels ? null : SKImage.FromEncodedData(data);
    }

    private void Draw(PdfCanvas page, SKRect area)
    {
        if (image is not null)
        {
            page.Canvas.DrawImage(image, area, new SKSamplingOptions(SKFilterMode.Linear));
            return;
        }
        page.Line(area.Location, new SKPoint(area.Right, area.Bottom), 0.5f, Palette.Rule);
        page.Line(new SKPoint(area.Left, area.Bottom), new SKPoint(area.Right, area.Top), 0.5f, Palette.Rule);
    }
}

/// <summary>Room that a callback draws in; it fills what it is given, so it stands inside a fixed height.</summary>
internal sealed class CanvasBlock(Action<PdfCanvas, SKSize> draw) : Block
{
    public override Slice Take(Room room) => new(new SKSize(room.Width, Math.Max(0, room.Height)), Draw, null);

    private void Draw(PdfCanvas page, SKRect area)
    {
        page.Canvas.Save();
        page.Canvas.Translate(area.Left, area.Top);
        draw(page, area.Size);
        page.Canvas.Restore();
    }
}
