// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Design;
using Proeftuin.Core.Draw;
using Proeftuin.Core.Participation;
using LetterTexts = System.Collections.Generic.SortedDictionary<
    string,
    System.Collections.Generic.IReadOnlyList<Proeftuin.Core.Participation.RulesSection>
>;

namespace Proeftuin.App.Participation;

/// <summary>What stands in the letter of a group, without name and address: from the protocol, the dates of the batch and the planned meetings. The batch keeps the text, so that printing again gives the same letters.</summary>
public static class LetterText
{
    public static IReadOnlyList<RulesSection> Of(
        Protocol protocol,
        string arm,
        LetterBatchRow batch,
        IReadOnlyList<MeetingRow> meetings
    ) =>
        [
            Opening(protocol, arm, batch),
            .. ArmRules.Of(protocol, arm).Sections,
            .. Meetings(arm, batch, meetings),
            Answering(protocol, batch),
            Following(protocol),
        ];

    /// <summary>SHA-256 over code, group and text of each letter, in the order of the codes.</summary>
    public static string Sha256(IEnumerable<(string Code, string Arm)> letters, LetterTexts texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = texts.ToDictionary(
            t => t.Key,
            t =>
                Encoding.UTF8.GetBytes(
                    string.Concat(t.Value.SelectMany(s => s.Lines.Prepend(s.Title)).Select(line => line + "\n"))
                ),
            StringComparer.Ordinal
        );
        foreach (var (code, arm) in letters.OrderBy(l => l.Code, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{code};{arm}\n"));
            hash.AppendData(bytes[arm]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static string Write(LetterTexts texts) => JsonSerializer.Serialize(texts);

    public static LetterTexts Read(LetterBatchRow batch) => JsonSerializer.Deserialize<LetterTexts>(batch.Texts)!;

    private static RulesSection Opening(Protocol protocol, string arm, LetterBatchRow batch) =>
        batch.Kind == LetterKind.Invitation
            ? new(
                $"Uitnodiging: {protocol.Name}",
                [
                    $"U bent door een loting geplaatst in de groep '{protocol.ArmOf(arm).Name}'. Wij vragen u of u mee wilt doen.",
                    "Meedoen is vrijwillig. Hieronder leest u wat de groep voor u betekent.",
                ]
            )
            : new(
                $"Herinnering: {protocol.Name}",
                [
                    "Eerder schreven wij u over het experiment. Wij hebben nog geen antwoord van u.",
                    "U hoeft niet te antwoorden. Antwoordt u niet, dan heeft dat geen gevolgen voor uw uitkering.",
                ]
            );

    private static IEnumerable<RulesSection> Meetings(
        string arm,
        LetterBatchRow batch,
        IReadOnlyList<MeetingRow> meetings
    )
    {
        var lines = meetings
            .Where(m => (m.Arm is null || m.Arm == arm) && m.On >= batch.On)
            .OrderBy(m => m.On)
            .ThenBy(m => m.Time, StringComparer.Ordinal)
            .ThenBy(m => m.Place, StringComparer.Ordinal)
            .Select(m =>
                $"{Dutch.Date(m.On)}, {m.Time}, {m.Place}.{(m.Interpreter ? " Er is een tolk aanwezig." : "")}"
            )
            .ToList();
        return lines.Count == 0 ? [] : [new("Bijeenkomsten", lines)];
    }

    private static RulesSection Answering(Protocol protocol, LetterBatchRow batch) =>
        new(
            "Uw antwoord",
            [
                $"Laat uiterlijk {Dutch.Date(batch.ClosesOn)} weten of u meedoet. Dat doet u schriftelijk, met het formulier bij deze brief.",
                protocol.Enrolment is { ConsentForm: { } form }
                    ? form.Match(how => $"Zo meldt u zich aan: {how}.", _ => "Vraag ons hoe u zich aanmeldt.")
                    : "Vraag ons hoe u zich aanmeldt.",
                "Hebt u hulp of een tolk nodig? Zeg het ons: dan helpen wij u.",
                "Met de lotcode op deze brief kunt u zelf controleren hoe de loting is gegaan.",
            ]
        );

    private static RulesSection Following(Protocol protocol)
    {
        var lines = new List<string>();
        foreach (var group in protocol.Followed.Where(f => f.Who is FollowedAs.Participant or FollowedAs.Decliner))
        {
            var who = group.Who == FollowedAs.Participant ? "Doet u mee" : "Doet u niet mee";
            lines.Add(
                group.Purpose.Match(
                    purpose => $"{who}, dan gebruiken wij uw gegevens hiervoor: {purpose}.",
                    open => $"{who}: of en waarvoor wij uw gegevens gebruiken staat nog niet vast ({open.Why})."
                )
            );
            lines.Add(
                group.Objection.Match(
                    how => $"Bezwaar maken: {how}.",
                    _ => "Wilt u niet dat wij uw gegevens gebruiken? Schrijf of bel ons; u hoeft niet te zeggen waarom."
                )
            );
        }

        return new RulesSection("Uw gegevens", [.. lines.Distinct(StringComparer.Ordinal)]);
    }
}
