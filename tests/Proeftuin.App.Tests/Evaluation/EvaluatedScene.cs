// SPDX-License-Identifier: EUPL-1.2
using System.Security.Cryptography;
using System.Text;
using Proeftuin.App.Draw;
using Proeftuin.App.Storage;
using Proeftuin.App.Tests.Screening;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core;
using Proeftuin.Core.Accountability;
using Proeftuin.Core.Draw;
using Shouldly;

namespace Proeftuin.App.Tests.Evaluation;

/// <summary>Wageningen's experiment with the invented people of <see cref="SyntheticStudy"/> as its frozen data set, and a draw that committed the shipped analysis plan.</summary>
internal sealed class EvaluatedScene : IAsyncDisposable
{
    public const string Experiment = "wageningen-2017";

    private EvaluatedScene(Store store, Guid set) => (Store, DataSet) = (store, set);

    public Store Store { get; }

    public Guid DataSet { get; }

    public string Address => $"/experimenten/{Experiment}/evaluatie/{DataSet}";

    public static async Task<EvaluatedScene> New(Databases databases, DatabaseKind kind, bool drawn = true)
    {
        var store = await databases.New(kind);
        await store.StartGroningen(Experiment, withDemo: true);
        var experiment = (await store.Rows<ExperimentRow>()).Single().Id;
        var version = (await store.Rows<ProtocolVersionRow>()).Single();
        var set = Guid.CreateVersion7();
        (
            await store.Do<bool>(
                store.Actor(Role.ProjectLead),
                Permission.FreezeStudyData,
                (db, entry) =>
                {
                    if (drawn)
                    {
                        db.Add(
                            new DrawRow
                            {
                                Id = Guid.CreateVersion7(),
                                MunicipalityId = store.Municipality,
                                ExperimentId = experiment,
                                DrawId = "WAGENINGEN-2017-C1",
                                Draw = "WAGENINGEN-2017-C1",
                                Trial = "WAGENINGEN",
                                Number = 1,
                                State = DrawState.Published,
                                PlannedAt = DateTimeOffset.UnixEpoch,
                                CommittedAt = DateTimeOffset.UnixEpoch,
                                PublishedAt = DateTimeOffset.UnixEpoch,
                                Committed = Encoding.UTF8.GetString(Committed(version.AnalysisPlanSha256!)),
                            }
                        );
                    }

                    db.Add(Frozen(set, store.Municipality, experiment, SyntheticStudy.Data.CountDate));
                    entry.Record("dataset.bevroren", "experiment/test", Store.Because());
                    return Task.FromResult<Outcome<bool>>(true);
                }
            )
        ).OrThrow();
        return new(store, set);
    }

    /// <summary>A frozen data set that is not made of what this store holds.</summary>
    public static async Task<Guid> FreezeAnother(Store store, DateOnly countDate)
    {
        var experiment = (await store.Rows<ExperimentRow>()).Single().Id;
        var set = Guid.CreateVersion7();
        (
            await store.Do<bool>(
                store.Actor(Role.ProjectLead),
                Permission.FreezeStudyData,
                (db, entry) =>
                {
                    db.Add(Frozen(set, store.Municipality, experiment, countDate));
                    entry.Record("dataset.bevroren", "experiment/test", Store.Because());
                    return Task.FromResult<Outcome<bool>>(true);
                }
            )
        ).OrThrow();
        return set;
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private static StudyDataRow Frozen(Guid id, Guid municipality, Guid experiment, DateOnly countDate)
    {
        var document = Encoding.UTF8.GetBytes(SyntheticStudy.Text);
        return new()
        {
            Id = id,
            MunicipalityId = municipality,
            ExperimentId = experiment,
            CountDate = countDate,
            KnownOn = countDate.AddDays(14),
            KnownBefore = new DateTimeOffset(countDate.AddDays(15), TimeOnly.MinValue, TimeSpan.Zero),
            Title = "Voor de evaluatie",
            Document = document,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(document)),
            People = SyntheticStudy.Data.People.Count,
            // after anything a clock of a test says
            FrozenAt = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero),
        };
    }

    private static byte[] Committed(string planSha256)
    {
        Hash256.TryParse(planSha256, out var plan).ShouldBeTrue();
        var cohort = PlanFromProtocol.Cohort(SyntheticStudy.Wageningen, 2017, 1).OrThrow();
        return new CommittedRecord
        {
            Number = 1,
            Plan = cohort,
            ManifestSha256 = Hash256.Zero,
            MembersSha256 = Hash256.Zero,
            IdentityRoot = Hash256.Zero,
            Strata = [.. cohort.Strata.Select(s => new StratumSize(s, 460))],
            Holders = [],
            EntropySource = "drand",
            EntropyMoment = DateTimeOffset.UnixEpoch.AddYears(50),
            EntropyTemplate = EntropyTemplate.Dice(40).OrThrow(),
            AnalysisPlanSha256 = plan,
            PreviousSha256 = Hash256.Zero,
        }.Write();
    }
}
