// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>A recorded change of a protocol: why, and by which decision when lots had been committed already.</summary>
public sealed record Amendment(Reason Reason, string? Decision)
{
    /// <summary>Decides whether a protocol may be replaced by another text. Once lots are committed a change needs a decision by somebody outside the project.</summary>
    public static Outcome<Amendment> Decide(
        Protocol current,
        Protocol next,
        bool sameText,
        bool lotsCommitted,
        Reason reason,
        string? decision
    )
    {
        if (!string.Equals(current.Slug, next.Slug, StringComparison.Ordinal))
        {
            return new OtherProtocol(current.Slug, next.Slug);
        }

        if (sameText)
        {
            return new NothingAmended();
        }

        var given = string.IsNullOrWhiteSpace(decision) ? null : decision.Trim();
        return lotsCommitted && given is null ? new DecisionMissing() : new Amendment(reason, given);
    }

    /// <summary>The reason and the decision as one text for the record.</summary>
    public string AsText => Decision is null ? Reason.Text : $"{Reason.Text} (besluit: {Decision})";
}

/// <summary>The new text belongs to another protocol.</summary>
public sealed record OtherProtocol(string Expected, string Found) : Refusal
{
    public override string Message =>
        $"Dit bestand is protocol '{Found}', maar dit experiment is '{Expected}'. Kies het goede bestand.";
}

/// <summary>The new text is the same as the recorded one.</summary>
public sealed record NothingAmended : Refusal
{
    public override string Message => "Dit protocol is gelijk aan de laatste versie. Er is niets opgeslagen.";
}

/// <summary>Lots were committed, and no decision is given for the change.</summary>
public sealed record DecisionMissing : Refusal
{
    public override string Message =>
        "Er is al een loting vastgelegd. Wijzigen kan alleen met een besluit: vul in welk besluit (nummer en datum) dit toestaat. Er is niets opgeslagen.";
}
