// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>One person of a settled month as it is kept; the id is the pseudonym.</summary>
public sealed record StoredPerson(
    string Id,
    string Label,
    DateOnly Born,
    StoredPeriod? HelpsTowardsWork,
    StoredPeriod? MoreHoursNotPossible,
    DateOnly? NewJobSince,
    bool MedicallyHoursLimited,
    bool WageSubsidyTargetGroup,
    bool InInstitution,
    StoredArm? Arm,
    IReadOnlyList<StoredPay> Incomes
)
{
    public static StoredPerson Of(SettledPerson person) =>
        new(
            person.Id,
            person.Label,
            person.Born,
            StoredPeriod.Of(person.HelpsTowardsWork),
            StoredPeriod.Of(person.MoreHoursNotPossible),
            person.NewJobSince,
            person.MedicallyHoursLimited,
            person.WageSubsidyTargetGroup,
            person.InInstitution,
            StoredArm.Of(person.Arm),
            [.. person.Incomes.Select(StoredPay.Of)]
        );

    public SettledPerson Read() =>
        new()
        {
            Id = Id,
            Label = Label,
            Born = Born,
            HelpsTowardsWork = HelpsTowardsWork?.Read(),
            MoreHoursNotPossible = MoreHoursNotPossible?.Read(),
            NewJobSince = NewJobSince,
            MedicallyHoursLimited = MedicallyHoursLimited,
            WageSubsidyTargetGroup = WageSubsidyTargetGroup,
            InInstitution = InInstitution,
            Arm = Arm?.Read(),
            Incomes = [.. Incomes.Select(i => i.Read())],
        };
}

/// <summary>The rule of a person's group as it held, and the days of taking part.</summary>
public sealed record StoredArm(
    string Name,
    long ShareBasisPoints,
    long? MaximumSingle,
    long? MaximumCouple,
    int? Months,
    string Article,
    string Source,
    StoredPeriod Days
)
{
    public static StoredArm? Of(ArmMembership? arm) =>
        arm is null
            ? null
            : new(
                arm.Rule.Name,
                arm.Rule.ShareBasisPoints,
                arm.Rule.MaximumSingle?.Cents,
                arm.Rule.MaximumCouple?.Cents,
                arm.Rule.Months,
                arm.Rule.Citation.Article,
                arm.Rule.Citation.Source,
                StoredPeriod.Of(arm.Period)!
            );

    public ArmMembership Read() =>
        new(
            new(
                Name,
                ShareBasisPoints,
                MaximumSingle is { } single ? new Eur(single) : null,
                MaximumCouple is { } couple ? new Eur(couple) : null,
                Months,
                new(Article, Source)
            ),
            Days.Read()
        );
}

/// <summary>One payment as it counted, or its estimate.</summary>
public sealed record StoredPay(
    string From,
    IncomeKind Kind,
    PayRhythm Rhythm,
    DateOnly FirstDay,
    long Net,
    long HolidayPay,
    long ReservationsPaid,
    long ReservationsEarned,
    long Travel,
    DateOnly? SickSince,
    bool? InFactWages,
    bool IsEstimate
)
{
    public static StoredPay Of(Income income) =>
        new(
            income.From,
            income.Kind,
            income.Rhythm,
            income.FirstDay,
            income.Net.Cents,
            income.HolidayPayPaid.Cents,
            income.ReservationsPaid.Cents,
            income.ReservationsEarned.Cents,
            income.TravelCosts.Cents,
            income.SickSince,
            income.InFactWages,
            income.IsEstimate
        );

    public Income Read() =>
        Income.Of(From, Kind, Rhythm, FirstDay, new(Net), SickSince, InFactWages).OrThrow() with
        {
            HolidayPayPaid = new(HolidayPay),
            ReservationsPaid = new(ReservationsPaid),
            ReservationsEarned = new(ReservationsEarned),
            TravelCosts = new(Travel),
            IsEstimate = IsEstimate,
        };
}

/// <summary>A line of the specification as it is kept, with the values of the parameters of that time.</summary>
public sealed record StoredLine(
    LineKind Kind,
    string What,
    long? Cents,
    string? Person,
    string Sentence,
    string? Article,
    string? Link,
    IReadOnlyList<StoredParameter>? Parameters
)
{
    public Eur? Amount => Cents is { } cents ? new Eur(cents) : null;

    public static StoredLine Of(SettlementLine line) =>
        new(
            line.Kind,
            line.What,
            line.Amount?.Cents,
            line.Person,
            line.Sentence,
            line.Article?.Text,
            line.Link,
            line.Parameters.Count == 0
                ? null
                :
                [
                    .. line.Parameters.Select(p => new StoredParameter(
                        p.Parameter.Name,
                        ParameterWords.Value(p.Parameter.Unit, p.Value),
                        ParameterWords.Days(p.Row.Dated.Valid)
                    )),
                ]
        );
}

/// <summary>A parameter with the value and the days it had when it was used.</summary>
public sealed record StoredParameter(string Name, string Value, string Days);
