// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Exchange.Yaml;
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.App.Design.Reading;

/// <summary>The codes of the arms, so that every part that names an arm names one that exists.</summary>
internal sealed class Codes
{
    public const string Expected = "1 tot 64 letters, cijfers, punten, streepjes of liggende streepjes, zonder spatie.";

    private readonly IReadOnlyList<Arm> arms;

    public Codes(MapReader file, IReadOnlyList<Arm> arms)
    {
        this.arms = arms;
        foreach (
            var code in arms.GroupBy(a => a.Code, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)
        )
        {
            file.Wrong("groepen", $"De code '{code}' hoort bij meer dan één groep.", "voor elke groep een eigen code.");
        }

        foreach (var code in arms.Select(a => a.Code).Where(c => c.Length > 0 && !IsCode(c)))
        {
            file.Wrong("groepen", $"'{code}' kan geen code van een groep zijn.", Expected);
        }

        foreach (var arm in arms)
        {
            CheckChoice(file, arm);
        }
    }

    public static bool IsCode(string text) =>
        text.Length is >= 1 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');

    public Arm? Find(string code) => arms.FirstOrDefault(a => string.Equals(a.Code, code, StringComparison.Ordinal));

    public IEnumerable<Arm> All => arms;

    /// <summary>A list of arm codes under a key; a code that no arm has is a fault.</summary>
    public IReadOnlyList<string> Known(MapReader section, string key)
    {
        var named = section.Texts(key);
        foreach (var code in named.Where(c => c.Length > 0 && Find(c) is null))
        {
            section.Wrong(
                key,
                $"Er is geen groep '{code}'.",
                $"een van: {string.Join(", ", arms.Select(a => a.Code))}."
            );
        }

        if (named.Distinct(StringComparer.Ordinal).Count() < named.Count)
        {
            section.Wrong(key, "Een groep staat hier twee keer.", "elke groep één keer.");
        }

        return named;
    }

    public string KnownOne(MapReader section, string key)
    {
        var code = section.Text(key);
        if (code.Length > 0 && Find(code) is null)
        {
            section.Wrong(
                key,
                $"Er is geen groep '{code}'.",
                $"een van: {string.Join(", ", arms.Select(a => a.Code))}."
            );
        }

        return code;
    }

    private void CheckChoice(MapReader file, Arm arm)
    {
        foreach (var choice in arm.ChoiceOf)
        {
            if (Find(choice)?.Kind is not (ArmKind.Exemption or ArmKind.Intensive or ArmKind.Earnings))
            {
                file.Wrong(
                    "groepen",
                    $"Groep '{arm.Code}' laat kiezen uit '{choice}', maar dat is geen groep met ontheffing, intensivering of vrijlating.",
                    "codes van zulke groepen bij 'keuze_uit'."
                );
            }
        }
    }
}
