// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Accountability;

/// <summary>Something in the ledger that cannot have been written by the program: the first line where it shows, and what is wrong.</summary>
public abstract record LedgerFault(long Sequence) : Refusal
{
    protected string Line => $"Regel {Dutch.Count(Sequence)} van het logboek";
}

/// <summary>The content of a line does not give its hash.</summary>
public sealed record LineChanged(long Sequence) : LedgerFault(Sequence)
{
    public override string Message => $"{Line} is gewijzigd: de inhoud past niet bij het controlegetal van de regel.";
}

/// <summary>A field of a line is not of its kind: no time, no number.</summary>
public sealed record LineUnreadable(long Sequence) : LedgerFault(Sequence)
{
    public override string Message =>
        $"{Line} is onleesbaar: een veld is overschreven met iets dat daar niet kan staan.";
}

/// <summary>A line does not name the hash of the line before it.</summary>
public sealed record LineDoesNotFollow(long Sequence) : LedgerFault(Sequence)
{
    public override string Message =>
        $"{Line} sluit niet aan op de regel ervoor: er is een regel verwisseld, vervangen of tussengevoegd.";
}

/// <summary>A number is skipped.</summary>
public sealed record LineMissing(long Sequence) : LedgerFault(Sequence)
{
    public override string Message => $"{Line} ontbreekt: de regel is verwijderd of het nummer is gewijzigd.";
}

/// <summary>A number comes twice or before the beginning.</summary>
public sealed record LineOutOfPlace(long Sequence) : LedgerFault(Sequence)
{
    public override string Message => $"{Line} staat niet op zijn plaats: het nummer hoort hier niet.";
}

/// <summary>A line of another municipality stands in this chain.</summary>
public sealed record LineOfAnotherChain(long Sequence) : LedgerFault(Sequence)
{
    public override string Message => $"{Line} hoort bij een andere gemeente.";
}

/// <summary>There are lines after the last one that was sealed.</summary>
public sealed record LineBeyondHead(long Sequence) : LedgerFault(Sequence)
{
    public override string Message =>
        $"{Line} is toegevoegd buiten het programma om: het slot van het logboek kent deze regel niet.";
}

/// <summary>The head does not name the last line.</summary>
public sealed record HeadDiffers(long Sequence) : LedgerFault(Sequence)
{
    public override string Message =>
        $"{Line} is de laatste, maar het slot van het logboek hoort bij een andere inhoud.";
}

/// <summary>The seal on the head was not made with the key of this installation.</summary>
public sealed record SealBroken(long Sequence) : LedgerFault(Sequence)
{
    public override string Message =>
        $"Het zegel op het slot (bij regel {Dutch.Count(Sequence)}) is niet gemaakt met de sleutel van deze installatie.";
}

/// <summary>There is a chain without a head, or a municipality without a chain.</summary>
public sealed record HeadMissing() : LedgerFault(0)
{
    public override string Message =>
        "Het slot van het logboek ontbreekt: het logboek van deze gemeente is (deels) verwijderd.";
}

/// <summary>Erasable content differs from what the line promises.</summary>
public sealed record ContentChanged(long Sequence) : LedgerFault(Sequence)
{
    public override string Message => $"De persoonlijke inhoud bij regel {Dutch.Count(Sequence)} is gewijzigd.";
}

/// <summary>Erasable content stands beside a line that has none.</summary>
public sealed record ContentAdded(long Sequence) : LedgerFault(Sequence)
{
    public override string Message =>
        $"Bij regel {Dutch.Count(Sequence)} is persoonlijke inhoud bijgeplaatst die er niet hoort.";
}

/// <summary>Erasable content is gone and no later line says that it was erased.</summary>
public sealed record ContentMissing(long Sequence) : LedgerFault(Sequence)
{
    public override string Message =>
        $"De persoonlijke inhoud bij regel {Dutch.Count(Sequence)} is weg, maar er is geen regel die zegt dat hij is gewist.";
}

/// <summary>The history differs from an earlier signed checkpoint.</summary>
public sealed record CheckpointDiffers(long Sequence) : LedgerFault(Sequence)
{
    public override string Message =>
        $"{Line} is anders dan in het ondertekende ijkpunt: het logboek is daarna herschreven.";
}
