// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.Core;
using Proeftuin.Core.Design;

namespace Proeftuin.Web.Pages.Experiments;

/// <summary>How the agenda of an experiment is said on a page.</summary>
public static class AgendaWords
{
    public static string Kind(AgendaKind kind) =>
        kind switch
        {
            AgendaKind.Step => "stap in Proeftuin",
            AgendaKind.Activity => "activiteit",
            AgendaKind.Contact => "contactmoment",
            AgendaKind.Measurement => "meting",
            AgendaKind.Report => "rapportage",
        };

    public static string State(AgendaItem item) =>
        item.State switch
        {
            AgendaState.Done => $"gedaan op {Dutch.Date(item.DoneOn!.Value)}",
            AgendaState.Overdue => "over tijd",
            AgendaState.Soon => "binnen 30 dagen",
            AgendaState.Later => "later",
            AgendaState.Past => "afgelopen",
        };

    /// <summary>The look of the tag beside it.</summary>
    public static string Tag(AgendaState state) =>
        state switch
        {
            AgendaState.Done => "ok",
            AgendaState.Overdue => "error",
            AgendaState.Soon => "warning",
            AgendaState.Later or AgendaState.Past => "info",
        };

    public static string Phase(ExperimentPhase phase) =>
        phase switch
        {
            ExperimentPhase.Preparation => "voorbereiding",
            ExperimentPhase.Running => "loopt",
            ExperimentPhase.Finishing => "afronding: de looptijd is voorbij, metingen en rapportages nog niet",
            ExperimentPhase.Over => "afgelopen",
        };
}
