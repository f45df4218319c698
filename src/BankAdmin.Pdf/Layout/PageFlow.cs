namespace BankAdmin.Pdf.Layout;

/// <summary>Fills pages from the top down and begins a new one when the next thing does not fit.</summary>
public sealed class PageFlow
{
    private readonly PdfDocument document;
    private readonly PageSize size;
    private readonly Func<PdfPage, int, double> begin;
    private readonly double bottom;

    /// <summary>Begins with the first page.</summary>
    /// <param name="document">The document.</param>
    /// <param name="size">Size of its pages.</param>
    /// <param name="left">Left margin in points.</param>
    /// <param name="bottom">Where the content ends, in points from the top.</param>
    /// <param name="begin">Draws the top of a page, given its number from 1; answers where the content begins.</param>
    public PageFlow(PdfDocument document, PageSize size, double left, double bottom, Func<PdfPage, int, double> begin)
    {
        (this.document, this.size, this.begin, this.bottom) = (document, size, begin, bottom);
        Left = left;
        Page = NewPage();
    }

    /// <summary>Left margin in points.</summary>
    public double Left { get; }

    /// <summary>The page being filled.</summary>
    public PdfPage Page { get; private set; }

    /// <summary>How far it is filled, in points from the top.</summary>
    public double Y { get; set; }

    /// <summary>Whether nothing but its top is on the page.</summary>
    public bool AtTop => Y <= Top;

    /// <summary>What is left of the page, in points.</summary>
    public double Remaining => bottom - Y;

    /// <summary>What an empty page holds, as far as this page tells.</summary>
    internal double Capacity => bottom - Top;

    private double Top { get; set; }

    /// <summary>Goes to a new page.</summary>
    public PdfPage NewPage()
    {
        Page = document.AddPage(size);
        Top = begin(Page, document.Pages.Count);
        Y = Top;
        return Page;
    }
}
