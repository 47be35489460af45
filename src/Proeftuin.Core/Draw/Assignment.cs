// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Draw;

/// <summary>How the sampled units are divided over the arms, always in ticket order.</summary>
public abstract record Assignment
{
    /// <summary>The arm of a unit that got a place in a lottery for places.</summary>
    public const string Admitted = "toegelaten";

    /// <summary>The arm of a unit that did not get a place (yet).</summary>
    public const string WaitingList = "wachtlijst";

    private const int MostWeight = 1000;

    private Assignment() { }

    /// <summary>Consecutive runs fill the arms to fixed sizes that together are the number sampled.</summary>
    public sealed record Complete(IReadOnlyList<ArmSize> Arms) : Assignment;

    /// <summary>Within every stratum the arms get units in proportion to their weights; the rest goes to slots drawn by the same key.</summary>
    public sealed record Weighted(IReadOnlyList<ArmWeight> Arms) : Assignment;

    /// <summary>The first tickets get a place, the others wait in ticket order.</summary>
    public sealed record Lottery(int Places) : Assignment;

    /// <summary>The names of the arms in the order of the plan.</summary>
    public IReadOnlyList<string> ArmNames =>
        this switch
        {
            Complete c => [.. c.Arms.Select(a => a.Arm)],
            Weighted w => [.. w.Arms.Select(a => a.Arm)],
            _ => [Admitted, WaitingList],
        };

    internal IEnumerable<Refusal> Problems(Sample sample)
    {
        var names = ArmNames;
        foreach (var name in names.Where(n => !Token.Is(n) || string.Equals(n, Token.None, StringComparison.Ordinal)))
        {
            yield return new NotAToken("De naam van de groep", name);
        }

        if (DrawPlan.FirstDouble(names) is { } twice)
        {
            yield return new PlanDoesNotAddUp($"Groep '{twice}' staat er twee keer in.");
        }

        if (names.Count == 0)
        {
            yield return new PlanDoesNotAddUp("Er is geen enkele groep.");
        }

        switch (this)
        {
            case Complete c:
                foreach (var arm in c.Arms.Where(a => a.Size < 1))
                {
                    yield return new PlanDoesNotAddUp($"Groep '{arm.Arm}' moet minstens 1 plaats hebben.");
                }

                if (sample.Fixed is { } size && c.Arms.Sum(a => (long)a.Size) is var sum && sum != size)
                {
                    yield return new PlanDoesNotAddUp(
                        $"De groepen zijn samen {Dutch.Count(sum)}, maar er worden er {Dutch.Count(size)} geloot."
                    );
                }

                break;
            case Weighted w:
                foreach (var arm in w.Arms.Where(a => a.Weight is < 1 or > MostWeight))
                {
                    yield return new PlanDoesNotAddUp(
                        $"Het gewicht van groep '{arm.Arm}' moet een geheel getal van 1 tot en met 1.000 zijn."
                    );
                }

                break;
            case Lottery l:
                if (l.Places < 1)
                {
                    yield return new PlanDoesNotAddUp("Er moet minstens 1 plaats te verloten zijn.");
                }

                if (sample is not Sample.All)
                {
                    yield return new PlanDoesNotAddUp(
                        "Bij een loting om plaatsen doet iedereen op de lijst mee; een steekproef past daar niet bij."
                    );
                }

                break;
        }
    }

    internal IEnumerable<Refusal> ProblemsWith(long sampled) =>
        this switch
        {
            Complete c when c.Arms.Sum(a => (long)a.Size) is var sum && sum != sampled =>
            [
                new PlanDoesNotFitFrame(
                    $"De groepen zijn samen {Dutch.Count(sum)}, maar er zijn er {Dutch.Count(sampled)} te verdelen."
                ),
            ],
            Lottery l when l.Places >= sampled =>
            [
                new PlanDoesNotFitFrame(
                    $"Er zijn {Dutch.Count(l.Places)} plaatsen voor {Dutch.Count(sampled)} aanmeldingen: er is niets te verloten, iedereen kan worden toegelaten."
                ),
            ],
            _ => [],
        };
}

/// <summary>An arm with the exact number of units it gets.</summary>
public sealed record ArmSize(string Arm, int Size);

/// <summary>An arm with its weight: an arm of weight 2 gets twice as many units as an arm of weight 1.</summary>
public sealed record ArmWeight(string Arm, int Weight);
