// SPDX-License-Identifier: EUPL-1.2
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Proeftuin.App.Draw;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Proeftuin.Web.Access;

namespace Proeftuin.Web.Pages.Draw.Commit;

[Requires(Permission.ConductDraw)]
public sealed class IndexModel(SeeDraw see, CommitDraw commit) : DrawPage(see)
{
    private const string DrandSource = "drand";
    private const string DiceSource = "dobbelstenen";

    [BindProperty]
    public string? Holder1 { get; set; }

    [BindProperty]
    public string? Commitment1 { get; set; }

    [BindProperty]
    public string? Holder2 { get; set; }

    [BindProperty]
    public string? Commitment2 { get; set; }

    [BindProperty]
    public string? Holder3 { get; set; }

    [BindProperty]
    public string? Commitment3 { get; set; }

    [BindProperty]
    public string Source { get; set; } = DrandSource;

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public TimeOnly? Time { get; set; }

    [BindProperty]
    public string? Template { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public CommitDraw.Command? Checked { get; private set; }

    public IReadOnlyList<SelectListItem> Sources { get; } =
    [
        new("drand quicknet: een openbare bron op internet", DrandSource),
        new("Twintig dobbelstenen, in het openbaar geworpen", DiceSource),
        new("Getallen van een openbare loterij", "loterij"),
    ];

    /// <summary>The answers as hidden fields of the check page.</summary>
    public IReadOnlyList<(string Name, string Value)> Answers =>
        [
            (nameof(Holder1), Holder1 ?? ""),
            (nameof(Commitment1), Commitment1 ?? ""),
            (nameof(Holder2), Holder2 ?? ""),
            (nameof(Commitment2), Commitment2 ?? ""),
            (nameof(Holder3), Holder3 ?? ""),
            (nameof(Commitment3), Commitment3 ?? ""),
            (nameof(Source), Source),
            (nameof(Day), Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
            (nameof(Time), Time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? ""),
            (nameof(Template), Template ?? ""),
        ];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowDraw(ct);

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken ct)
    {
        if (!await Load(ct))
        {
            return NotFound();
        }

        var command = Command(Reason.Of("te controleren").OrThrow());
        if (command is not Outcome<CommitDraw.Command>.Done { Value: var check })
        {
            Refuse(command.Why);
            return Refused();
        }

        Checked = check;
        return Page();
    }

    public async Task<IActionResult> OnPostCommitAsync(CancellationToken ct)
    {
        var command = Reason.Of(Why).Then(Command);
        var committed = await command.Match(
            done => commit.Handle(done, Actor, ct),
            why => Task.FromResult<Outcome<CommittedRecord>>(new Outcome<CommittedRecord>.Refused(why))
        );
        // what was filled in is shown again, so that only the reason has to be mended
        Checked = Command(Reason.Of("te controleren").OrThrow()).Match<CommitDraw.Command?>(done => done, _ => null);
        return await Finish(
            committed,
            record =>
                $"De loting is vastgelegd als nummer {record.Number}. Publiceer de vastlegging nu buiten dit systeem.",
            ct
        );
    }

    private Outcome<CommitDraw.Command> Command(Reason reason)
    {
        var problems = new List<Refusal>();
        var holders = new List<SecretHolder>();
        foreach (
            var (name, commitment) in new[]
            {
                (Holder1, Commitment1),
                (Holder2, Commitment2),
                (Holder3, Commitment3),
            }.Where(h => !string.IsNullOrWhiteSpace(h.Item1) || !string.IsNullOrWhiteSpace(h.Item2))
        )
        {
            var holder = SecretHolder.Of(name?.Trim() ?? "", commitment?.Trim());
            problems.AddRange(holder.Why);
            _ = holder.Map(h =>
            {
                holders.Add(h);
                return true;
            });
        }

        if (Day is not { } day || Time is not { } time || DrawWords.OfDutchTime(day, time) is not { } moment)
        {
            problems.Add(new MomentMissing());
            return new Outcome<CommitDraw.Command>.Refused(problems);
        }

        if (holders.Count == 0 && problems.Count == 0)
        {
            problems.Add(new NoSecretHolder());
        }

        var template = Source switch
        {
            DrandSource => EntropyTemplate.Drand(DrandChain.Known[0], moment),
            DiceSource => EntropyTemplate.Dice(20),
            _ => EntropyTemplate.Parse(Template?.Trim()),
        };
        problems.AddRange(template.Why);
        return problems.Count > 0
            ? new Outcome<CommitDraw.Command>.Refused(problems)
            : new CommitDraw.Command(DrawId, holders, SourceInWords(moment), template.OrThrow(), moment, reason);
    }

    private string SourceInWords(DateTimeOffset moment) =>
        Source switch
        {
            DrandSource => $"drand, keten quicknet, ronde van {UtcMoment.Write(moment)} (openbaar op internet)",
            DiceSource => "Twintig dobbelstenen, in het openbaar geworpen en van links naar rechts gelezen",
            _ => "De getallen van een openbare loterij, oplopend genoteerd",
        };
}

/// <summary>The day or time of the public value is missing or does not exist.</summary>
public sealed record MomentMissing : Refusal
{
    public override string Message =>
        "Vul een dag en een tijd in die bestaan, bijvoorbeeld 3 oktober 2017 om 14:00 uur.";
}
