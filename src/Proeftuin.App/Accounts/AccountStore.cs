// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Proeftuin.App.Identity;
using Proeftuin.App.Storage;

namespace Proeftuin.App.Accounts;

/// <summary>ASP.NET Identity on our own account rows. It changes the tracked row only; <see cref="Work"/> saves, together with the ledger entry.</summary>
internal sealed class AccountStore(ProeftuinDb db, KeyRing keys)
    : IUserPasswordStore<AccountRow>,
        IUserSecurityStampStore<AccountRow>,
        IUserLockoutStore<AccountRow>,
        IUserTwoFactorStore<AccountRow>,
        IUserAuthenticatorKeyStore<AccountRow>,
        IUserTwoFactorRecoveryCodeStore<AccountRow>
{
    public Task<IdentityResult> CreateAsync(AccountRow user, CancellationToken cancellationToken)
    {
        db.Add(user);
        return Task.FromResult(IdentityResult.Success);
    }

    public Task<IdentityResult> UpdateAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult(IdentityResult.Success);

    public Task<IdentityResult> DeleteAsync(AccountRow user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Accounts stay: the ledger names them.");

    public Task<AccountRow?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        db.Set<AccountRow>().SingleOrDefaultAsync(a => a.Id == Guid.Parse(userId), cancellationToken);

    public Task<AccountRow?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.Set<AccountRow>().SingleOrDefaultAsync(a => a.NormalizedName == normalizedUserName, cancellationToken);

    public Task<string> GetUserIdAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Name);

    public Task SetUserNameAsync(AccountRow user, string? userName, CancellationToken cancellationToken) =>
        Set(() => user.Name = userName ?? "");

    public Task<string?> GetNormalizedUserNameAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.NormalizedName);

    public Task SetNormalizedUserNameAsync(
        AccountRow user,
        string? normalizedName,
        CancellationToken cancellationToken
    ) => Set(() => user.NormalizedName = normalizedName ?? "");

    public Task SetPasswordHashAsync(AccountRow user, string? passwordHash, CancellationToken cancellationToken) =>
        Set(() => user.PasswordHash = passwordHash ?? "");

    public Task<string?> GetPasswordHashAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.PasswordHash);

    public Task<bool> HasPasswordAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult(user.PasswordHash.Length > 0);

    public Task SetSecurityStampAsync(AccountRow user, string stamp, CancellationToken cancellationToken) =>
        Set(() => user.SecurityStamp = stamp);

    public Task<string?> GetSecurityStampAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.SecurityStamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult(user.LockedUntil);

    public Task SetLockoutEndDateAsync(
        AccountRow user,
        DateTimeOffset? lockoutEnd,
        CancellationToken cancellationToken
    ) => Set(() => user.LockedUntil = lockoutEnd);

    public Task<int> IncrementAccessFailedCountAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult(++user.FailedAttempts);

    public Task ResetAccessFailedCountAsync(AccountRow user, CancellationToken cancellationToken) =>
        Set(() => user.FailedAttempts = 0);

    public Task<int> GetAccessFailedCountAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult(user.FailedAttempts);

    public Task<bool> GetLockoutEnabledAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult(true);

    public Task SetLockoutEnabledAsync(AccountRow user, bool enabled, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task SetTwoFactorEnabledAsync(AccountRow user, bool enabled, CancellationToken cancellationToken) =>
        Set(() => user.HasSecondFactor = enabled);

    public Task<bool> GetTwoFactorEnabledAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult(user.HasSecondFactor);

    public Task SetAuthenticatorKeyAsync(AccountRow user, string key, CancellationToken cancellationToken) =>
        Set(() => user.AuthenticatorKey = keys.Encrypt(System.Text.Encoding.ASCII.GetBytes(key), Place(user)));

    public Task<string?> GetAuthenticatorKeyAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult(
            user.AuthenticatorKey is { } box
                ? System.Text.Encoding.ASCII.GetString(keys.Decrypt(box, Place(user)))
                : null
        );

    /// <summary>Only keyed hashes are kept; the codes themselves are shown once.</summary>
    public Task ReplaceCodesAsync(
        AccountRow user,
        IEnumerable<string> recoveryCodes,
        CancellationToken cancellationToken
    ) => Set(() => user.RecoveryCodes = string.Join(';', recoveryCodes.Select(Hash)));

    public Task<bool> RedeemCodeAsync(AccountRow user, string code, CancellationToken cancellationToken)
    {
        var left = Codes(user);
        var found = left.Remove(Hash(code.Trim().ToUpperInvariant()));
        if (found)
        {
            user.RecoveryCodes = string.Join(';', left);
        }

        return Task.FromResult(found);
    }

    public Task<int> CountCodesAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult(Codes(user).Count);

    public void Dispose() { }

    private static List<string> Codes(AccountRow user) =>
        [.. (user.RecoveryCodes ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)];

    private string Hash(string code) =>
        Convert.ToHexString(keys.Seal(System.Text.Encoding.UTF8.GetBytes("herstelcode/" + code)));

    private static string Place(AccountRow user) => $"Account/AuthenticatorKey/{user.Id:N}";

    private static Task Set(Action set)
    {
        set();
        return Task.CompletedTask;
    }
}
