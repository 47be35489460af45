// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Proeftuin.App.Storage;

namespace Proeftuin.App.Identity;

/// <summary>
/// The keys of this installation, in a file that only the program's own user can read, never in the database. Lost keys
/// mean lost identities, so back the file up apart from the database.
/// </summary>
public sealed class KeyRing : IDisposable
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    // One per thread: a cipher that two threads use at once gives boxes that nobody can open.
    private readonly ThreadLocal<AesGcm> identity;
    private readonly byte[] lookup;
    private readonly byte[] seal;
    private readonly ECDsa signing;
    private readonly Lock once = new();

    private KeyRing(KeyFile file)
    {
        identity = new(() => new AesGcm(file.Identity, TagLength), trackAllValues: true);
        lookup = file.Lookup;
        seal = file.Seal;
        signing = ECDsa.Create();
        signing.ImportPkcs8PrivateKey(file.Signing, out _);
    }

    /// <summary>Opens the key file, or makes it (readable for this user only) at first start.</summary>
    public static KeyRing Open(string path)
    {
        if (!File.Exists(path))
        {
            Create(path);
        }

        if (
            !OperatingSystem.IsWindows()
            && (File.GetUnixFileMode(path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != UnixFileMode.None
        )
        {
            throw new StartRefused(
                $"Het sleutelbestand {path} is leesbaar voor anderen. Herstel dat met: chmod 600 {path}"
            );
        }

        try
        {
            return new KeyRing(JsonSerializer.Deserialize<KeyFile>(File.ReadAllBytes(path))!);
        }
        catch (Exception broken) when (broken is JsonException or CryptographicException or ArgumentException)
        {
            throw new StartRefused(
                $"Het sleutelbestand {path} is beschadigd. Zet de reservekopie terug; zonder de sleutels zijn de gegevens onleesbaar."
            );
        }
    }

    /// <summary>Encrypts with AES-256-GCM; <paramref name="place"/> (tenant, table, column, row) is bound in, so a value cannot be moved.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> plain, string place)
    {
        var box = new byte[NonceLength + TagLength + plain.Length];
        var nonce = box.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        identity.Value!.Encrypt(
            nonce,
            plain,
            box.AsSpan(NonceLength + TagLength),
            box.AsSpan(NonceLength, TagLength),
            Encoding.UTF8.GetBytes(place)
        );
        return box;
    }

    /// <summary>Throws when the value was changed or comes from another place.</summary>
    public byte[] Decrypt(ReadOnlySpan<byte> box, string place)
    {
        var plain = new byte[box.Length - NonceLength - TagLength];
        identity.Value!.Decrypt(
            box[..NonceLength],
            box[(NonceLength + TagLength)..],
            box.Slice(NonceLength, TagLength),
            plain,
            Encoding.UTF8.GetBytes(place)
        );
        return plain;
    }

    /// <summary>The look-up value of a BSN within one municipality: the same person in two municipalities cannot be joined.</summary>
    public byte[] Lookup(Guid municipality, Bsn bsn)
    {
        Span<byte> text = stackalloc byte[25];
        municipality.TryWriteBytes(text, bigEndian: true, out _);
        Encoding.ASCII.GetBytes(bsn.Digits, text[16..]);
        return HMACSHA256.HashData(lookup, text);
    }

    public byte[] Seal(ReadOnlySpan<byte> text) => HMACSHA256.HashData(seal, text);

    /// <summary>ECDSA P-256 over SHA-256, for receipts and checkpoints that others verify with <see cref="PublicKey"/>.</summary>
    public byte[] Sign(ReadOnlySpan<byte> text)
    {
        lock (once)
        {
            return signing.SignData(
                text,
                HashAlgorithmName.SHA256,
                DSASignatureFormat.IeeeP1363FixedFieldConcatenation
            );
        }
    }

    public bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        lock (once)
        {
            return signing.VerifyData(
                text,
                signature,
                HashAlgorithmName.SHA256,
                DSASignatureFormat.IeeeP1363FixedFieldConcatenation
            );
        }
    }

    /// <summary>The public half of the signing key (SubjectPublicKeyInfo).</summary>
    public byte[] PublicKey => signing.ExportSubjectPublicKeyInfo();

    public void Dispose()
    {
        foreach (var cipher in identity.Values)
        {
            cipher.Dispose();
        }

        identity.Dispose();
        signing.Dispose();
    }

    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var file = new KeyFile(
            RandomNumberGenerator.GetBytes(32),
            RandomNumberGenerator.GetBytes(32),
            RandomNumberGenerator.GetBytes(32),
            pair.ExportPkcs8PrivateKey()
        );

        // Written whole beside its place and then moved without overwriting: two nodes that start together end with one file.
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(stream, file);
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    private sealed record KeyFile(byte[] Identity, byte[] Lookup, byte[] Seal, byte[] Signing);
}
