using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Pdf.Layout;
using BankAdmin.Web.Wizards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Receipts;

/// <summary>Receipts come from the sealed record alone: result page, PDF and history detail are the same rows.</summary>
public sealed class ReceiptStore(BankAdminDbContext context, OperationContext operation, BankParameters bank)
{
    /// <summary>The bank as it calls itself now.</summary>
    public Issuer Issuer => bank.Issuer;

    /// <summary>The receipt with that 受付番号, within the company that is acted for.</summary>
    public async Task<Receipt?> FindAsync(string number, CancellationToken ct)
    {
        var payload = await context.OperationRecords.AsNoTracking()
            .Where(row => row.ReceiptNumber == number).Select(row => row.Payload).SingleOrDefaultAsync(ct);
        return payload is null ? null : OperationPayload.Read(payload).Receipt;
    }

    /// <summary>Whether the history can hold a receipt: what cannot be proved is not handed out.</summary>
    public bool FitsRecord(OperationEvent happened, Receipt receipt)
    {
        // The number and the time come with the commit.
        const int room = 100;
        return OperationPayload.Of(happened, operation.Person, receipt).Write().Length + room <= OperationRecord.PayloadMaxLength;
    }

    /// <summary>Prints a receipt and records that it was printed.</summary>
    public async Task<IActionResult> PrintAsync(Receipt receipt, CancellationToken ct)
    {
        await context.RecordAsync(new SheetPrinted(OperationSubject.Of(receipt)), ct);
        return Pdf(receipt);
    }

    /// <summary>Hands out a file that was made with what the receipt is of, and records it before its first byte.</summary>
    public async Task<IActionResult> HandOutAsync(Operation operation, Receipt receipt, DisclosedFile file, CancellationToken ct)
    {
        await context.RecordAsync(new FileExported(operation, OperationSubject.Of(receipt)), ct);
        return new FileContentResult(file.Content, file.ContentType) { FileDownloadName = file.Name };
    }

    /// <summary>Writes a receipt as PDF, to be shown in the browser.</summary>
    /// <param name="receipt">What is printed.</param>
    /// <param name="list">A list behind it, that is not kept; null: none.</param>
    public IActionResult Pdf(Receipt receipt, Table? list = null) =>
        new PdfResult(ReceiptPdf.Render(receipt, Issuer, list), $"{receipt.ScreenId}-{receipt.Number}.pdf");
}

/// <summary>A PDF shown in the browser under a file name.</summary>
public sealed class PdfResult(byte[] pdf, string fileName) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "application/pdf";
        response.Headers.ContentDisposition = $"inline; filename=\"{fileName}\"";
        response.ContentLength = pdf.Length;
        await response.Body.WriteAsync(pdf, context.HttpContext.RequestAborted);
    }
}
