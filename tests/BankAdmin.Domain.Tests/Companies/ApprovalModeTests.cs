using BankAdmin.Domain.Approvals;

namespace BankAdmin.Domain.Tests.Companies;

public sealed class ApprovalModeTests
{
    [Fact]
    public void Only_transfer_offers_no_approval()
    {
        string Offered(BankingService service) => string.Join(' ', ApprovalMode.All.Where(mode => mode.AllowedFor(service)));
        Offered(BankingService.Transfer).ShouldBe("None Single DoubleUnordered DoubleOrdered");
        BankingService.All.Skip(1).Select(Offered).ShouldAllBe(offered => offered == "Single DoubleUnordered DoubleOrdered");
    }

    [Fact]
    public void Codes_lead_back_to_the_same_mode_and_service()
    {
        ApprovalMode.All.ShouldAllBe(mode => ApprovalMode.FromCode(mode.Code) == mode);
        BankingService.All.ShouldAllBe(service => BankingService.FromCode(service.Code) == service);
        ApprovalMode.Find("single").ShouldBeNull();
        ApprovalMode.Find(null).ShouldBeNull();
        Should.Throw<ArgumentException>(() => ApprovalMode.FromCode("Triple"));
        Should.Throw<ArgumentException>(() => BankingService.FromCode("transfer"));
    }
}
