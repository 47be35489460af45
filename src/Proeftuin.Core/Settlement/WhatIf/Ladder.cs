// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Screening;
using Names = Proeftuin.Core.Settlement.ParameterNames;

namespace Proeftuin.Core.Settlement.WhatIf;

/// <summary>How the months of an exemption count: nobody counts, each month in which it is given, or a run that goes on by itself.</summary>
internal enum Clock
{
    None,
    Given,
    Run,
}

/// <summary>One exemption that a kind of person can have: a share up to a maximum while its months last and its conditions hold.</summary>
internal sealed record Rung
{
    public required ExemptionKind Kind { get; init; }
    public required ScaledShare Share { get; init; }
    public required int Maximum { get; init; }

    public Clock Clock { get; init; }
    public int Limit { get; init; } = int.MaxValue;

    /// <summary>Holds from this age on; null at any age.</summary>
    public int? FromAge { get; init; }

    /// <summary>Holds while the youngest child is below this age; null without such a condition.</summary>
    public int? ChildBelow { get; init; }

    /// <summary>Only when the months of the first rung are used up.</summary>
    public bool AfterFirst { get; init; }

    /// <summary>False where the months are counted but nobody decided that the exemption holds.</summary>
    public bool Open { get; init; } = true;

    /// <summary>A job that begins after all months are used makes them begin anew.</summary>
    public bool AnewWithJob { get; init; }
}

/// <summary>
/// The exemptions that one kind of person can have, in the order in which the act tries them: the same order and the same parameters as the
/// explained settlement, which a differential test holds. Refuses a parameter that is not known on the day.
/// </summary>
internal sealed record Ladder(IReadOnlyList<Rung> Rungs)
{
    /// <summary>One euro more than anybody earns, for asking what is kept of one more.</summary>
    private static readonly int MostNet = (int)(WhatIfPopulation.MostNet + Eur.OfEuros(1)).Cents;

    public static Outcome<Ladder> Of(HouseholdType type, WhatIfTraits traits, OnDay day, WhatIfRestart restart) =>
        day.Book.Exists(Names.Article34aShare, day.Day)
            ? Article34a(traits, day)
            : Article31(type, traits, day, restart);

    private static Outcome<Ladder> Article31(
        HouseholdType type,
        WhatIfTraits traits,
        OnDay day,
        WhatIfRestart restart
    ) =>
        Number(day, Names.ExemptionAge)
            .Then(age =>
                N(traits, day, restart, age)
                    .Then(n =>
                        Number(day, Names.RYields)
                            .Then(yields =>
                                Together(
                                    yields == 1
                                        ? [Y(traits, day), Z(traits, day), Aa(traits, day), R(type, traits, day, age)]
                                        : [R(type, traits, day, age), Y(traits, day)]
                                )
                            )
                            .Map(after => new Ladder([n, .. after]))
                    )
            );

    private static Outcome<Rung> N(WhatIfTraits traits, OnDay day, WhatIfRestart restart, int age) =>
        Number(day, Names.NMonths)
            .Then(months =>
                Made(ExemptionKind.N, Names.NShare, Names.NMaximum, day)
                    .Map(rung =>
                        rung with
                        {
                            Clock = Clock.Given,
                            Limit = months,
                            FromAge = age,
                            Open = traits.Decided,
                            AnewWithJob = restart is WhatIfRestart.WithNewJob,
                        }
                    )
            );

    private static Outcome<Rung?> Y(WhatIfTraits traits, OnDay day) =>
        traits.HoursLimited ? Some(Made(ExemptionKind.Y, Names.YShare, Names.YMaximum, day)) : None;

    private static Outcome<Rung?> Z(WhatIfTraits traits, OnDay day) =>
        traits.WageSubsidy && day.Book.Exists(Names.ZShare, day.Day)
            ? Number(day, Names.ZMonths)
                .Then(months =>
                    Some(
                        Made(ExemptionKind.Z, Names.ZShare, Names.ZMaximum, day)
                            .Map(rung => rung with { Clock = Clock.Run, Limit = months, AfterFirst = true })
                    )
                )
            : None;

    private static Outcome<Rung?> Aa(WhatIfTraits traits, OnDay day) =>
        traits is { WageSubsidy: true, MoreHoursNotPossible: true } && day.Book.Exists(Names.ZShare, day.Day)
            ? Some(
                Made(ExemptionKind.Aa, Names.AaShare, Names.AaMaximum, day).Map(rung => rung with { AfterFirst = true })
            )
            : None;

    private static Outcome<Rung?> R(HouseholdType type, WhatIfTraits traits, OnDay day, int age) =>
        traits.Decided && type is HouseholdType.SingleParent
            ? Number(day, Names.RMonths)
                .Then(months =>
                    Number(day, Names.RChildAge)
                        .Then(child =>
                            Some(
                                Made(ExemptionKind.R, Names.RShare, Names.RMaximum, day)
                                    .Map(rung =>
                                        rung with
                                        {
                                            Clock = Clock.Run,
                                            Limit = months,
                                            FromAge = age,
                                            ChildBelow = child,
                                        }
                                    )
                            )
                        )
                )
            : None;

    private static Outcome<Ladder> Article34a(WhatIfTraits traits, OnDay day) =>
        traits.HoursLimited
            ? Made(ExemptionKind.Article34aHoursLimited, Names.Article34aHoursLimitedShare, null, day)
                .Map(rung => new Ladder([rung]))
        : !traits.Decided ? new Ladder([])
        : Number(day, Names.Article34aMonths)
            .Then(months =>
                Made(ExemptionKind.Article34a, Names.Article34aShare, null, day)
                    .Map(own => new Ladder([
                        own with
                        {
                            Clock = Clock.Run,
                            Limit = months,
                            AnewWithJob = true,
                        },
                        .. traits.MoreHoursNotPossible ? new[] { own } : [],
                    ]))
            );

    private static Outcome<IReadOnlyList<Rung>> Together(IReadOnlyList<Outcome<Rung?>> rungs)
    {
        var found = new List<Rung>();
        foreach (var rung in rungs)
        {
            if (!rung.IsDone)
            {
                return new Outcome<IReadOnlyList<Rung>>.Refused(rung.Why);
            }

            if (rung.OrThrow() is { } present)
            {
                found.Add(present);
            }
        }

        return found;
    }

    private static Outcome<Rung> Made(ExemptionKind kind, string share, string? maximum, OnDay day) =>
        day.Find(share)
            .Then(part =>
                ScaledShare.Of(part.Value, 10_000, MostNet) is not { } scaled
                    ? new WhatIfShareTooFine(part.Parameter.Title)
                    : (maximum is null ? WhatIfRule.NoMaximum.Cents : day.Find(maximum).Map(m => m.Value)).Map(
                        most => new Rung
                        {
                            Kind = kind,
                            Share = scaled,
                            Maximum = (int)most,
                        }
                    )
            );

    private static Outcome<int> Number(OnDay day, string name) => day.Find(name).Map(found => (int)found.Value);

    private static Outcome<Rung?> Some(Outcome<Rung> rung) => rung.Map(r => (Rung?)r);

    private static Outcome<Rung?> None => new Outcome<Rung?>.Done(null);
}

/// <summary>A share that cannot be calculated exactly for everybody at once.</summary>
public sealed record WhatIfShareTooFine(string Parameter) : Refusal
{
    public override string Message =>
        $"De waarde van {Parameter} heeft meer dan één cijfer achter de komma. Een landelijke berekening kan daar niet mee tot op de cent; neem een percentage met één cijfer achter de komma.";
}
