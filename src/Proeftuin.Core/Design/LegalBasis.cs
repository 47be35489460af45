// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>The rules under which a project runs.</summary>
public enum Regime
{
    /// <summary>Tijdelijk besluit experimenten Participatiewet (Stb. 2017, 69).</summary>
    Decree2017,

    /// <summary>Within the Participatiewet as it is, without deviation.</summary>
    WithinTheAct,
}

/// <summary>One provision in its three numberings: the draft decree, the decree as published, and the text in force now. A numbering that was not found is null; at least one is there.</summary>
public sealed record Numbering(string? Draft, string? Published, string? Consolidated)
{
    /// <summary>"art. 5 lid 1 onder a (ontwerp: art. 6 lid 1 onder a)".</summary>
    public override string ToString()
    {
        if (Published is null && Consolidated is null)
        {
            return $"{Draft} (nummering van het ontwerp)";
        }

        var main = Published ?? Consolidated!;
        string[] others =
        [
            .. Draft is null ? Array.Empty<string>() : [$"ontwerp: {Draft}"],
            .. Published is null || Consolidated is null ? Array.Empty<string>() : [$"geldende tekst: {Consolidated}"],
        ];
        return others.Length == 0 ? main : $"{main} ({string.Join("; ", others)})";
    }
}

/// <summary>A provision of the Participatiewet from which experiments have deviated. Letters and numbers are the act's own.</summary>
public enum ActProvision
{
    /// <summary>Art. 9 lid 1: duty to work, to re-integrate and to give something in return.</summary>
    Article9Lid1,

    /// <summary>Art. 31 lid 2 onder n: the regular exemption of earnings.</summary>
    Article31Lid2N,

    /// <summary>Art. 17: duty to inform. No experiment may switch it off.</summary>
    Article17,

    /// <summary>Arts. 6 to 10, art. 31 lid 2 or paragraph 7.1, other than the two above: open since 2026 (art. 83).</summary>
    OtherOpenSince2026,

    /// <summary>Any other provision.</summary>
    Other,
}

/// <summary>A deviation from the act: from what, what changes, in which groups, on which legal basis and between which days.</summary>
public sealed record Deviation(
    ActProvision From,
    string What,
    IReadOnlyList<string> Arms,
    Numbering Basis,
    Knowable<Period> Valid,
    string? Source
);

/// <summary>The request to the minister and what came of it.</summary>
public sealed record Application(
    Knowable<DateOnly> Submitted,
    Knowable<string> Form,
    Knowable<string> Lead,
    Knowable<DateOnly> Granted,
    string? Source
);

/// <summary>On which law a project stands.</summary>
public sealed record LegalBasis(
    Regime Regime,
    string Name,
    string Reference,
    Numbering EnablingArticle,
    IReadOnlyList<Deviation> Deviations,
    Application? Application,
    string? Source
);
