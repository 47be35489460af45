// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Proeftuin.App.Identity;

namespace Proeftuin.App.Evaluation;

/// <summary>Pseudonyms of one data set: made with a key of its own, so that two data sets cannot be joined and the key file is needed to find anybody back. The same data set made again has the same pseudonyms.</summary>
internal sealed class StudyPseudonyms
{
    private readonly byte[] key;

    private StudyPseudonyms(byte[] key) => this.key = key;

    public static StudyPseudonyms For(KeyRing keys, Guid experiment, DateOnly countDate, DateTimeOffset knownBefore) =>
        new(
            keys.Seal(
                Encoding.UTF8.GetBytes(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"proeftuin.dataset.1/{experiment:N}/{countDate:yyyy-MM-dd}/{knownBefore.UtcTicks}"
                    )
                )
            )
        );

    /// <summary>Sixteen letters and digits; the kind keeps a person and a household apart.</summary>
    public string Of(string kind, string subject) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{kind}/{subject}")).AsSpan(0, 8));
}
