// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Settlement;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Settlement;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Settlement.Statement;

/// <summary>One statement with every line, and objections against it.</summary>
[Requires(Permission.SeeStatements)]
public sealed class IndexModel(SeeStatement see, RecordObjection objecting, DecideObjection deciding) : ObjectionPage
{
    [FromRoute(Name = "statement")]
    public Guid StatementId { get; set; }

    /// <summary>Null when a form was sent twice: then the file is not read once more.</summary>
    public SeeStatement.View? View { get; private set; }

    public override ObjectionTerm? Term => View?.Term;

    public override IReadOnlyList<AnyObjectionRow> Objections =>
        View is null ? [] : [.. View.Objections.OrderBy(o => o.RecordedAt).ThenBy(o => o.Id)];

    public override string WhenItChanges =>
        "Verandert het bedrag? Leg dan het juiste gegeven vast, of vraag een wijziging met de hand.";

    protected override string Here => $"/verrekenen/uitkomst/{StatementId}";

    public static string EffectOf(long difference) =>
        difference switch
        {
            > 0 => $"Het huishouden krijgt {new Eur(difference)} nabetaald met de volgende betaling.",
            < 0 => $"Er is {new Eur(-difference)} te veel betaald; dat wordt verrekend, of een medewerker beslist.",
            _ => "Het bedrag blijft gelijk.",
        };

    protected override Task<Outcome<Guid>> Receive(DateOnly receivedOn, string grounds, CancellationToken ct) =>
        objecting.Handle(new(StatementId, receivedOn, grounds), Actor, ct);

    protected override Task<Outcome<Guid>> Decide(
        Guid objection,
        ObjectionOutcome outcome,
        string explanation,
        CancellationToken ct
    ) => deciding.Handle(new(objection, outcome, explanation), Actor, ct);

    protected override async Task<bool> Load(CancellationToken ct)
    {
        var found = await see.Handle(StatementId, Actor, ct);
        View = found.Match(view => (SeeStatement.View?)view, _ => null);
        return found.IsDone;
    }
}
