// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Text;

namespace Proeftuin.Core.Design;

/// <summary>What a protocol asks to be done, each with its key and its day, before anybody looked at what was done.</summary>
public static class AgendaItems
{
    /// <summary>Keys of what Proeftuin itself sees done.</summary>
    public const string Register = "stap-register";
    public const string Draw = "stap-loting";
    public const string Letters = "stap-brieven";
    public const string CountTable = "stap-teltabel";

    /// <summary>An item of the protocol; the key is unique within it.</summary>
    public sealed record Planned(string Key, AgendaKind Kind, string What, Knowable<PlannedDay> Due);

    public static IReadOnlyList<Planned> Of(Protocol protocol)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. Steps(protocol)
                .Concat(
                    protocol.Timetable.Select(t => new Planned(
                        "activiteit-" + KeyOf(t.Activity),
                        AgendaKind.Activity,
                        t.Activity,
                        t.Ready
                    ))
                )
                .Concat(Contacts(protocol))
                .Concat(
                    protocol.Waves.Select(w => new Planned("meting-" + w.Code, AgendaKind.Measurement, w.Name, w.On))
                )
                .Concat(
                    protocol.Reports.Select(r => new Planned(
                        "rapport-" + KeyOf(r.Name),
                        AgendaKind.Report,
                        r.Name,
                        r.Due
                    ))
                )
                .Select(p => p with { Key = Unused(seen, p.Key) }),
        ];
    }

    /// <summary>Before the start: register, draw, letters. On the count date: the table. None where nobody is drawn.</summary>
    private static IEnumerable<Planned> Steps(Protocol protocol)
    {
        if (protocol.Draw is null)
        {
            yield break;
        }

        var start = protocol.Run.Map(run => Exactly(run.From));
        yield return new(Register, AgendaKind.Step, "Register ingelezen", start);
        yield return new(Draw, AgendaKind.Step, "Loting gepubliceerd", start);
        yield return new(Letters, AgendaKind.Step, "Uitnodigingen verstuurd", start);
        yield return new(
            CountTable,
            AgendaKind.Step,
            "Cijfers op de teldatum vastgezet",
            protocol.CountDate.Map(Exactly)
        );
    }

    private static IEnumerable<Planned> Contacts(Protocol protocol) =>
        protocol.Contacts.SelectMany(contact =>
            Months(contact, protocol.Run)
                .Select(months => new Planned(
                    string.Create(CultureInfo.InvariantCulture, $"contact-{contact.Code}-{months}"),
                    AgendaKind.Contact,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{contact.What} (na {months} maanden, wie op de eerste dag begon)"
                    ),
                    protocol.Run.Map(run => Exactly(run.From.AddMonths(months)))
                ))
        );

    private static IEnumerable<int> Months(ContactMoment contact, Knowable<ExperimentPeriod> run) =>
        contact.EveryMonths is { } every
            ? run.Match(
                r => Enumerable.Range(1, ExperimentPeriod.MonthsIn(r.From, r.Before) / every).Select(n => n * every),
                _ => []
            )
            : contact.AfterMonths;

    private static PlannedDay Exactly(DateOnly day) => new(day, MonthOnly: false);

    /// <summary>A text as an address: small letters, digits and hyphens.</summary>
    private static string KeyOf(string text)
    {
        var key = new StringBuilder(60);
        foreach (
            var c in text.Normalize(NormalizationForm.FormD)
                .Select(char.ToLowerInvariant)
                .TakeWhile(_ => key.Length < 60)
        )
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                key.Append(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && key is [.., not '-'])
            {
                key.Append('-');
            }
        }

        return key.ToString().Trim('-');
    }

    private static string Unused(HashSet<string> seen, string key)
    {
        var free = key;
        for (var n = 2; !seen.Add(free); n++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{key}-{n}");
        }

        return free;
    }
}
