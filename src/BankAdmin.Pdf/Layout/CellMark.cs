namespace BankAdmin.Pdf.Layout;

/// <summary>Something small beside a text: a tag in a frame, or a sign.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Style">How it is set.</param>
/// <param name="Frame">A frame around it, or none.</param>
/// <param name="Silent">True for decoration, which screen readers pass over.</param>
public sealed record CellMark(string Text, TextStyle Style, FrameStyle? Frame = null, bool Silent = false)
{
    /// <summary>Height of the frame in parts of the size.</summary>
    private const double FrameHeight = 1.4;

    /// <summary>Its width with the frame, in points.</summary>
    public double Width => Style.Font.Measure(Text, Style.Size, Style.Tracking) + (2 * Padding);

    private double Padding => Frame is null ? 0 : Length.Mm(1.4);

    /// <summary>Draws it; the text in a frame is raised a little, so that it stands in the middle of the line beside it.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="x">Left edge in points.</param>
    /// <param name="baseline">Baseline of the text beside it.</param>
    /// <param name="part">What it belongs to.</param>
    public void Draw(PdfPage page, double x, double baseline, StructureElement? part)
    {
        var own = baseline;
        if (Frame is not null)
        {
            own -= Style.Size * 0.06;
            var height = Style.Size * FrameHeight;
            page.Frame(x, own - Style.BaselineIn(height), Width, height, Frame);
        }

        page.Text(x + Padding, own, Text, Style, Silent ? null : part);
    }
}
