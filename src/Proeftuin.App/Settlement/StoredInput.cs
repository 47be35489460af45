// SPDX-License-Identifier: EUPL-1.2
using System.Text.Json;
using System.Text.Json.Serialization;
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>Everything one household's month was settled from, as it is kept with the statement: enough to settle it again years later.</summary>
public sealed record StoredInput(
    string Month,
    HouseholdType Type,
    IReadOnlyList<StoredPerson> Persons,
    IReadOnlyList<DateOnly> Children,
    IReadOnlyList<DateOnly> Housemates,
    int CostSharers,
    bool NoSupportFromParents,
    StoredPeriod? Entitled,
    StoredState Before,
    MunicipalChoices Choices,
    IReadOnlyList<StoredByHand> ByHand,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        IReadOnlyList<StoredStretch>? Stretches = null
)
{
    public Month WhichMonth => StoredState.MonthOf(Month);

    /// <summary>Settles it with these parameters as known on the day. Refuses what the settlement refuses.</summary>
    public Outcome<MonthlySettlement> Settle(DateOnly? knownOn) =>
        Household()
            .Then(household =>
                MonthlySettlement.Of(household, WhichMonth, Before.Read(), ShippedRules.With(Choices, knownOn))
            )
            .Map(settled =>
                Core.Settlement.ByHand.Apply(settled, [.. ByHand.Select(b => new ByHand(new(b.Cents), b.Why))])
            );

    public Outcome<SettledHousehold> Household() =>
        SettledHousehold
            .Of(Type, [.. Persons.Select(p => p.Read())])
            .Map(household =>
                household with
                {
                    ChildrenBorn = Children,
                    HousematesBorn = Housemates,
                    CostSharers = CostSharers,
                    NoSupportFromParents = NoSupportFromParents,
                    Entitled = Entitled?.Read(),
                }
            )
            .Then(household => Stretches is null ? household : household.In([.. Stretches.Select(s => s.Read())]));
}

/// <summary>Days of a month with the same household; only kept where there is more than one.</summary>
public sealed record StoredStretch(StoredPeriod Days, HouseholdType Type, IReadOnlyList<string> Persons)
{
    public static StoredStretch Of(Stretch stretch) =>
        new(StoredPeriod.Of(stretch.Days)!, stretch.Type, stretch.Persons);

    public Stretch Read() => new(Days.Read(), Type, Persons);
}

/// <summary>A change by hand that was approved.</summary>
public sealed record StoredByHand(long Cents, string Why);

/// <summary>From a day up to, and not including, another; open when that is null.</summary>
public sealed record StoredPeriod(DateOnly From, DateOnly? Before)
{
    public static StoredPeriod? Of(Period? period) => period is { } p ? new(p.From, p.Before) : null;

    public Period Read() => Before is { } end ? Period.FromUpTo(From, end).OrThrow() : Period.Since(From);
}

/// <summary>The counters per person and the holiday reserve between two months.</summary>
public sealed record StoredState(
    IReadOnlyList<StoredCounters> Counters,
    string ReserveSince,
    IReadOnlyList<StoredReserve> Reserved
)
{
    public static StoredState Of(SettlementState state) =>
        new(
            [
                .. state
                    .Counters.OrderBy(c => c.Person, StringComparer.Ordinal)
                    .Select(c => new StoredCounters(
                        c.Person,
                        c.Counters.N,
                        Word(c.Counters.R),
                        Word(c.Counters.Z),
                        c.Counters.Arm,
                        Word(c.Counters.Article34a)
                    )),
            ],
            state.Reserve.KnownSince.ToString(),
            [
                .. state
                    .Reserve.Reserved.OrderBy(r => r.Month)
                    .Select(r => new StoredReserve(r.Month.ToString(), r.Amount.Cents)),
            ]
        );

    public SettlementState Read() =>
        new(
            [
                .. Counters.Select(c =>
                    (
                        c.Person,
                        new MonthCounters
                        {
                            N = c.N,
                            R = RunOf(c.R),
                            Z = RunOf(c.Z),
                            Arm = c.Arm,
                            Article34a = RunOf(c.Article34a),
                        }
                    )
                ),
            ],
            new(MonthOf(ReserveSince), [.. Reserved.Select(r => (MonthOf(r.Month), new Eur(r.Cents)))])
        );

    internal static Month MonthOf(string text) =>
        Month.Of(DateOnly.ParseExact(text + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static string? Word(Run run) => !run.IsKnown ? null : run.Since?.ToString() ?? "niet begonnen";

    private static Run RunOf(string? word) =>
        word is null ? Run.NotKnown
        : word.StartsWith('n') ? Run.NotBegun
        : Run.BeganIn(MonthOf(word));
}

/// <summary>A run is null when it is not known, "niet begonnen", or the month in which it began.</summary>
public sealed record StoredCounters(string Person, int? N, string? R, string? Z, int Arm, string? Article34a);

/// <summary>What was put aside in a month.</summary>
public sealed record StoredReserve(string Month, long Cents);

/// <summary>The JSON of settlements, made at compile time, so that writing thousands of statements costs little.</summary>
[JsonSerializable(typeof(StoredInput))]
[JsonSerializable(typeof(StoredState))]
[JsonSerializable(typeof(IReadOnlyList<StoredLine>))]
internal sealed partial class SettlementJson : JsonSerializerContext
{
    /// <summary>Letters as they are: a person reads this too.</summary>
    public static readonly SettlementJson Plain = new(
        new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.Never,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter() },
        }
    );

    public static string Text(StoredInput input) => JsonSerializer.Serialize(input, Plain.StoredInput);

    public static string Text(StoredState state) => JsonSerializer.Serialize(state, Plain.StoredState);

    public static string Text(IReadOnlyList<StoredLine> lines) =>
        JsonSerializer.Serialize(lines, Plain.IReadOnlyListStoredLine);

    public static StoredInput Input(string text) => JsonSerializer.Deserialize(text, Plain.StoredInput)!;

    public static StoredState State(string text) => JsonSerializer.Deserialize(text, Plain.StoredState)!;

    public static IReadOnlyList<StoredLine> Lines(string text) =>
        JsonSerializer.Deserialize(text, Plain.IReadOnlyListStoredLine)!;
}
