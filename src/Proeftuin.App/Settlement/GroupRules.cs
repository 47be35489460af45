// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>A group with a rule of its own for earnings: its key (protocol/group), the name of the experiment, the rule, and the days of the experiment (extension included) when they are known.</summary>
public sealed record GroupRule(string Key, string Experiment, ArmRule Rule, Period? Run);

/// <summary>The earnings rules of the protocols that travel with the program. What a protocol leaves open stays open here.</summary>
public static class GroupRules
{
    private static readonly Lazy<IReadOnlyList<GroupRule>> Once = new(() =>
        [.. ShippedProtocols.Slugs().SelectMany(Of)]
    );

    public static IReadOnlyList<GroupRule> All => Once.Value;

    public static Outcome<GroupRule> Named(string key) =>
        All.FirstOrDefault(g => string.Equals(g.Key, key, StringComparison.Ordinal)) is { } found
            ? found
            : new GroupRuleUnknown(key, [.. All.Select(g => g.Key)]);

    private static IEnumerable<GroupRule> Of(string slug)
    {
        var protocol = ProtocolFile.Read(ShippedProtocols.Text(slug)).OrThrow();
        return protocol
            .Arms.Where(arm => arm.EarningsExemption is not null)
            .Select(arm => new GroupRule(
                $"{slug}/{arm.Code}",
                protocol.Name,
                RuleOf(arm, arm.EarningsExemption!),
                protocol.Run.Match(run => (Period?)run.Whole, _ => null)
            ));
    }

    public static ArmRule RuleOf(Arm arm, EarningsExemption exemption) =>
        new(
            arm.Name,
            exemption.ShareTenths * 10L,
            Known(exemption.MaximumSingle),
            exemption.MaximumCouple is { } couple ? Known(couple) : null,
            exemption.Months.Match(m => (int?)m, _ => null),
            new Citation(
                "artikel 5 lid 1 onder c Tijdelijk besluit experimenten Participatiewet",
                exemption.Source ?? ""
            )
        );

    private static Eur? Known(Knowable<Eur> amount) => amount.Match(a => (Eur?)a, _ => null);
}

/// <summary>A group was named that no protocol has, or that has no rule of its own for earnings.</summary>
public sealed record GroupRuleUnknown(string Key, IReadOnlyList<string> Possible) : Refusal
{
    public override string Message =>
        $"De groep '{Key}' heeft geen eigen regel voor inkomsten. Kies uit: {string.Join(", ", Possible)}.";
}
