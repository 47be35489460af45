// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Statistics.Randomness;

namespace Proeftuin.Statistics.Randomisation;

/// <summary>A declaration made ready for drawing: blocks that shuffle, or independent units; perhaps clusters; and units whose arm is fixed.</summary>
internal sealed class Lots
{
    private readonly DrawBlock[] blocks;
    private readonly int[] independent;
    private readonly double[] shares;
    private readonly int[] shareArms;
    private readonly int[] start;
    private readonly int[]? clusters;
    private readonly int[] drawn;

    private Lots(
        DrawBlock[] blocks,
        int[] independent,
        (double[] Shares, int[] Arms) chances,
        int[] start,
        int[]? clusters
    )
    {
        this.blocks = blocks;
        this.independent = independent;
        (shares, shareArms) = chances;
        this.start = start;
        this.clusters = clusters;
        drawn = (int[])start.Clone();
    }

    public int Units => clusters?.Length ?? start.Length;

    public IReadOnlyList<DrawBlock> Blocks => blocks;

    public bool HasClusters => clusters is not null;

    /// <summary>Whether every assignment is equally probable.</summary>
    public bool EquallyProbable => independent.Length == 0 || Array.TrueForAll(shares, s => s.Equals(shares[0]));

    /// <summary>Whether nobody is drawn by himself, so that the numbers per arm are fixed.</summary>
    public bool FixedSizes => independent.Length == 0;

    /// <summary>How many different assignments the draw can give.</summary>
    public double Count => blocks.Aggregate(Math.Pow(shares.Length, independent.Length), (n, block) => n * block.Count);

    public static Lots OfBlocks(int units, DrawBlock[] blocks) =>
        new(blocks, [], ([], []), Filled(units), clusters: null);

    public static Lots OfIndependent(int units, double[] shares) =>
        new(
            [],
            [.. Enumerable.Range(0, units)],
            (shares, [.. Enumerable.Range(0, shares.Length)]),
            Filled(units),
            clusters: null
        );

    /// <summary>The same draw, with each draw unit standing for a cluster.</summary>
    public Lots OfClusters(int[] clusterOf) => new(blocks, independent, (shares, shareArms), start, clusterOf);

    /// <summary>A copy for another thread.</summary>
    public Lots Copy() =>
        new(Array.ConvertAll(blocks, block => block.Copy()), independent, (shares, shareArms), start, clusters);

    /// <summary>The arm of every draw unit, or null when a cluster is split or an arm cannot have come out of this draw.</summary>
    public int[]? DrawUnits(IReadOnlyList<int> arms)
    {
        if (arms.Count != Units)
        {
            return null;
        }

        var seen = (int[])start.Clone();
        var known = new bool[seen.Length];
        for (var i = 0; i < arms.Count; i++)
        {
            var unit = clusters is null ? i : clusters[i];
            if (known[unit] && seen[unit] != arms[i])
            {
                return null;
            }

            (seen[unit], known[unit]) = (arms[i], true);
        }

        var possible =
            Array.TrueForAll(blocks, block => block.Allows(seen))
            && Array.TrueForAll(independent, i => Array.IndexOf(shareArms, seen[i]) >= 0);
        return possible ? seen : null;
    }

    /// <summary>The draw given who is in the playing arms together: only those swap, everybody else keeps the arm he has. A block (or an independent draw) in which everybody plays stays as declared.</summary>
    public Lots Among(int[] seen, Func<int, bool> plays)
    {
        var smaller = new List<DrawBlock>();
        foreach (var block in blocks)
        {
            var members = Array.FindAll(block.Members, unit => plays(seen[unit]));
            if (members.Length == block.Members.Length)
            {
                smaller.Add(block.Copy());
            }
            else if (members.Length > 0)
            {
                var labels = Array.ConvertAll(members, member => seen[member]);
                Array.Sort(labels);
                smaller.Add(new DrawBlock(members, [labels]));
            }
        }

        var arms = Array.FindAll(shareArms, arm => plays(arm));
        var chances = Array.ConvertAll(arms, arm => shares[Array.IndexOf(shareArms, arm)]);
        var sum = chances.Sum();
        return new Lots(
            [.. smaller],
            Array.FindAll(independent, unit => plays(seen[unit])),
            (Array.ConvertAll(chances, c => c / sum), arms),
            seen,
            clusters
        );
    }

    /// <summary>Draws once more and writes the arm of every unit.</summary>
    public void Redraw(Xoshiro256 random, int[] arms)
    {
        foreach (var block in blocks)
        {
            block.Redraw(random, drawn);
        }

        foreach (var unit in independent)
        {
            var u = random.Uniform();
            var arm = 0;
            while (arm < shares.Length - 1 && u >= shares[arm])
            {
                u -= shares[arm];
                arm++;
            }

            drawn[unit] = shareArms[arm];
        }

        Write(arms);
    }

    /// <summary>Every assignment the draw can give, each with its probability relative to the others.</summary>
    public void Enumerate(int[] arms, Action<double> visit)
    {
        foreach (var block in blocks)
        {
            block.Reset();
            block.Write(drawn);
        }

        var digits = new int[independent.Length];
        do
        {
            double weight = 1;
            for (var i = 0; i < digits.Length; i++)
            {
                drawn[independent[i]] = shareArms[digits[i]];
                weight *= shares[digits[i]];
            }

            Write(arms);
            visit(weight);
        } while (AdvanceBlocks() || Advance(digits));
    }

    private bool AdvanceBlocks()
    {
        foreach (var block in blocks)
        {
            var more = block.Advance();
            block.Write(drawn);
            if (more)
            {
                return true;
            }
        }

        return false;
    }

    private bool Advance(int[] digits)
    {
        for (var i = 0; i < digits.Length; i++)
        {
            digits[i]++;
            if (digits[i] < shares.Length)
            {
                return true;
            }

            digits[i] = 0;
        }

        return false;
    }

    private void Write(int[] arms)
    {
        if (clusters is null)
        {
            drawn.CopyTo(arms, 0);
            return;
        }

        for (var i = 0; i < arms.Length; i++)
        {
            arms[i] = drawn[clusters[i]];
        }
    }

    private static int[] Filled(int units)
    {
        var arms = new int[units];
        Array.Fill(arms, Declaration.NotDrawn);
        return arms;
    }
}
