using BankAdmin.Domain.Operations;

namespace BankAdmin.Web.Forms;

/// <summary>Where the rows of a sheet stand on a page.</summary>
public static class SheetPlaces
{
    /// <summary>The element of a row.</summary>
    public static string IdOf(SheetRow row) => FieldKey.ElementId("sheet-" + row.Key);
}
