// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Screening;

/// <summary>What one ground says about one unit: it excludes with the deciding fact, it does not exclude, or it cannot be judged.</summary>
public abstract record Finding
{
    private Finding() { }

    /// <summary>The ground excludes; the fact is a Dutch sentence that decides it.</summary>
    public sealed record Excludes(string Fact) : Finding;

    public sealed record DoesNotExclude : Finding
    {
        public static readonly DoesNotExclude Instance = new();
    }

    /// <summary>A fact that the ground needs is not known.</summary>
    public sealed record CannotBeJudged(Refusal Why) : Finding;

    public TResult Match<TResult>(Func<string, TResult> excludes, Func<TResult> not, Func<Refusal, TResult> cannot) =>
        this switch
        {
            Excludes e => excludes(e.Fact),
            DoesNotExclude => not(),
            CannotBeJudged c => cannot(c.Why),
            _ => throw new InvalidOperationException("A finding is one of three."),
        };
}

/// <summary>A personal fact that a ground needs is empty in the register.</summary>
public sealed record PersonFactUnknown(int Person, string What, string Column) : Refusal
{
    public override string Message =>
        $"Van persoon {Person} is niet bekend {What}. Vul de kolom '{Column}' in en lever het register opnieuw aan.";
}

/// <summary>A fact about the household that a ground needs is empty in the register.</summary>
public sealed record HouseholdFactUnknown(string What, string Column) : Refusal
{
    public override string Message =>
        $"Van dit huishouden is niet bekend {What}. Vul de kolom '{Column}' in en lever het register opnieuw aan.";
}
