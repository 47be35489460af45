// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;

namespace Proeftuin.App.Accounts;

/// <summary>ASP.NET Identity with our settings, for one transaction: password hashing, lockout, time-based codes, recovery codes.</summary>
public sealed class Credentials(KeyRing keys, TimeProvider clock)
{
    public const int FailuresBeforeLock = 5;
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    // OWASP's advice for PBKDF2 with SHA-512.
    private static readonly PasswordHasher<AccountRow> Hasher = new(
        Options.Create(new PasswordHasherOptions { IterationCount = 210_000 })
    );

    /// <summary>Checked when the name is unknown, so that an unknown name takes as long as a wrong password.</summary>
    private static readonly string NobodysHash = Hasher.HashPassword(new AccountRow(), Guid.NewGuid().ToString());

    internal UserManager<AccountRow> For(ProeftuinDb db)
    {
        var options = new IdentityOptions();
        options.Lockout.MaxFailedAccessAttempts = FailuresBeforeLock;
        options.Lockout.DefaultLockoutTimeSpan = LockTime;
        var manager = new UserManager<AccountRow>(
            new AccountStore(db, keys),
            Options.Create(options),
            Hasher,
            [],
            [],
            new UpperInvariantLookupNormalizer(),
            new IdentityErrorDescriber(),
            null!,
            NullLogger<UserManager<AccountRow>>.Instance
        );
        manager.RegisterTokenProvider(
            TokenOptions.DefaultAuthenticatorProvider,
            new AuthenticatorTokenProvider<AccountRow>()
        );
        return manager;
    }

    internal static void PretendToCheck(string password) =>
        Hasher.VerifyHashedPassword(new AccountRow(), NobodysHash, password);

    internal bool IsLocked(AccountRow account) => account.LockedUntil > clock.GetUtcNow();

    /// <summary>The key for the app: the one that was begun, or a new one. Other sessions go on; they end when the second step is switched on.</summary>
    internal async Task<string> AuthenticatorKey(ProeftuinDb db, AccountRow account, CancellationToken ct)
    {
        var store = new AccountStore(db, keys);
        if (await store.GetAuthenticatorKeyAsync(account, ct) is { } begun)
        {
            return begun;
        }

        var key = For(db).GenerateNewAuthenticatorKey();
        await store.SetAuthenticatorKeyAsync(account, key, ct);
        return key;
    }

    /// <summary>A code of the authenticator app, accepted once; or an unused recovery code.</summary>
    internal async Task<bool> Accepts(ProeftuinDb db, AccountRow account, string code)
    {
        var users = For(db);
        // a recovery code may hold six digits too, among its letters
        var digits = string.Concat(code.Where(c => !char.IsWhiteSpace(c)));
        if (digits.Length != 6 || !digits.All(char.IsAsciiDigit))
        {
            return (await users.RedeemTwoFactorRecoveryCodeAsync(account, code)).Succeeded;
        }

        var used = Convert.ToHexString(keys.Seal(System.Text.Encoding.ASCII.GetBytes($"code/{account.Id:N}/{digits}")));
        if (
            string.Equals(used, account.LastCode, StringComparison.Ordinal)
            || !await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits)
        )
        {
            return false;
        }

        account.LastCode = used;
        return true;
    }
}
