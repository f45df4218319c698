using BankAdmin.Domain.Limits;
using FsCheck.Fluent;

namespace BankAdmin.Domain.Tests.Companies;

public sealed class LimitsTests
{
    [Theory]
    [InlineData(0, 0, 0, "")]
    [InlineData(100, 100, 100, "")] // their sum may exceed 合計
    [InlineData(99, 100, 99, "E-KGK-002 x.adHoc")]
    [InlineData(99, 99, 100, "E-KGK-002 x.preRegistered")]
    [InlineData(101, 0, 0, "E-KGK-001 x.total")]
    [InlineData(99, 101, 100, "E-KGK-001 x.adHoc, E-KGK-002 x.preRegistered")] // one error a field: the ceiling first
    public void Account_limits_stay_below_ceiling_and_total(long total, long adHoc, long preRegistered, string broken) =>
        string.Join(", ", A.Daily(total, adHoc, preRegistered).Check(A.Daily(100, 100, 100), "x").AsText()).ShouldBe(broken);

    [Fact]
    public void Each_company_limit_is_judged_against_its_own_ceiling() =>
        A.Bulk(1, 2, 3, 4).Check(A.Bulk(1, 1, 3, 3)).AsText()
            .ShouldBe(["E-KGK-001 companyLimits.salary", "E-KGK-001 companyLimits.directDebit"]);

    [Fact]
    public void The_names_and_services_of_the_kinds_are_those_of_the_spec()
    {
        CompanyDailyLimits.Kinds.Select(k => $"{k.Key}={k.Service.Key}")
            .ShouldBe(["bulkTransfer=bulkTransfer", "salary=payroll", "bonus=payroll", "directDebit=directDebit"]);
        AccountDailyLimits.Kinds.Select(k => k.Key).ShouldBe(["total", "adHoc", "preRegistered"]);
        AccountDailyLimits.Kinds.ShouldAllBe(kind => kind.Service == BankingService.Transfer);
        (AccountDailyLimits.MaxDigits, CompanyDailyLimits.MaxDigits, UserTransactionLimits.MaxDigits).ShouldBe((15, 12, 12));
    }

    [Fact]
    public void Limits_break_nothing_exactly_when_each_is_below_its_ceiling_and_no_part_above_the_total()
    {
        // small figures, so that they meet
        var amount = Gen.Choose(0, 5).Select(a => (long)a);
        var limits = amount.Three().Select(a => A.Daily(a.Item1, a.Item2, a.Item3));
        Always.HoldsFor(limits.Two(), pair =>
        {
            var (l, c) = pair;
            var sound = l.Total <= c.Total
                && l.AdHoc <= c.AdHoc && l.PreRegistered <= c.PreRegistered && l.AdHoc <= l.Total && l.PreRegistered <= l.Total;
            var broken = l.Check(c, "x").ToList();
            return broken.Count == 0 == sound && broken.Select(v => v.Field).Distinct().Count() == broken.Count;
        }, tries: 2_000);
    }
}
