using System.Buffers;
using System.Globalization;
using System.Text;
using BankAdmin.Pdf.Fonts;
using BankAdmin.Pdf.Layout;
using BankAdmin.Pdf.Writing;

namespace BankAdmin.Pdf;

/// <summary>A page to draw on. Points from the top left corner; later drawings cover earlier ones.</summary>
public sealed class PdfPage
{
    private readonly ArrayBufferWriter<byte> content = new(8192);
    private readonly PdfDocument document;
    private StructureElement? open;
    private bool inArtifact;
    private Rgb? fill;

    internal PdfPage(PdfDocument document, PageSize size) => (this.document, Size) = (document, size);

    /// <summary>Width and height, in points.</summary>
    public PageSize Size { get; }

    /// <summary>How many pieces of content belong to the structure.</summary>
    internal int MarkedContentCount { get; private set; }

    /// <summary>Draws text on one line. Characters no font has appear as 〓.</summary>
    /// <param name="x">Left end.</param>
    /// <param name="baseline">Baseline.</param>
    /// <param name="text">The text.</param>
    /// <param name="style">How it is set.</param>
    /// <param name="part">What it belongs to; null for page furniture, which screen readers pass over.</param>
    public void Text(double x, double baseline, string text, TextStyle style, StructureElement? part = null)
    {
        if (text.Length == 0)
        {
            return;
        }

        Mark(part);
        Fill(style.Color);
        Put($"BT 1 0 0 1 {PdfText.Number(x)} {Flip(baseline)} Tm ");
        if (style.Tracking != 0)
        {
            Put($"{PdfText.Number(style.Tracking * style.Size)} Tc ");
        }

        FontSubset? current = null;
        foreach (var rune in text.EnumerateRunes())
        {
            var (font, glyph) = style.Font.Resolve(rune);
            var subset = document.Subset(font);
            if (subset != current)
            {
                Put(current is null ? "" : "> Tj ");
                Put($"/{subset.ResourceName} {PdfText.Number(style.Size)} Tf <");
                current = subset;
            }

            Put(subset.Number(rune, glyph).ToString("X4", CultureInfo.InvariantCulture));
        }

        Put(style.Tracking != 0 ? "> Tj 0 Tc ET\n" : "> Tj ET\n");
    }

    /// <summary>Draws text that ends at a place.</summary>
    /// <param name="right">Right end.</param>
    /// <param name="baseline">Baseline.</param>
    /// <param name="text">The text.</param>
    /// <param name="style">How it is set.</param>
    /// <param name="part">What it belongs to; null for page furniture.</param>
    public void TextRight(double right, double baseline, string text, TextStyle style, StructureElement? part = null) =>
        Text(right - style.Font.Measure(text, style.Size, style.Tracking), baseline, text, style, part);

    /// <summary>Draws text from the top down, each character upright; brackets and strokes are turned.</summary>
    /// <param name="middle">The middle of the line.</param>
    /// <param name="top">Its upper end.</param>
    /// <param name="text">The text.</param>
    /// <param name="style">How it is set.</param>
    /// <param name="part">What it belongs to; null for page furniture.</param>
    public void TextDown(double middle, double top, string text, TextStyle style, StructureElement? part = null)
    {
        Mark(part);
        Fill(style.Color);

        // Character by character on the page, but read and copied as the one text it is.
        Put($"/Span <</ActualText{PdfText.Text(text)}>> BDC\n");
        foreach (var rune in text.EnumerateRunes())
        {
            var (font, glyph) = style.Font.Resolve(rune);
            var subset = document.Subset(font);
            var advance = style.Font.Advance(rune) * style.Size;
            var place = VerticalText.IsTurned(rune)
                ? $"0 -1 1 0 {PdfText.Number(middle - ((style.Font.Ascent - 0.5) * style.Size))} {Flip(top)}"
                : $"1 0 0 1 {PdfText.Number(middle - (advance / 2))} {Flip(top + style.BaselineIn(style.Size))}";
            Put($"BT {place} Tm /{subset.ResourceName} {PdfText.Number(style.Size)} Tf <"
                + $"{subset.Number(rune, glyph).ToString("X4", CultureInfo.InvariantCulture)}> Tj ET\n");
            top += VerticalText.Advance(rune, style);
        }

        Put("EMC\n");
    }

    /// <summary>Draws a line.</summary>
    /// <param name="x1">Left end.</param>
    /// <param name="x2">Right end.</param>
    /// <param name="y">Its middle.</param>
    /// <param name="width">Thickness.</param>
    /// <param name="color">Colour.</param>
    public void Rule(double x1, double x2, double y, double width, Rgb color) => Line(x1, y, x2, y, width, color);

    /// <summary>Draws an upright line.</summary>
    /// <param name="x">Its middle.</param>
    /// <param name="y1">Upper end.</param>
    /// <param name="y2">Lower end.</param>
    /// <param name="width">Thickness.</param>
    /// <param name="color">Colour.</param>
    public void RuleDown(double x, double y1, double y2, double width, Rgb color) => Line(x, y1, x, y2, width, color);

    /// <summary>Fills a rectangle.</summary>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Top edge.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="color">Colour.</param>
    public void Fill(double x, double y, double width, double height, Rgb color)
    {
        Mark(null);
        Fill(color);
        Put($"{PdfText.Number(x)} {Flip(y + height)} {PdfText.Number(width)} {PdfText.Number(height)} re f\n");
    }

    /// <summary>Draws a frame, round at the corners and filled if wanted.</summary>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Top edge.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="look">How it is drawn.</param>
    public void Frame(double x, double y, double width, double height, FrameStyle look)
    {
        Mark(null);
        if (look.Fill is { } color)
        {
            Fill(color);
        }

        // A quarter circle as a curve: the handles are 0.5523 radii long.
        var (l, r, t, b) = (x, x + width, y, y + height);
        var (c, h) = (look.Radius, look.Radius * (1 - 0.5523));
        string P(double px, double py) => $"{PdfText.Number(px)} {Flip(py)} ";
        Put($"{Components(look.Line)} RG {PdfText.Number(look.LineWidth)} w "
            + $"{P(l + c, t)}m {P(r - c, t)}l {P(r - h, t)}{P(r, t + h)}{P(r, t + c)}c "
            + $"{P(r, b - c)}l {P(r, b - h)}{P(r - h, b)}{P(r - c, b)}c {P(l + c, b)}l {P(l + h, b)}{P(l, b - h)}{P(l, b - c)}c "
            + $"{P(l, t + c)}l {P(l, t + h)}{P(l + h, t)}{P(l + c, t)}c h {(look.Fill is null ? "S" : "B")}\n");
    }

    /// <summary>Ends the content and gives it.</summary>
    internal ReadOnlySpan<byte> Finish()
    {
        Close();
        return content.WrittenSpan;
    }

    /// <summary>Content is marked in runs: neighbours of one element, or of page furniture, share a mark.</summary>
    private void Mark(StructureElement? part)
    {
        if (part is null ? inArtifact : part == open)
        {
            return;
        }

        Close();
        (open, inArtifact) = (part, part is null);
        if (part is null)
        {
            Put("/Artifact BMC\n");
            return;
        }

        part.AddContent(this, MarkedContentCount);
        Put(string.Create(CultureInfo.InvariantCulture, $"/{part.Role} <</MCID {MarkedContentCount}>> BDC\n"));
        MarkedContentCount++;
    }

    private void Close()
    {
        Put(inArtifact || open is not null ? "EMC\n" : "");
        (open, inArtifact) = (null, false);
    }

    private void Line(double x1, double y1, double x2, double y2, double width, Rgb color)
    {
        Mark(null);
        Put($"{Components(color)} RG {PdfText.Number(width)} w {PdfText.Number(x1)} {Flip(y1)} m {PdfText.Number(x2)} {Flip(y2)} l S\n");
    }

    private void Fill(Rgb color)
    {
        if (fill != color)
        {
            fill = color;
            Put($"{Components(color)} rg\n");
        }
    }

    private static string Components(Rgb color) =>
        $"{PdfText.Number(color.R / 255.0)} {PdfText.Number(color.G / 255.0)} {PdfText.Number(color.B / 255.0)}";

    private string Flip(double y) => PdfText.Number(Size.Height - y);

    private void Put(string text) => Encoding.ASCII.GetBytes(text, content);
}
