// SPDX-License-Identifier: EUPL-1.2
using Proeftuin.App.Design;
using Proeftuin.App.Design.Reading;
using Proeftuin.Core.Design;
using Shouldly;
using Xunit;

namespace Proeftuin.App.Tests.Design;

/// <summary>What an experiment has to do on a day, from its protocol alone.</summary>
public sealed class AgendaTests
{
    private static readonly Dictionary<string, DateOnly> Nothing = [];

    private static Protocol Groningen => ProtocolFile.Read(ShippedProtocols.Text("groningen-2017")).OrThrow();

    [Fact]
    public void What_is_past_and_not_marked_is_overdue_and_what_falls_within_thirty_days_is_soon()
    {
        var agenda = Agenda.Of(Groningen, Nothing, new(2018, 6, 2));

        Item(agenda, "rapport-eerste-halfjaarsrapportage").State.ShouldBe(AgendaState.Overdue);
        Item(agenda, "rapport-tweede-halfjaarsrapportage").State.ShouldBe(AgendaState.Soon);
        Item(agenda, "rapport-derde-halfjaarsrapportage").State.ShouldBe(AgendaState.Later);
        Agenda
            .Of(Groningen, Nothing, new(2018, 6, 1))
            .Items.Single(i => i.Key == "rapport-tweede-halfjaarsrapportage")
            .Due.ShouldBe(new PlannedDay(new(2018, 7, 1), false));
        Item(Agenda.Of(Groningen, Nothing, new(2018, 5, 31)), "rapport-tweede-halfjaarsrapportage")
            .State.ShouldBe(AgendaState.Later);
        Item(Agenda.Of(Groningen, Nothing, new(2018, 7, 1)), "rapport-tweede-halfjaarsrapportage")
            .State.ShouldBe(AgendaState.Soon, "on its own day nothing is overdue");
    }

    [Fact]
    public void What_was_marked_as_done_is_done_whatever_the_day()
    {
        var done = new Dictionary<string, DateOnly> { ["rapport-eerste-halfjaarsrapportage"] = new(2018, 1, 15) };
        var agenda = Agenda.Of(Groningen, done, new(2018, 6, 2));

        Item(agenda, "rapport-eerste-halfjaarsrapportage").State.ShouldBe(AgendaState.Done);
        Item(agenda, "rapport-eerste-halfjaarsrapportage").DoneOn.ShouldBe(new DateOnly(2018, 1, 15));
    }

    [Theory]
    [InlineData("2017-06-30", ExperimentPhase.Preparation)]
    [InlineData("2017-07-01", ExperimentPhase.Running)]
    [InlineData("2019-06-30", ExperimentPhase.Running)]
    [InlineData("2019-07-01", ExperimentPhase.Finishing)]
    [InlineData("2019-11-30", ExperimentPhase.Finishing)]
    [InlineData("2019-12-01", ExperimentPhase.Over)]
    public void An_experiment_is_prepared_runs_is_finished_and_is_over_ninety_days_after_its_last_report(
        string on,
        ExperimentPhase phase
    ) =>
        Agenda
            .Of(Groningen, Nothing, DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture))
            .Phase.Match(p => p, _ => throw new InvalidOperationException("the run is known"))
            .ShouldBe(phase);

    [Fact]
    public void Of_an_experiment_that_is_over_nothing_is_overdue()
    {
        var agenda = Agenda.Of(Groningen, Nothing, new(2026, 11, 22));

        agenda.In(AgendaState.Overdue).ShouldBeEmpty();
        agenda.Items.ShouldAllBe(i => i.State == AgendaState.Past);
    }

    [Theory]
    [InlineData("groningen-2017")]
    [InlineData("wageningen-2017")]
    [InlineData("oss-2017")]
    [InlineData("twenterand-2018")]
    [InlineData("vlaardingen-2024")]
    public void Every_item_has_a_key_of_its_own_and_without_a_day_it_comes_last_and_is_never_overdue(string slug)
    {
        var protocol = ProtocolFile.Read(ShippedProtocols.Text(slug)).OrThrow();
        var agenda = Agenda.Of(protocol, Nothing, new(2018, 1, 1));

        agenda.Items.Select(i => i.Key).ShouldBeUnique();
        agenda.Items.ShouldAllBe(i => System.Text.RegularExpressions.Regex.IsMatch(i.Key, "^[a-z0-9-]+$"));
        agenda.Items.Count(i => i.Kind is AgendaKind.Activity).ShouldBe(protocol.Timetable.Count);
        agenda.Items.Count(i => i.Kind is AgendaKind.Report).ShouldBe(protocol.Reports.Count);
        var days = agenda.Items.Select(i => i.Due.Match(d => d.Day, _ => DateOnly.MaxValue)).ToList();
        days.ShouldBe(days.Order());
        agenda.Items.Where(i => !i.Due.IsKnown).ShouldAllBe(i => i.State == AgendaState.Later);
    }

    [Fact]
    public void A_rhythm_of_half_a_year_gives_an_item_every_half_year_of_the_run()
    {
        var wageningen = ProtocolFile.Read(ShippedProtocols.Text("wageningen-2017")).OrThrow();

        Agenda
            .Of(wageningen, Nothing, new(2017, 10, 1))
            .Items.Where(i => i.Key.StartsWith("contact-halfjaargesprek", StringComparison.Ordinal))
            .Select(i => i.Due.Match(d => d.Day, _ => default))
            .ShouldBe([new(2018, 4, 1), new(2018, 10, 1), new(2019, 4, 1), new(2019, 10, 1)]);
    }

    private static AgendaItem Item(Agenda agenda, string key) => agenda.Items.Single(i => i.Key == key);
}
