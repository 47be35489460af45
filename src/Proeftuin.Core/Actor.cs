// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core;

/// <summary>Who acts: the account, the municipality it acts for and the roles it holds there.</summary>
public sealed record Actor(Guid AccountId, string Name, Guid MunicipalityId, IReadOnlySet<Accountability.Role> Roles)
{
    public bool Is(Accountability.Role role) => Roles.Contains(role);
}

/// <summary>Why a person does something, in their own words. Refuses an empty reason and one above 2,000 characters.</summary>
public sealed record Reason
{
    private Reason(string text) => Text = text;

    public string Text { get; }

    public static Outcome<Reason> Of(string? text) =>
        string.IsNullOrWhiteSpace(text) ? new ReasonMissing()
        : text.Trim().Length > 2000 ? new ReasonTooLong()
        : new Reason(text.Trim());

    public override string ToString() => Text;
}

/// <summary>No reason was given.</summary>
public sealed record ReasonMissing : Refusal
{
    public override string Message => "Vul een reden in. Zonder reden wordt niets vastgelegd.";
}

/// <summary>The reason is longer than 2,000 characters.</summary>
public sealed record ReasonTooLong : Refusal
{
    public override string Message => "De reden is langer dan 2.000 tekens. Maak hem korter.";
}
