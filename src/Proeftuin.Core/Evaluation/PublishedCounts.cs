// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Evaluation;

/// <summary>A published table of exits to work, one row per group. Refuses counts that cannot be, a code used twice, more than one control arm, and a table without two groups.</summary>
public sealed record PublishedCounts
{
    private PublishedCounts(IReadOnlyList<PublishedGroup> groups) => Groups = groups;

    public IReadOnlyList<PublishedGroup> Groups { get; }

    public static Outcome<PublishedCounts> Of(IReadOnlyList<PublishedGroup> groups)
    {
        List<Refusal> why =
        [
            .. groups
                .GroupBy(g => g.Code, StringComparer.Ordinal)
                .Where(g => g.Count() > 1)
                .Select(g => new GroupListedTwice(g.Key)),
            .. groups.SelectMany(Impossible),
        ];
        if (groups.Count < 2)
        {
            why.Add(new TooFewGroups());
        }

        var controls = groups.Where(g => g.Role is GroupRole.Control).Select(g => g.Code).ToList();
        if (controls.Count > 1)
        {
            why.Add(new SeveralControls(controls));
        }

        return why.Count == 0 ? new PublishedCounts(groups) : new Outcome<PublishedCounts>.Refused(why);
    }

    private static IEnumerable<Refusal> Impossible(PublishedGroup group)
    {
        long?[] all =
        [
            group.Size,
            group.Gross,
            group.Net,
            group.Drawn,
            group.Started,
            group.Stopped,
            group.ExitedAll,
            group.OnBenefitAtEnd,
        ];
        (bool Wrong, string What)[] checks =
        [
            (Array.Exists(all, n => n < 0), "een aantal is kleiner dan nul"),
            (group.Size == 0, "de groep is leeg (n = 0)"),
            (group.Gross > group.Size, "er zijn meer mensen uitgestroomd dan er in de groep zitten"),
            (group.Net > group.Gross, "de uitstroom zonder terugkeer is groter dan de uitstroom zelf"),
            (group.Stopped > group.Started, "er zijn meer mensen gestopt dan gestart"),
            (group.Started > group.Drawn, "er zijn meer mensen gestart dan er geloot zijn"),
        ];
        return checks.Where(c => c.Wrong).Select(c => new CountsDoNotFit(group.Name, c.What));
    }
}

/// <summary>Two rows have the same code.</summary>
public sealed record GroupListedTwice(string Code) : Refusal
{
    public override string Message => $"De code {Code} staat twee keer in de tabel. Geef elke groep een eigen code.";
}

/// <summary>The counts of one group contradict each other.</summary>
public sealed record CountsDoNotFit(string Group, string What) : Refusal
{
    public override string Message => $"De aantallen van '{Group}' kunnen niet kloppen: {What}. Controleer deze rij.";
}

/// <summary>There is nothing to compare.</summary>
public sealed record TooFewGroups : Refusal
{
    public override string Message => "De tabel heeft minder dan twee groepen; er valt niets te vergelijken.";
}

/// <summary>More than one group is called the control group.</summary>
public sealed record SeveralControls(IReadOnlyList<string> Codes) : Refusal
{
    public override string Message =>
        $"Er zijn meer controlegroepen aangewezen ({string.Join(", ", Codes)}). Wijs er één aan.";
}
