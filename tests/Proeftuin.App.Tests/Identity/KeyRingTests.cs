// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using Proeftuin.App.Identity;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Identity;

public sealed class KeyRingTests
{
    [Fact]
    public void Values_that_many_people_write_at_the_same_moment_can_all_be_read()
    {
        var folder = Directory.CreateTempSubdirectory("proeftuin-sleutels-").FullName;
        using var keys = KeyRing.Open(Path.Combine(folder, "ring"));
        var broken = 0;

        Parallel.For(
            0,
            100_000,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            i =>
            {
                var value = BitConverter.GetBytes(i);
                try
                {
                    if (!keys.Decrypt(keys.Encrypt(value, "plaats"), "plaats").AsSpan().SequenceEqual(value))
                    {
                        Interlocked.Increment(ref broken);
                    }
                }
                catch (CryptographicException)
                {
                    Interlocked.Increment(ref broken);
                }
            }
        );

        broken.ShouldBe(0);
        Directory.Delete(folder, recursive: true);
    }
}
