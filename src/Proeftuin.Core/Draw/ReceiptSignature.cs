// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;

namespace Proeftuin.Core.Draw;

/// <summary>The signature of the system under a receipt: ECDSA on curve P-256 with SHA-256. Public key (x and y) and value (r and s) are 128 hexadecimal digits each, so that a small script can check them.</summary>
public sealed record ReceiptSignature(string PublicKey, string Value)
{
    public const string Algorithm = "ECDSA-P256-SHA256";

    /// <summary>The receipt with a signature: <paramref name="publicKey"/> is the SubjectPublicKeyInfo of a P-256 key, which ends in x and y; <paramref name="sign"/> gives r and s.</summary>
    public static Receipt Sign(Receipt receipt, ReadOnlySpan<byte> publicKey, Func<byte[], byte[]> sign) =>
        receipt with
        {
            Signature = new ReceiptSignature(
                Convert.ToHexStringLower(publicKey[^64..]),
                Convert.ToHexStringLower(sign(receipt.WriteUnsigned()))
            ),
        };

    /// <summary>Whether this signature belongs to these bytes.</summary>
    public bool Covers(ReadOnlySpan<byte> unsigned)
    {
        if (Bytes(PublicKey) is not { } point || Bytes(Value) is not { } value)
        {
            return false;
        }

        try
        {
            using var key = ECDsa.Create(
                new ECParameters
                {
                    Curve = ECCurve.NamedCurves.nistP256,
                    Q = new ECPoint { X = point[..32], Y = point[32..] },
                }
            );
            return key.VerifyData(
                unsigned,
                value,
                HashAlgorithmName.SHA256,
                DSASignatureFormat.IeeeP1363FixedFieldConcatenation
            );
        }
        catch (CryptographicException)
        {
            // not a point on the curve
            return false;
        }
    }

    private static byte[]? Bytes(string hex) =>
        hex.Length == 128 && Hash256.TryParse(hex[..64], out var left) && Hash256.TryParse(hex[64..], out var right)
            ? [.. left.ToBytes(), .. right.ToBytes()]
            : null;
}
