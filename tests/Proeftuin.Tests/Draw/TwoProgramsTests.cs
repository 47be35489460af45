// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Proeftuin.Core.Draw;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Draw;

/// <summary>Two programs that share no line of code must find the same draw.</summary>
public class TwoProgramsTests
{
    private const int Plans = 10_000;

    [Fact]
    public void Ten_thousand_random_plans_agree_between_the_two_programs()
    {
        var receipts = Enumerable.Range(0, Plans).Select(RandomDraws.Receipt).ToList();
        var kinds = receipts.GroupBy(r => (r.Committed.Plan.Sample.GetType(), r.Committed.Plan.Assignment.GetType()));
        kinds.Count().ShouldBe(7, "every kind of plan is tried");
        var answers = PythonVerifier.Batch(receipts.Select(r => r.WriteUnsigned()));
        answers.Length.ShouldBe(Plans);
        for (var i = 0; i < Plans; i++)
        {
            answers[i].ShouldBe(receipts[i].AssignmentSha256.ToString(), $"plan {i}");
        }
    }

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    [InlineData("cs-CZ")]
    public void The_culture_of_the_machine_changes_no_byte(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            for (var number = 0; number < 200; number++)
            {
                CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                var expected = RandomDraws.Receipt(number).WriteUnsigned();
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                RandomDraws.Receipt(number).WriteUnsigned().ShouldBe(expected);
                Receipt.Read(expected).OrThrow().WriteUnsigned().ShouldBe(expected);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_random_receipt_is_checked_without_a_fault_when_it_is_signed()
    {
        for (var number = 0; number < 300; number++)
        {
            var receipt = RandomDraws.Sign(RandomDraws.Receipt(number), 1);
            var check = ReceiptCheck.Of(receipt.Write()).OrThrow();
            check.IsVerified.ShouldBeFalse();
            check.Conclusion.ShouldStartWith("alleen het rekenwerk klopt");
            ReceiptCheck
                .Of(receipt.Write(), receipt.Committed.Write(), receipt.Entropy)
                .OrThrow()
                .Conclusion.ShouldBe("nagerekend en geverifieerd");
        }
    }
}
