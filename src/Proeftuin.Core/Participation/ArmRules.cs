// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using System.Text;
using Proeftuin.Core.Design;

namespace Proeftuin.Core.Participation;

/// <summary>One heading of the rules with its sentences.</summary>
public sealed record RulesSection(string Title, IReadOnlyList<string> Lines);

/// <summary>
/// The rules of a group as somebody reads them before saying yes (spelregels), made from the protocol and from nothing else.
/// What the protocol leaves open is said as open. The hash names exactly this text: a consent refers to it.
/// </summary>
public sealed record ArmRules
{
    private ArmRules(Arm arm, IReadOnlyList<RulesSection> sections) => (Arm, Sections) = (arm, sections);

    public Arm Arm { get; }

    public IReadOnlyList<RulesSection> Sections { get; }

    /// <summary>SHA-256 (64 lower-case hex) of the group's code and every line of the text in UTF-8, each ended by a line feed.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public static ArmRules Of(Protocol protocol, string arm)
    {
        var group = protocol.ArmOf(arm);
        return new ArmRules(
            group,
            [
                .. new[]
                {
                    new RulesSection("Uw groep", [$"{group.Name}.", group.Description]),
                    Duties(protocol, group),
                    Earnings(group),
                    Guidance(group),
                    new RulesSection("Afspraken", [.. group.Rules.Select(r => $"{r.Subject}: {r.Text}")]),
                    Choice(protocol, group),
                    Contacts(protocol, group),
                    Thanks(group),
                    Consequences(protocol),
                    Ending(protocol),
                    Stopping(protocol),
                }.Where(s => s.Lines.Count > 0),
            ]
        );
    }

    private string Text =>
        string.Concat(Sections.SelectMany(s => s.Lines.Prepend(s.Title)).Prepend(Arm.Code).Select(line => line + "\n"));

    private static RulesSection Duties(Protocol protocol, Arm arm)
    {
        var lines = new List<string>
        {
            arm.WorkDuties switch
            {
                Duty.Holds => "De plicht om werk te zoeken en mee te werken aan re-integratie blijft gelden.",
                Duty.Waived =>
                    "U hoeft tijdens het experiment geen werk te zoeken en niet mee te werken aan re-integratie.",
                Duty.HoldsWithRoom =>
                    "De plicht om werk te zoeken blijft gelden, maar u krijgt meer ruimte om zelf te bepalen hoe.",
            },
            arm.InformationDuty switch
            {
                Duty.Holds or Duty.HoldsWithRoom =>
                    "U blijft verplicht om veranderingen door te geven, zoals inkomsten of een andere woonsituatie.",
                Duty.Waived => "Volgens het protocol hoeft u veranderingen niet door te geven.",
            },
        };
        lines.AddRange(
            protocol
                .Legal.Deviations.Where(d => d.Arms.Contains(arm.Code, StringComparer.Ordinal))
                .Select(d => $"{d.What} ({d.Basis}).")
        );
        return new RulesSection("Uw plichten", lines);
    }

    private static RulesSection Earnings(Arm arm)
    {
        if (arm.EarningsExemption is not { } exemption)
        {
            return new RulesSection("Inkomsten", ["Voor inkomsten uit werk gelden de gewone regels."]);
        }

        var (whole, tenths) = Math.DivRem(exemption.ShareTenths, 10);
        var share = tenths == 0 ? $"{Dutch.Count(whole)}%" : $"{Dutch.Count(whole)},{Dutch.Count(tenths)}%";
        var lines = new List<string>
        {
            exemption.MaximumSingle.Match(
                maximum => $"Van inkomsten uit werk mag u {share} houden, met een maximum van {maximum} per maand.",
                open => $"Van inkomsten uit werk mag u {share} houden. Het maximum: {Open(open.Why)}"
            ),
        };
        if (exemption.MaximumCouple is { } couple)
        {
            lines.Add(
                couple.Match(
                    maximum => $"Voor gehuwden is het maximum {maximum} per maand.",
                    open => $"Het maximum voor gehuwden: {Open(open.Why)}"
                )
            );
        }

        lines.Add(
            exemption.Months.Match(
                months => $"Dit geldt ten hoogste {Dutch.Count(months)} maanden.",
                open => $"Hoe lang dit geldt: {Open(open.Why)}"
            )
        );
        if (exemption.Counts.Count > 0)
        {
            lines.Add($"Dit telt mee: {string.Join("; ", exemption.Counts)}.");
        }

        if (exemption.DoesNotCount.Count > 0)
        {
            lines.Add($"Dit telt niet mee: {string.Join("; ", exemption.DoesNotCount)}.");
        }

        lines.Add("Wat u van uw inkomsten overhoudt: die berekening komt zodra de verrekening er is.");
        return new RulesSection("Inkomsten", lines);
    }

    private static RulesSection Guidance(Arm arm) =>
        new(
            "Begeleiding",
            arm.Guidance is not { } guidance
                ? []
                :
                [
                    guidance.TimesPerYear.Match(
                        times => $"U krijgt {Dutch.Count(times)} keer per jaar begeleiding van {guidance.By}.",
                        open => $"U krijgt begeleiding van {guidance.By}. Hoe vaak: {Open(open.Why)}"
                    ),
                    .. guidance.Forms.Select(form => $"Vorm: {form}."),
                ]
        );

    private static RulesSection Choice(Protocol protocol, Arm arm) =>
        new(
            "Uw keuze",
            arm.ChoiceOf.Count == 0
                ? []
                :
                [
                    "In deze groep kiest u zelf welke regels voor u gelden. U kiest bij uw aanmelding.",
                    .. arm.ChoiceOf.Select(code => protocol.ArmOf(code)).Select(a => $"{a.Name}: {a.Description}"),
                    Lot.Of(protocol, arm.Code, DateOnly.MinValue).Change switch
                    {
                        ChoiceChange.BeforeStart => "Vóór uw start kunt u nog een andere keuze maken.",
                        ChoiceChange.Always => "U kunt later altijd een andere keuze maken.",
                        ChoiceChange.Never => "Daarna staat uw keuze vast.",
                    },
                ]
        );

    private static RulesSection Contacts(Protocol protocol, Arm arm) =>
        new(
            "Contact",
            [
                .. protocol
                    .Contacts.Where(c => c.Arms.Contains(arm.Code, StringComparer.Ordinal))
                    .Select(c => $"{c.What}. {When(c)}"),
            ]
        );

    private static string When(ContactMoment contact) =>
        contact.EveryMonths is { } every ? $"Dit is elke {Dutch.Count(every)} maanden."
        : contact.AfterMonths.Count > 0
            ? $"Dit is na {string.Join(" en ", contact.AfterMonths.Select(m => Dutch.Count(m)))} maanden."
        : "";

    private static RulesSection Thanks(Arm arm) =>
        new(
            "Vergoeding",
            arm.Compensation is { } thanks ? [thanks.Match(what => $"U krijgt {what}.", open => Open(open.Why))] : []
        );

    private static RulesSection Consequences(Protocol protocol) =>
        new(
            "Gevolgen voor uw inkomen en toeslagen",
            protocol.Consequences.Match<IReadOnlyList<string>>(
                notes => [.. notes.Select(n => $"{n.Subject}: {n.Text}")],
                open => [Open(open.Why)]
            )
        );

    private static RulesSection Ending(Protocol protocol) =>
        new(
            "Het einde",
            [
                protocol.Run.Match(
                    run =>
                        $"Het experiment loopt tot en met {Dutch.Date(run.Before.AddDays(-1))}. Daarna gelden de gewone regels weer voor u.",
                    open => $"Wanneer het experiment eindigt: {Open(open.Why)} Daarna gelden de gewone regels weer."
                ),
            ]
        );

    private static RulesSection Stopping(Protocol protocol) =>
        new(
            "Meedoen en stoppen",
            [
                protocol.Enrolment is { Voluntary: false }
                    ? "Of meedoen vrijwillig is: volgens het protocol niet."
                    : "Meedoen is vrijwillig. Doet u niet mee, dan verandert er niets aan uw uitkering.",
                protocol.Enrolment is { LeavesWithoutSanction: { } leaving }
                    ? leaving.Match(
                        free =>
                            free
                                ? "U mag altijd stoppen. Dat heeft geen gevolgen voor uw uitkering."
                                : "Over stoppen gelden voorwaarden. Vraag ernaar.",
                        open => $"Wat er gebeurt als u stopt: {Open(open.Why)}"
                    )
                    : "Wat er gebeurt als u stopt, staat niet in het protocol.",
            ]
        );

    /// <summary>What the source leaves open, said to the person it is about.</summary>
    private static string Open(string why) => $"dit staat nog niet vast ({why}).";
}
