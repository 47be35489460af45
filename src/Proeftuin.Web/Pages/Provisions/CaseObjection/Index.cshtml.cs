// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Provisions;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Settlement;
using Proeftuin.Web.Access;
using Proeftuin.Web.Pages.Settlement;

namespace Proeftuin.Web.Pages.Provisions.CaseObjection;

/// <summary>Objections against a decision in a provision.</summary>
[Requires(Permission.DecideProvision)]
public sealed class IndexModel(SeeCaseObjections see, RecordCaseObjection objecting, DecideCaseObjection deciding)
    : ObjectionPage
{
    [FromRoute(Name = "experiment")]
    public string Experiment { get; set; } = "";

    [FromRoute(Name = "soort")]
    public string Soort { get; set; } = "";

    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>Null when a form was sent twice: then the file is not opened once more.</summary>
    public SeeCaseObjections.View? View { get; private set; }

    public ProvisionKind Kind => ProvisionScreen.KindOf(Soort) ?? ProvisionKind.Premium;

    public string Dossier => $"/experimenten/{Experiment}/voorzieningen/{Soort}/{Id}";

    public override ObjectionTerm? Term => View?.Term;

    public override IReadOnlyList<AnyObjectionRow> Objections => View?.Objections ?? [];

    public override string? AnotherDecides =>
        View is { IsOwnDecision: true }
            ? "U nam het besluit zelf. Een ander legt de uitkomst van het bezwaar vast (artikel 10:3 lid 3 Algemene wet bestuursrecht)."
            : null;

    public override string WhenItChanges =>
        "Verandert het besluit? Leg dan een nieuwe aanvraag vast en beslis daarover; het eerste besluit blijft te zien.";

    protected override string Here => $"{Dossier}/bezwaar";

    protected override Task<Outcome<Guid>> Receive(DateOnly receivedOn, string grounds, CancellationToken ct) =>
        objecting.Handle(new(Experiment, Kind, Id, receivedOn, grounds), Actor, ct);

    protected override Task<Outcome<Guid>> Decide(
        Guid objection,
        ObjectionOutcome outcome,
        string explanation,
        CancellationToken ct
    ) => deciding.Handle(new(Experiment, Kind, Id, objection, outcome, explanation), Actor, ct);

    protected override async Task<bool> Load(CancellationToken ct)
    {
        if (ProvisionScreen.KindOf(Soort) is not { } kind)
        {
            return false;
        }

        var found = await see.Handle(Experiment, kind, Id, Actor, ct);
        View = found.Match(view => (SeeCaseObjections.View?)view, _ => null);
        return found.IsDone;
    }
}
