// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;

namespace Proeftuin.App.Settlement;

/// <summary>
/// Reads one household-month from a small YAML file, for <c>proeftuin settle explain</c>. Strict: an unknown key, a wrong word or a
/// missing fact is refused with its line. How many months somebody used is a number or 'onbekend', never left out.
/// </summary>
public static class HouseholdMonthFile
{
    public static readonly Words<HouseholdType> Types = new(
        ("alleenstaande", HouseholdType.SinglePerson),
        ("alleenstaande_ouder", HouseholdType.SingleParent),
        ("gehuwd", HouseholdType.Couple)
    );

    /// <summary>What a file holds before it is judged: the parts may still not fit together.</summary>
    private sealed record Raw(
        Month Month,
        HouseholdType Type,
        IReadOnlyList<PersonSection.Read> Persons,
        IReadOnlyList<DateOnly> Children,
        IReadOnlyList<DateOnly> Housemates,
        bool NoSupportFromParents,
        DateOnly? EntitledFrom,
        DateOnly? EntitledUpTo,
        Month? ReserveSince,
        IReadOnlyList<ReservedMonth> Reserved,
        IReadOnlyList<Chosen> Choices
    );

    private sealed record ReservedMonth(Month Month, Eur Amount);

    private sealed record Chosen(string Key, string Word);

    public static Outcome<HouseholdMonth> Read(string text) => new YamlReading().Read(text, Whole).Then(Judge);

    private static Raw Whole(MapReader file)
    {
        var month = file.Month("maand");
        return new(
            month,
            file.Choice("leefvorm", Types),
            file.Sections("personen", p => PersonSection.Of(p, month)),
            Days(file, "kinderen"),
            Days(file, "huisgenoten"),
            file.YesNoOr("geen_beroep_op_ouders", otherwise: false),
            file.DateOrNone("recht_vanaf"),
            file.DateOrNone("recht_tot_en_met"),
            file.Has("opzij_gezet_vanaf") ? file.Month("opzij_gezet_vanaf") : Never(file, "opzij_gezet_vanaf"),
            file.SectionsOrNone("opzij_gezet", r => new ReservedMonth(r.Month("maand"), r.Euro("bedrag"))),
            file.SectionsOrNone("keuzes", c => new Chosen(c.Text("sleutel"), c.Text("woord")))
        );
    }

    private static Month? Never(MapReader file, string key)
    {
        file.TextOrNone(key);
        return null;
    }

    private static IReadOnlyList<DateOnly> Days(MapReader file, string key) =>
        [.. file.SectionsOrNone(key, c => new Born(c.Date("geboren"))).Select(b => b.On)];

    private sealed record Born(DateOnly On);

    private static Outcome<HouseholdMonth> Judge(Raw raw)
    {
        Outcome<MunicipalChoices> choices = MunicipalChoicesFile.Defaults;
        foreach (var chosen in raw.Choices)
        {
            choices = choices.Then(c => ChoiceKey.Choose(c, chosen.Key, chosen.Word));
        }

        return choices.Then(chosen =>
            Entitled(raw)
                .Then(entitled =>
                    Persons(raw.Persons)
                        .Then(persons => SettledHousehold.Of(raw.Type, persons))
                        .Map(household => new HouseholdMonth(
                            raw.Month,
                            household with
                            {
                                ChildrenBorn = raw.Children,
                                HousematesBorn = raw.Housemates,
                                NoSupportFromParents = raw.NoSupportFromParents,
                                Entitled = entitled.Days,
                            },
                            new(
                                [.. raw.Persons.Select(p => (p.Id, p.Counters))],
                                new(raw.ReserveSince ?? raw.Month, [.. raw.Reserved.Select(r => (r.Month, r.Amount))])
                            ),
                            chosen
                        ))
                )
        );
    }

    private sealed record Right(Period? Days);

    private static Outcome<Right> Entitled(Raw raw) =>
        (raw.EntitledFrom, raw.EntitledUpTo) switch
        {
            (null, null) => new Right(null),
            ({ } from, null) => new Right(Period.Since(from)),
            (var from, { } last) => Period
                .FromUpTo(from ?? raw.Month.FirstDay.AddYears(-50), last.AddDays(1))
                .Map(days => new Right(days)),
        };

    private static Outcome<IReadOnlyList<SettledPerson>> Persons(IReadOnlyList<PersonSection.Read> read)
    {
        var persons = new List<SettledPerson>();
        foreach (var one in read)
        {
            var person = one.Judge();
            if (!person.IsDone)
            {
                return new Outcome<IReadOnlyList<SettledPerson>>.Refused(person.Why);
            }

            persons.Add(person.OrThrow());
        }

        return persons;
    }
}
