// SPDX-License-Identifier: EUPL-1.2
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Proeftuin.Core.Accountability;
using Shouldly;
using Xunit;

namespace Proeftuin.Tests.Accountability;

public class LedgerEntryTests
{
    private static readonly LedgerEntry Example = new()
    {
        Chain = Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"),
        Sequence = 3,
        At = new DateTimeOffset(2017, 7, 1, 10, 0, 0, TimeSpan.Zero),
        AccountId = Guid.Parse("00000000-0000-0000-0000-000000000001"),
        Roles = "ProjectLead",
        Action = "loting.bevroren",
        Subject = "loting/1",
        Reason = "Volgens protocol",
        Changes = null,
        Count = 1200,
        Receipt = "",
        DataSubject = null,
        PayloadHash = null,
        Previous = new byte[32],
    };

    /// <summary>The layout written out a second time, byte by byte, from its description.</summary>
    [Fact]
    public void The_hash_is_over_the_documented_layout()
    {
        using var text = new MemoryStream();
        void Field(byte[]? bytes)
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, bytes?.Length ?? -1);
            text.Write(length);
            text.Write(bytes ?? []);
        }

        static byte[] Number(long value) => [.. BitConverter.GetBytes(value).Reverse()];
        Field(Encoding.ASCII.GetBytes("proeftuin/logboek/1"));
        Field(new byte[32]);
        Field(Convert.FromHexString("0123456789abcdef0123456789abcdef"));
        Field(Number(3));
        Field(Number(636345000000000000));
        Field(Convert.FromHexString("00000000000000000000000000000001"));
        Field(Encoding.UTF8.GetBytes("ProjectLead"));
        Field(Encoding.UTF8.GetBytes("loting.bevroren"));
        Field(Encoding.UTF8.GetBytes("loting/1"));
        Field(Encoding.UTF8.GetBytes("Volgens protocol"));
        Field(null);
        Field(Number(1200));
        Field([]);
        Field(null);
        Field(null);

        Convert.ToHexString(Example.ComputeHash()).ShouldBe(Convert.ToHexString(SHA256.HashData(text.ToArray())));
    }

    [Fact]
    public void A_text_that_flows_from_one_field_into_the_next_gives_another_hash() =>
        Prop.ForAll<NonNull<string>, NonNull<string>, byte>(
                (a, b, cut) =>
                {
                    var whole = a.Get + b.Get;
                    var at = whole.Length == 0 ? 0 : cut % (whole.Length + 1);
                    var one = Example with { Action = a.Get, Subject = b.Get };
                    var other = Example with { Action = whole[..at], Subject = whole[at..] };
                    var same = string.Equals(one.Action, other.Action, StringComparison.Ordinal);
                    return same == one.ComputeHash().AsSpan().SequenceEqual(other.ComputeHash());
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_and_an_empty_text_give_different_hashes()
    {
        var hash = Convert.ToHexString(Example.ComputeHash());
        Convert.ToHexString((Example with { Receipt = null }).ComputeHash()).ShouldNotBe(hash);
        Convert.ToHexString((Example with { Changes = "" }).ComputeHash()).ShouldNotBe(hash);
        Convert.ToHexString((Example with { Count = null }).ComputeHash()).ShouldNotBe(hash);
    }

    [Fact]
    public void Removing_swapping_or_doubling_any_line_of_a_chain_is_found() =>
        Prop.ForAll<byte, byte>(
                (first, second) =>
                {
                    var chain = Chain(12);
                    var (i, j) = (first % 12, second % 12);
                    List<LedgerEntry> removed = [.. chain];
                    removed.RemoveAt(i);
                    List<LedgerEntry> swapped = [.. chain];
                    (swapped[i], swapped[j]) = (swapped[j], swapped[i]);
                    List<LedgerEntry> doubled = [.. chain];
                    doubled.Insert(i, chain[j]);
                    return Fault(chain, chain) is null
                        && Fault(removed, chain) is not null
                        && (i == j) == Fault(swapped, chain) is null
                        && Fault(doubled, chain) is not null;
                }
            )
            .QuickCheckThrowOnFailure();

    private static List<LedgerEntry> Chain(int length)
    {
        var entries = new List<LedgerEntry>();
        var previous = LedgerEntry.Beginning;
        for (var i = 1; i <= length; i++)
        {
            var entry = Example with { Sequence = i, Previous = previous, Reason = $"Stap {i}" };
            previous = entry.ComputeHash();
            entries.Add(entry with { Hash = previous });
        }

        return entries;
    }

    private static LedgerFault? Fault(IEnumerable<LedgerEntry> shown, List<LedgerEntry> written)
    {
        var check = new LedgerCheck(Example.Chain);
        foreach (var entry in shown)
        {
            if (check.Next(entry, default) is { } fault)
            {
                return fault;
            }
        }

        return check.End(written.Count, written[^1].Hash);
    }
}
