// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core.Accountability;

namespace Proeftuin.Core.Draw;

/// <summary>How far the ceremony of a draw has come.</summary>
public enum DrawState
{
    /// <summary>Concept: there is a plan.</summary>
    Concept,

    /// <summary>Bevroren: the frame is fixed.</summary>
    Frozen,

    /// <summary>Vastgelegd: the committed record is made and can be published.</summary>
    Committed,

    /// <summary>Getrokken: the draw is computed, once.</summary>
    Drawn,

    /// <summary>Gecontroleerd: a second person recomputed it with another program.</summary>
    Verified,

    /// <summary>Gepubliceerd: the end.</summary>
    Published,

    /// <summary>Nietig: annulled by two persons; stays public.</summary>
    Annulled,
}

/// <summary>One act in the ceremony.</summary>
public enum DrawStep
{
    Freeze,
    Commit,
    RecordPublication,
    OpenSecret,
    EnterEntropy,
    Conduct,
    Verify,
    Publish,
    MarkPlacement,
    RequestAnnulment,
    ApproveAnnulment,
}

/// <summary>From which state an act leads to which state, and what someone must be allowed to do for it.</summary>
public sealed record Transition(DrawState From, DrawStep Step, DrawState To, Permission Permission);

/// <summary>The only table of the ceremony; the code, the picture in docs/toestanden/loting.md and the tests read it. What is not here cannot happen.</summary>
public static class DrawTransitions
{
    public static readonly IReadOnlyList<Transition> All =
    [
        new(DrawState.Concept, DrawStep.Freeze, DrawState.Frozen, Permission.ConductDraw),
        new(DrawState.Frozen, DrawStep.Commit, DrawState.Committed, Permission.ConductDraw),
        new(DrawState.Committed, DrawStep.RecordPublication, DrawState.Committed, Permission.ConductDraw),
        new(DrawState.Committed, DrawStep.OpenSecret, DrawState.Committed, Permission.ConductDraw),
        new(DrawState.Committed, DrawStep.EnterEntropy, DrawState.Committed, Permission.EnterEntropy),
        new(DrawState.Committed, DrawStep.Conduct, DrawState.Drawn, Permission.ConductDraw),
        new(DrawState.Drawn, DrawStep.Verify, DrawState.Verified, Permission.VerifyDraw),
        new(DrawState.Verified, DrawStep.Publish, DrawState.Published, Permission.ConductDraw),
        new(DrawState.Drawn, DrawStep.MarkPlacement, DrawState.Drawn, Permission.MarkPlacement),
        new(DrawState.Verified, DrawStep.MarkPlacement, DrawState.Verified, Permission.MarkPlacement),
        new(DrawState.Published, DrawStep.MarkPlacement, DrawState.Published, Permission.MarkPlacement),
        new(DrawState.Concept, DrawStep.RequestAnnulment, DrawState.Concept, Permission.AnnulDraw),
        new(DrawState.Frozen, DrawStep.RequestAnnulment, DrawState.Frozen, Permission.AnnulDraw),
        new(DrawState.Committed, DrawStep.RequestAnnulment, DrawState.Committed, Permission.AnnulDraw),
        new(DrawState.Drawn, DrawStep.RequestAnnulment, DrawState.Drawn, Permission.AnnulDraw),
        new(DrawState.Verified, DrawStep.RequestAnnulment, DrawState.Verified, Permission.AnnulDraw),
        new(DrawState.Concept, DrawStep.ApproveAnnulment, DrawState.Annulled, Permission.AnnulDraw),
        new(DrawState.Frozen, DrawStep.ApproveAnnulment, DrawState.Annulled, Permission.AnnulDraw),
        new(DrawState.Committed, DrawStep.ApproveAnnulment, DrawState.Annulled, Permission.AnnulDraw),
        new(DrawState.Drawn, DrawStep.ApproveAnnulment, DrawState.Annulled, Permission.AnnulDraw),
        new(DrawState.Verified, DrawStep.ApproveAnnulment, DrawState.Annulled, Permission.AnnulDraw),
        // An annulled attempt is still computed after its moment, and shown beside its successor.
        new(DrawState.Annulled, DrawStep.OpenSecret, DrawState.Annulled, Permission.ConductDraw),
        new(DrawState.Annulled, DrawStep.EnterEntropy, DrawState.Annulled, Permission.EnterEntropy),
        new(DrawState.Annulled, DrawStep.Conduct, DrawState.Annulled, Permission.ConductDraw),
    ];

    /// <summary>The state after the step; refused when the step does not fit the state.</summary>
    public static Outcome<Transition> Take(DrawState from, DrawStep step) =>
        All.SingleOrDefault(t => t.From == from && t.Step == step) is { } transition
            ? transition
            : new StepNotNow(from, step);

    /// <summary>What a state is called on a screen.</summary>
    public static string Dutch(this DrawState state) =>
        state switch
        {
            DrawState.Concept => "concept",
            DrawState.Frozen => "bevroren",
            DrawState.Committed => "vastgelegd",
            DrawState.Drawn => "getrokken",
            DrawState.Verified => "gecontroleerd",
            DrawState.Published => "gepubliceerd",
            DrawState.Annulled => "nietig",
        };

    /// <summary>What an act is called on a screen.</summary>
    public static string Dutch(this DrawStep step) =>
        step switch
        {
            DrawStep.Freeze => "de lijst bevriezen",
            DrawStep.Commit => "vastleggen",
            DrawStep.RecordPublication => "de publicatie van de vastlegging noteren",
            DrawStep.OpenSecret => "een geheim openen",
            DrawStep.EnterEntropy => "de openbare waarde invoeren",
            DrawStep.Conduct => "trekken",
            DrawStep.Verify => "controleren",
            DrawStep.Publish => "publiceren",
            DrawStep.MarkPlacement => "een plaatsing markeren",
            DrawStep.RequestAnnulment => "nietigverklaring vragen",
            DrawStep.ApproveAnnulment => "nietigverklaring goedkeuren",
        };
}

/// <summary>The act does not fit the state of the draw.</summary>
public sealed record StepNotNow(DrawState State, DrawStep Step) : Refusal
{
    public override string Message => $"Deze loting is {State.Dutch()}. In die toestand kunt u niet {Step.Dutch()}.";
}
