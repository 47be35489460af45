// SPDX-License-Identifier: EUPL-1.2
using System.Text;

namespace Proeftuin.Core.Draw;

/// <summary>The draw itself: every unit gets a ticket, the tickets give the order, and the order gives the places. Nothing else decides.</summary>
public static class Lottery
{
    /// <summary>Draws the plan from the frame with the key. Refuses a plan that does not fit the frame.</summary>
    public static Outcome<DrawnLots> Conduct(DrawPlan plan, Frame frame, DrawKey key)
    {
        if (plan.ProblemsWith(frame) is { Count: > 0 } problems)
        {
            return new Outcome<DrawnLots>.Refused(problems);
        }

        using var hasher = key.Open();
        var tickets = new Hash256[frame.Units.Count];
        for (var i = 0; i < tickets.Length; i++)
        {
            tickets[i] = hasher.Ticket(frame.Units[i]);
        }

        var order = OrderOf(tickets);
        var strata = plan.Strata.Select((s, i) => (s, i)).ToDictionary(p => p.s, p => p.i, StringComparer.Ordinal);
        var stratumOf = Array.ConvertAll(frame.Units.ToArray(), unit => strata[unit.Stratum]);
        var arms = plan.Assignment.ArmNames;
        var places = Allotment.Of(
            plan,
            stratumOf,
            order,
            (stratum, arm, slot) => hasher.Slot(plan.Strata[stratum], arms[arm], slot)
        );
        return new DrawnLots(plan, frame, tickets, order, places);
    }

    /// <summary>The units by ticket; equal tickets by pseudonym, which is the order of the frame.</summary>
    private static int[] OrderOf(Hash256[] tickets)
    {
        var order = new int[tickets.Length];
        var keys = new Position[tickets.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            keys[i] = new Position(tickets[i], i);
        }

        Array.Sort(keys, order);
        return order;
    }

    private readonly record struct Position(Hash256 Ticket, int Index) : IComparable<Position>
    {
        public int CompareTo(Position other) =>
            Ticket.CompareTo(other.Ticket) is var c && c != 0 ? c : Index.CompareTo(other.Index);
    }
}

/// <summary>The outcome of a draw: per unit, in manifest order, the ticket, the rank (1 is the lowest ticket) and the arm.</summary>
public sealed class DrawnLots
{
    private readonly Hash256[] tickets;
    private readonly int[] ranks;
    private readonly int[] places;
    private readonly string[] arms;
    private readonly Lazy<MerkleTree> tree;

    internal DrawnLots(DrawPlan plan, Frame frame, Hash256[] tickets, int[] order, int[] places)
    {
        (Plan, Frame, this.tickets, this.places) = (plan, frame, tickets, places);
        arms = [.. plan.Assignment.ArmNames];
        ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank]] = rank + 1;
        }

        InOrder = order;
        tree = new Lazy<MerkleTree>(() =>
            MerkleTree.OfHashes([.. Enumerable.Range(0, Count).Select(i => MerkleTree.HashLeaf(LeafOf(i)))])
        );
    }

    public DrawPlan Plan { get; }

    public Frame Frame { get; }

    public int Count => tickets.Length;

    /// <summary>The units (as index in manifest order) from the lowest ticket to the highest.</summary>
    public IReadOnlyList<int> InOrder { get; }

    public Hash256 TicketOf(int unit) => tickets[unit];

    public int RankOf(int unit) => ranks[unit];

    /// <summary>The arm, or <c>-</c> when the unit was not sampled.</summary>
    public string ArmOf(int unit) => places[unit] < 0 ? Token.None : arms[places[unit]];

    /// <summary>The text that stands for a unit in the Merkle tree.</summary>
    public byte[] LeafOf(int unit) =>
        Encoding.UTF8.GetBytes(Leaf(Frame.Units[unit].Pseudonym, tickets[unit], ArmOf(unit)));

    public static string Leaf(string pseudonym, Hash256 ticket, string arm) => $"{pseudonym};{ticket};{arm}";

    public MerkleTree Tree => tree.Value;

    /// <summary>SHA-256 of the lines <c>pseudonym;arm\n</c> in manifest order: what the verifier's own program must find.</summary>
    public Hash256 AssignmentSha256() => Hash256.Of(Frame.Lines(Count, i => (Frame.Units[i].Pseudonym, ArmOf(i))));

    /// <summary>The number of units per stratum and arm, zeros included; strata in order, arms in the order of the plan, those not sampled last.</summary>
    public IReadOnlyList<CellSize> Sizes()
    {
        var index = Plan.Strata.Select((s, i) => (s, i)).ToDictionary(p => p.s, p => p.i, StringComparer.Ordinal);
        var width = arms.Length + 1;
        var counts = new int[Plan.Strata.Count * width];
        for (var i = 0; i < Count; i++)
        {
            counts[index[Frame.Units[i].Stratum] * width + (places[i] < 0 ? arms.Length : places[i])]++;
        }

        return
        [
            .. counts
                .Select(
                    (n, i) =>
                        new CellSize(Plan.Strata[i / width], i % width < arms.Length ? arms[i % width] : Token.None, n)
                )
                .Where(c => c.Arm != Token.None || Plan.Sample is not Sample.All),
        ];
    }
}

/// <summary>How many units of a stratum are in an arm.</summary>
public sealed record CellSize(string Stratum, string Arm, int Size);
