// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Proeftuin.App.Participation;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Participation;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Participation.Consent;

/// <summary>Writes down a yes: date, manner, version of the rules, own start, and the choice where the group has one.</summary>
[Requires(Permission.RecordParticipation)]
public sealed class IndexModel(SeeParticipant see, RecordConsent consent, TimeProvider clock) : PersonPage(see, clock)
{
    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public DateOnly? StartsOn { get; set; }

    [BindProperty]
    public ConsentChannel Channel { get; set; }

    [BindProperty]
    public int? ProtocolVersion { get; set; }

    [BindProperty]
    public string? Chosen { get; set; }

    [BindProperty]
    public HelpGiven Help { get; set; }

    /// <summary>The number of a consent that was written down wrongly and that this one takes the place of.</summary>
    [BindProperty(SupportsGet = true, Name = "verbetert")]
    public int? Replaces { get; set; }

    public SeeParticipant.Line? Wrong =>
        Person.Lines.FirstOrDefault(l => l.Row.Sequence == Replaces && l.Row.Act == ParticipationAct.Consent);

    protected override void Prepare()
    {
        if (Wrong?.Row is { } wrong)
        {
            (On, StartsOn, ProtocolVersion) = (wrong.On, wrong.StartsOn, wrong.ProtocolVersion);
            (Chosen, Channel, Help) = (wrong.Arm, wrong.Channel ?? Channel, wrong.Help ?? Help);
            return;
        }

        On = Today;
        var start = Person.Recorded.Protocol.Run.Match(run => run.From, _ => Today);
        StartsOn = start > Today ? start : Month.Of(Today).Plus(1).FirstDay;
        ProtocolVersion = Person.ProtocolVersions[0];
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Act(
            On,
            Replaces is { } wrong
                ? $"De aanmelding is verbeterd; regel {wrong} telt niet meer."
                : "De aanmelding is vastgelegd.",
            day =>
                StartsOn is { } start
                    ? consent.Handle(
                        new(Experiment, Participant, day, start, Channel, ProtocolVersion, Chosen, Help, Replaces),
                        Actor,
                        ct
                    )
                    : Task.FromResult<Outcome<ParticipationState>>(new DateMissing()),
            ct
        );
}
