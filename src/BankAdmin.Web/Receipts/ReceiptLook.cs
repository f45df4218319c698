using BankAdmin.Pdf;
using BankAdmin.Pdf.Fonts;
using BankAdmin.Pdf.Layout;

namespace BankAdmin.Web.Receipts;

/// <summary>Colours and styles of the receipt; the same as on screen.</summary>
internal static class ReceiptLook
{
    public static readonly Rgb Ink = Rgb.Of(0x17232F);
    public static readonly Rgb Ink2 = Rgb.Of(0x465664);
    public static readonly Rgb LineStrong = Rgb.Of(0x71818F);
    public static readonly Rgb Changed = Rgb.Of(0xFFF3B3);
    public static readonly Rgb Tint = Rgb.Of(0xF2F6F9);

    public static readonly TextStyle Body = new(FontStack.Text, 9.5);
    public static readonly TextStyle BodyBold = new(FontStack.TextBold, 9.5);
    public static readonly TextStyle Amount = new(FontStack.Figures, 10);
    public static readonly TextStyle AmountBold = new(FontStack.FiguresBold, 10);
    public static readonly TextStyle TableHead = new(FontStack.Text, 8.5, Ink2);
    public static readonly TextStyle SectionHead = new(FontStack.TextBold, 10.5);

    public static readonly CellMark ChangedTag = new(
        "変更", new TextStyle(FontStack.TextBold, 8),
        new FrameStyle(Rgb.Of(0x8C6A00), 0.6, Rgb.Of(0xFFD75E), Length.Mm(0.7)));

    public static readonly CellMark Arrow = new("→", new TextStyle(FontStack.Text, 10), Silent: true);

    public static readonly TableLook Table = new()
    {
        TopRule = (Ink2, 1),
        RowRule = (Rgb.Of(0xB9C4CD), 0.4),
        StrongRule = LineStrong,
    };
}
