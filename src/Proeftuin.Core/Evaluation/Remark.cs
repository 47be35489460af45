// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Evaluation;

/// <summary>Something a reader must know about a published table before believing it.</summary>
public abstract record Remark
{
    public abstract string Message { get; }
}

/// <summary>The denominators are participants less those who stopped, so the percentages leave out people who took part.</summary>
public sealed record StoppedAreLeftOut(long Stopped, long Started, long Counted) : Remark
{
    public override string Message =>
        $"De percentages tellen {Dutch.Count(Counted)} mensen. Er begonnen {Dutch.Count(Started)} mensen; de {Dutch.Count(Stopped)} die stopten zijn uit de noemers weggelaten.";
}

/// <summary>Intention-to-treat needs everyone the lot assigned; those numbers were not published.</summary>
public sealed record IntentionToTreatNotEstimable(bool DrawnIsPublished) : Remark
{
    public override string Message =>
        DrawnIsPublished
            ? "Het effect voor iedereen die is geloot (intention-to-treat) is niet te berekenen: van wie wel is geloot maar niet begon, is de uitkomst niet gepubliceerd."
            : "Het effect voor iedereen die is geloot (intention-to-treat) is niet te berekenen: per groep is nooit gepubliceerd hoeveel mensen voor die groep zijn geloot.";
}

/// <summary>The lot came before the choice to take part, so the arms are already self-selected.</summary>
public sealed record NotRandomisedGroup(string Group) : Remark
{
    public override string Message =>
        $"'{Group}' is niet geloot. Wie meedeed koos daar zelf voor. Een verschil met deze groep kan dus ook komen doordat het om andere mensen gaat.";
}

/// <summary>Started is not stopped plus left plus still on benefit.</summary>
public sealed record ParticipantsDoNotAddUp(string Group, long Started, long Sum) : Remark
{
    public override string Message =>
        $"Bij '{Group}' begonnen {Dutch.Count(Started)} mensen, maar gestopt, uitgestroomd en nog in de bijstand zijn samen {Dutch.Count(Sum)}.";
}

/// <summary>The table names no control arm, so there is no comparison by lot with the usual treatment.</summary>
public sealed record NoControlArm : Remark
{
    public override string Message =>
        "De tabel wijst geen controlegroep aan. Een vergelijking door loting met de gewone aanpak kan dus niet.";
}

/// <summary>Many comparisons were made and no correction for their number.</summary>
public sealed record ManyComparisons(int Count) : Remark
{
    public override string Message =>
        $"Hieronder staan {Dutch.Count(Count)} vergelijkingen, zonder correctie voor dat aantal. Hoe meer vergelijkingen, hoe vaker er één alleen door toeval opvalt.";
}
