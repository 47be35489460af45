// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Provisions;

namespace Proeftuin.App.Provisions;

/// <summary>Records that a file was taken back before a decision, or was written down by mistake. It stays visible and no longer counts; the right one is a new file.</summary>
public sealed class WithdrawCase(Work work, TimeProvider clock)
{
    public sealed record Command(string Experiment, ProvisionKind Kind, Guid Case, Reason Why);

    public Task<Outcome<Guid>> Handle(Command command, Actor actor, CancellationToken ct) =>
        new OneCase(work, clock).Change(
            new(Permission.ApplyForProvision, command.Experiment, Word(command.Kind), command.Why.Text),
            command.Kind,
            command.Case,
            actor,
            (_, _, row) =>
            {
                if ((row.WithdrawnOn ?? DecisionOn.Of(row)?.On ?? (row as GuidanceRow)?.EndedOn) is { } over)
                {
                    return Task.FromResult<IReadOnlyList<Refusal>>([new DecidedBefore(over)]);
                }

                row.WithdrawnOn = clock.Today();
                if (row is ExitPremiumRow premium)
                {
                    premium.State = PremiumState.Withdrawn;
                }

                return Task.FromResult<IReadOnlyList<Refusal>>([]);
            },
            ct
        );

    private static string Word(ProvisionKind kind) =>
        kind switch
        {
            ProvisionKind.Premium => "premie.ingetrokken",
            ProvisionKind.Guarantee => "garantie.ingetrokken",
            ProvisionKind.OneDay => "eendag.ingetrokken",
            ProvisionKind.Guidance => "begeleiding.ingetrokken",
        };
}

/// <summary>The decision in a file: when and by which account. Guidance has none.</summary>
internal sealed record DecisionOn(DateOnly On, Guid? By)
{
    public static DecisionOn? Of(ProvisionCaseRow row) =>
        row switch
        {
            ExitPremiumRow { DecidedOn: { } on } premium => new(on, premium.DecidedBy),
            ReturnGuaranteeRow { DecidedOn: { } on } guarantee => new(on, guarantee.DecidedBy),
            OneDayRow { DecidedAt: { } at } report => new(DutchTime.DateOf(at), report.DecidedBy),
            _ => null,
        };
}
