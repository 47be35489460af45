// SPDX-License-Identifier: EUPL-1.2
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Participation;
using Proeftuin.App.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Participation;
using Proeftuin.Web.Forms;

namespace Proeftuin.Web.Pages.Participation;

/// <summary>A page about taking part in an experiment.</summary>
public abstract class ParticipationPage : ProeftuinPage
{
    [BindProperty(SupportsGet = true)]
    public string Experiment { get; set; } = "";

    public string Address => $"/experimenten/{Experiment}/deelname";

    /// <summary>Done: on to an address with a sentence. Refused: the same page with the reasons.</summary>
    protected Task<IActionResult> Finish<T>(
        Outcome<T> outcome,
        string address,
        Func<T, string> notice,
        Func<Task> reload
    ) =>
        Show(
            outcome,
            value =>
            {
                Notice = notice(value);
                return Redirect(address);
            },
            reload
        );
}

/// <summary>A page about one person who was drawn. Loading it opens the file, and that is recorded.</summary>
public abstract class PersonPage(SeeParticipant see, TimeProvider clock) : ParticipationPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Participant { get; set; }

    public SeeParticipant.View Person { get; private set; } = null!;

    public string PersonAddress => $"{Address}/mensen/{Participant}";

    public string Who => Person.Name ?? "Iemand zonder naam in het register";

    protected DateOnly Today => App.DutchTime.Today(clock);

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await Load(ct))
        {
            return NotFound();
        }

        Prepare();
        return Page();
    }

    /// <summary>Fills in what a form starts with.</summary>
    protected virtual void Prepare() { }

    protected async Task<bool> Load(CancellationToken ct)
    {
        if (
            await see.Handle(Experiment, Participant, Actor, ct)
            is not Outcome<SeeParticipant.View>.Done { Value: var view }
        )
        {
            return false;
        }

        Person = view;
        return true;
    }

    /// <summary>Carries out an act that needs a date; without one the page says so.</summary>
    protected async Task<IActionResult> Act<T>(
        DateOnly? on,
        string notice,
        Func<DateOnly, Task<Outcome<T>>> act,
        CancellationToken ct
    )
    {
        var outcome = on is { } day ? await act(day) : new DateMissing();
        if (outcome.Why is [AlreadySubmitted or SomebodyElseWasFirst or DatabaseBusy])
        {
            // the form's key is used up, so the file cannot be opened in this request
            Notice = outcome.Why[0].Message;
            return Redirect(PersonAddress);
        }

        if (!outcome.IsDone && !await Load(ct))
        {
            return NotFound();
        }

        return await Finish(outcome, PersonAddress, _ => notice, () => Task.CompletedTask);
    }
}

/// <summary>A form without the date it needs.</summary>
public sealed record DateMissing : Refusal
{
    public override string Message => "Vul een datum in, als dag, maand en jaar.";
}

/// <summary>How participation reads on a screen.</summary>
public static class ParticipationScreen
{
    public static string TagOf(ParticipationState state) =>
        state switch
        {
            ParticipationState.Drawn or ParticipationState.Invited => "pt-tag pt-tag--info",
            ParticipationState.Consented or ParticipationState.Admitted or ParticipationState.Waiting =>
                "pt-tag pt-tag--warning",
            ParticipationState.Active or ParticipationState.Completed => "pt-tag pt-tag--ok",
            ParticipationState.Declined
            or ParticipationState.NoReply
            or ParticipationState.Withdrawn
            or ParticipationState.Ended => "pt-tag pt-tag--error",
        };

    /// <summary>What an arm is called; its code when a later version of the protocol no longer has it.</summary>
    public static string NameOf(Core.Design.Protocol protocol, string arm) =>
        protocol.Arms.FirstOrDefault(a => string.Equals(a.Code, arm, StringComparison.Ordinal))?.Name ?? arm;

    /// <summary>A day, or a dash.</summary>
    public static string Day(DateOnly? day) => day is { } known ? Dutch.Date(known) : "-";

    public static IEnumerable<SelectListItem> States =>
        Enum.GetValues<ParticipationState>().Select(s => new SelectListItem(s.Dutch(), s.ToString()));

    public static IEnumerable<SelectListItem> Choices =>
        Enum.GetValues<DataChoice>().Select(c => new SelectListItem(c.Dutch(), c.ToString()));

    public static IEnumerable<SelectListItem> Helps =>
        Enum.GetValues<HelpGiven>().Select(h => new SelectListItem(h.Dutch(), h.ToString()));

    public static IEnumerable<SelectListItem> Channels =>
        Enum.GetValues<ConsentChannel>().Select(c => new SelectListItem(c.Dutch(), c.ToString()));

    public static IEnumerable<SelectListItem> Arms(Core.Design.Protocol protocol, IEnumerable<string> codes) =>
        codes.Select(code => new SelectListItem(NameOf(protocol, code), code));

    /// <summary>Details of a line in a person's story, in one sentence each.</summary>
    public static IEnumerable<string> Details(SeeParticipant.Line line, Core.Design.Protocol protocol)
    {
        var row = line.Row;
        if (row.ClosesOn is { } closes)
        {
            yield return $"Antwoord gevraagd uiterlijk {Dutch.Date(closes)}.";
        }

        if (row.Channel is { } channel)
        {
            yield return $"Manier: {channel.Dutch()}. Spelregels van protocolversie {row.ProtocolVersion}.";
        }

        if (row.Arm is { } arm)
        {
            yield return $"Keuze: {NameOf(protocol, arm)}.";
        }

        if (row.StartsOn is { } start)
        {
            yield return $"Eigen start: {Dutch.Date(start)}.";
        }

        if (row.Help is { } help and not HelpGiven.None)
        {
            yield return $"Hulp: {help.Dutch()}.";
        }

        if (row.Data is { } data)
        {
            yield return $"Gegevens: {data.Dutch()}.";
        }

        if (row.Rank is { } rank)
        {
            yield return $"Rang op de wachtlijst: {Dutch.Count(rank)}.";
        }

        if (line.CaseManager is { } manager)
        {
            yield return $"Klantmanager: {manager}.";
        }

        if (row.Note is { } note)
        {
            yield return $"Toelichting: {note}";
        }

        if (row.Retracts is { } wrong)
        {
            yield return $"Neemt regel {Dutch.Count(wrong)} terug.";
        }

        if (line.RetractedBy is { } later)
        {
            yield return $"Telt niet meer: ingetrokken door regel {Dutch.Count(later)}.";
        }
    }
}
