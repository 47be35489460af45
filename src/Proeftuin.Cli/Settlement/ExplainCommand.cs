// SPDX-License-Identifier: EUPL-1.2
using System.CommandLine;
using System.Globalization;
using Proeftuin.App.Exchange.Parameters;
using Proeftuin.App.Settlement;
using Proeftuin.Core;
using Proeftuin.Core.Screening;
using Proeftuin.Core.Settlement;

namespace Proeftuin.Cli.Settlement;

/// <summary><c>proeftuin settle explain</c>: one household in one month, from a file or from options, as the specification a participant gets. Nothing is stored.</summary>
internal static class ExplainCommand
{
    private static readonly Option<FileInfo?> File = new("--file")
    {
        Description = "Een huishouden in een maand als YAML-bestand. Dan gelden de andere opties niet.",
        HelpName = "BESTAND",
    };

    private static readonly Option<string> Month = Text("--month", "De maand.", "JJJJ-MM");

    private static readonly Option<string> Household = new("--household")
    {
        Description = "De leefvorm: alleenstaande of alleenstaande_ouder. Gehuwden: gebruik een bestand.",
        HelpName = "LEEFVORM",
        DefaultValueFactory = _ => "alleenstaande",
    };

    private static readonly Option<DateOnly?> Born = new("--born")
    {
        Description = "De geboortedatum. Standaard 1 januari 1980.",
        HelpName = "JJJJ-MM-DD",
    };

    private static readonly Option<string> Earnings = Text(
        "--earnings",
        "Het nettoloon van de maand, zonder vakantiegeld.",
        "EURO"
    );

    private static readonly Option<string?> Group = new("--group")
    {
        Description = "De groep met een eigen regel, zoals wageningen-2017/verdienen-loont.",
        HelpName = "PROTOCOL/GROEP",
    };

    private static readonly Option<int?> UsedN = new("--n-used")
    {
        Description = "Hoeveel maanden van onderdeel n al zijn gebruikt. Weglaten is onbekend.",
        HelpName = "MAANDEN",
    };

    private static readonly Option<int?> UsedR = new("--r-used")
    {
        Description = "Hoeveel maanden van onderdeel r al zijn gebruikt. Weglaten is onbekend.",
        HelpName = "MAANDEN",
    };

    private static readonly Option<bool> Helps = new("--helps")
    {
        Description = "De gemeente heeft besloten dat de vrijlating helpt om aan het werk te komen.",
    };

    private static readonly Option<DateOnly[]> Children = new("--child")
    {
        Description = "De geboortedatum van een kind. Mag vaker.",
        HelpName = "JJJJ-MM-DD",
    };

    private static readonly Option<string[]> Choices = new("--choice")
    {
        Description = "Een gemeentekeuze, zoals vierwekenloon=werkdagen. Mag vaker.",
        HelpName = "SLEUTEL=WOORD",
    };

    public static Command Create()
    {
        var command = new Command("explain", "Reken één huishouden in één maand uit, met elk artikel erbij.")
        {
            File,
            Month,
            Household,
            Born,
            Earnings,
            Group,
            UsedN,
            UsedR,
            Helps,
            Children,
            Choices,
        };
        command.SetAction(result =>
            Question(result)
                .Then(question => question.Settle())
                .Match(
                    settled =>
                    {
                        result.InvocationConfiguration.Output.Write(SettlementPrint.Of(settled));
                        return ExitCode.Ok;
                    },
                    why => Refused.Because(why, result.InvocationConfiguration.Error)
                )
        );
        return command;
    }

    private static Outcome<HouseholdMonth> Question(ParseResult result) =>
        result.GetValue(File) is { } file
            ? file.Exists
                ? HouseholdMonthFile.Read(System.IO.File.ReadAllText(file.FullName))
                : new NoSuchFile(file.Name)
            : FromOptions(result);

    private static Outcome<HouseholdMonth> FromOptions(ParseResult result)
    {
        if (
            !DateOnly.TryParseExact(
                result.GetValue(Month) + "-01",
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var first
            )
        )
        {
            return new NotUnderstood("--month", result.GetValue(Month), "2018-01");
        }

        if (EuroText.Read(result.GetValue(Earnings)) is not { } earnings)
        {
            return new NotUnderstood("--earnings", result.GetValue(Earnings), "450 of 450,00");
        }

        if (Type(result.GetValue(Household)) is not { } type)
        {
            return new NotUnderstood("--household", result.GetValue(Household), "alleenstaande of alleenstaande_ouder");
        }

        Outcome<MunicipalChoices> choices = MunicipalChoicesFile.Defaults;
        foreach (var chosen in result.GetValue(Choices) ?? [])
        {
            var (key, word) = chosen.Split('=') is [var k, var w] ? (k, w) : (chosen, "");
            choices = choices.Then(c => ChoiceKey.Choose(c, key, word));
        }

        var month = Core.Month.Of(first);
        return choices.Then(c =>
            Income
                .Of("werk", IncomeKind.Wage, PayRhythm.Monthly, first, earnings)
                .Then(wage => Arm(result, month).Then(arm => Single(result, month, type, wage, arm)))
                .Map(household => new HouseholdMonth(month, household, Before(result, month), c))
        );
    }

    private sealed record Joined(ArmMembership? Arm);

    /// <summary>In the group for as long as the experiment ran.</summary>
    private static Outcome<Joined> Arm(ParseResult result, Month month) =>
        result.GetValue(Group) is { } key
            ? GroupRules.Named(key).Map(group => new Joined(new(group.Rule, group.Run ?? Period.Since(month.FirstDay))))
            : new Joined(null);

    private static Outcome<SettledHousehold> Single(
        ParseResult result,
        Month month,
        HouseholdType type,
        Income wage,
        Joined joined
    ) =>
        SettledHousehold
            .Of(
                type,
                [
                    new()
                    {
                        Id = "u",
                        Label = "u",
                        Born = result.GetValue(Born) ?? new DateOnly(1980, 1, 1),
                        HelpsTowardsWork = result.GetValue(Helps) ? Period.Since(month.FirstDay) : null,
                        Arm = joined.Arm,
                        Incomes = [wage],
                    },
                ]
            )
            .Map(household => household with { ChildrenBorn = result.GetValue(Children) ?? [] });

    private static SettlementState Before(ParseResult result, Month month) =>
        new(
            [
                (
                    "u",
                    MonthCounters.NotKnown with
                    {
                        N = result.GetValue(UsedN),
                        R = result.GetValue(UsedR) is { } used ? Run.After(used, month) : Run.NotKnown,
                    }
                ),
            ],
            HolidayReserve.EmptySince(month)
        );

    private static HouseholdType? Type(string? word) =>
        HouseholdMonthFile
            .Types.All.Where(t => t.Word == word && t.Meaning is not HouseholdType.Couple)
            .Select(t => (HouseholdType?)t.Meaning)
            .FirstOrDefault();

    private static Option<string> Text(string name, string description, string help) =>
        new(name) { Description = description, HelpName = help };
}

/// <summary>The file is not there.</summary>
internal sealed record NoSuchFile(string Name) : Refusal
{
    public override string Message => $"Het bestand {Name} bestaat niet.";
}

/// <summary>The value of an option cannot be read.</summary>
internal sealed record NotUnderstood(string Option, string? Value, string Example) : Refusal
{
    public override string Message =>
        Value is null
            ? $"Geef {Option} op, bijvoorbeeld {Example}; of geef een bestand met --file."
            : $"'{Value}' bij {Option} is niet te begrijpen. Schrijf bijvoorbeeld {Example}.";
}
