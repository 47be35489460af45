// SPDX-License-Identifier: EUPL-1.2
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Settlement;

/// <summary>The steps that the law itself has, named: where a municipality adds the claim on holiday pay, the formula of 2026 jumps at its borders.</summary>
public sealed class HolidayClaimStepTests
{
    // by hand. 1,059.25: claim 84.74 - 20.77 = 63.97; 1,401.50 - 1,123.22 = 278.28, less 5% (13.91) is 264.37 paid.
    // 1,059.26: claim 84.74 - 2.67 = 82.07; 1,401.50 - 1,141.33 = 260.17, less 13.01 is 247.16 paid: a cent more pay, 17.20 less to spend.
    [Theory]
    [InlineData("1059,25", 26437, 132362)]
    [InlineData("1059,26", 24716, 130642)]
    // 876.38: claim 70.11; 1,401.50 - 946.49 = 455.01, less 22.75 is 432.26. 876.39: claim 49.34; 475.77, less 23.79 is 451.98.
    [InlineData("876,38", 43226, 130864)]
    [InlineData("876,39", 45198, 132837)]
    public void At_a_border_of_the_claim_a_cent_more_pay_moves_the_benefit_by_euros(string pay, long paid, long toSpend)
    {
        var month = ScenarioHousehold
            .Of("2026-03", "alleenstaand; keuze vakantiegeld=aanspraak_erbij", "loon " + pay)
            .Settle()
            .OrThrow();
        month.Benefit.Cents.ShouldBe(paid);
        month.ToSpend.Cents.ShouldBe(toSpend);
    }
}
