using System.Globalization;
using BankAdmin.Domain;
using BankAdmin.Domain.Operations;
using BankAdmin.Infrastructure.Persistence;
using BankAdmin.Web.Screens;
using BankAdmin.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BankAdmin.Web.Features.OperationHistory.ViewVerification;

/// <summary>直近の完全性検査 (BSRS003): when the company's history was verified last, and that it held.</summary>
[Area("OperationHistory")]
[Route("history/verification")]
[Screen("BSRS003")]
public sealed class ViewVerificationController(BankAdminDbContext context, CurrentSession session) : ScreenController
{
    [HttpGet("")]
    public async Task<IActionResult> Inquire(CancellationToken ct)
    {
        var chain = session.RequirePerson().CompanyId;
        var last = await context.ChainVerifications.AsNoTracking().SingleOrDefaultAsync(verified => verified.ChainId == chain, ct);
        await NoteAsync(new SheetInquired(OperationCatalogue.InquireVerification, null), ct);
        return Show(Screen, "verification", last is null ? null : new Sheet(Compares: false,
        [
            new SheetSection("検査の結果",
            [
                new SheetRow("verifiedAt", "検査日時", JapanTime.Long(last.AtUtc)),
                new SheetRow("verified", "結果", last.Fault is null ? "異常ありません" : "異常が見つかりました"),
                new SheetRow("records", "検査した記録", string.Create(CultureInfo.InvariantCulture, $"{last.Records:N0}件")),
            ]),
        ]));
    }
}
