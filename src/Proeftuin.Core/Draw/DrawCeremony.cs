// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Draw;

/// <summary>The decisions of the ceremony. Time comes in as an argument; every refusal has a name.</summary>
public static class DrawCeremony
{
    /// <summary>At least this long passes between the publication of the record and the public value.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromHours(24);

    /// <summary>Where a stratum has fewer units than this, only the root and everyone's own proof are public.</summary>
    public const int SmallestPublicStratum = 10;

    /// <summary>Fixes everything before the public value exists. Refuses a moment that is too near, used or equal secrets, and a draw that is already under way.</summary>
    public static Outcome<CommittedRecord> Commit(
        DrawState state,
        CommitRequest request,
        TrialHistory history,
        DateTimeOffset now
    )
    {
        var (plan, frame) = (request.Plan, request.Frame);
        var problems = new List<Refusal>(DrawTransitions.Take(state, DrawStep.Commit).Why);
        problems.AddRange(plan.ProblemsWith(frame));
        problems.AddRange(SecretHolder.ProblemsWith(request.Holders, history.CommitmentsUsed));
        var moment = UtcMoment.WholeSecond(request.EntropyMoment);
        if (moment < now + Notice)
        {
            problems.Add(new MomentTooNear(moment));
        }

        if (request.EntropyTemplate.IsDrand && request.EntropyTemplate.DrandRound() is not var (chain, round))
        {
            problems.Add(new TemplateUnfit(request.EntropyTemplate.Text));
        }
        else if (request.EntropyTemplate.DrandRound() is var (known, at) && known.RoundAt(moment) != at)
        {
            problems.Add(new RoundNotAtMoment(at, known.RoundAt(moment)));
        }

        if (!PlainText.Is(request.EntropySource, 300))
        {
            problems.Add(new EntropySourceMissing());
        }

        if (history.OpenDraws.FirstOrDefault(open => open.Draw == plan.Id.Draw && open != plan.Id) is { } parallel)
        {
            problems.Add(new AnotherAttemptIsOpen(parallel));
        }

        return problems.Count > 0
            ? new Outcome<CommittedRecord>.Refused(problems)
            : new CommittedRecord
            {
                Number = history.LastNumber + 1,
                Plan = plan,
                ManifestSha256 = frame.ManifestSha256,
                MembersSha256 = request.Members.MembersSha256,
                IdentityRoot = request.Members.Identities.Root,
                Strata = [.. plan.Strata.Select(s => new StratumSize(s, frame.CountOf(s)))],
                Holders = request.Holders,
                EntropySource = request.EntropySource,
                EntropyMoment = moment,
                EntropyTemplate = request.EntropyTemplate,
                AnalysisPlanSha256 = request.AnalysisPlanSha256,
                PreviousSha256 = history.LastSha256,
            };
    }

    /// <summary>Notes where the record was published. Counts from now, never from a date that is typed in.</summary>
    public static Outcome<Publication> RecordPublication(
        DrawState state,
        CommittedRecord record,
        string where,
        DateTimeOffset now
    ) =>
        DrawTransitions
            .Take(state, DrawStep.RecordPublication)
            .Then<Publication>(_ =>
                !PlainText.Is(where, 300) ? new PublicationPlaceMissing()
                : UtcMoment.WholeSecond(now) + Notice > record.EntropyMoment
                    ? new PublishedTooLate(record.EntropyMoment)
                : new Publication(UtcMoment.WholeSecond(now), where)
            );

    /// <summary>Opens the sealed secret of one holder. Only after the moment, only the one that was promised; nothing replaces a missing secret.</summary>
    public static Outcome<Secret> OpenSecret(
        DrawState state,
        CommittedRecord record,
        string holder,
        string secret,
        DateTimeOffset now
    ) =>
        Due(state, DrawStep.OpenSecret, record, now)
            .Then<Secret>(_ =>
                record.Holders.FirstOrDefault(h => h.Name == holder) is not { } keeper
                    ? new HolderUnknown(holder)
                    : Secret
                        .Parse(secret)
                        .Then<Secret>(opened =>
                            opened.Commitment == keeper.Commitment ? opened : new SecretNotAsPromised(keeper.Name)
                        )
            );

    /// <summary>Takes the public value as one person typed it without seeing what the other typed.</summary>
    public static Outcome<EntropyEntered> EnterEntropy(
        DrawState state,
        CommittedRecord record,
        EntropyEntry entry,
        EntropyEntry? earlier,
        DateTimeOffset now
    ) =>
        Due(state, DrawStep.EnterEntropy, record, now)
            .Then<EntropyEntered>(_ =>
                !record.EntropyTemplate.Fits(entry.Value) ? new EntropyDoesNotFitTemplate(record.EntropyTemplate.Text)
                : earlier is null ? new EntropyEntered.First()
                : earlier.By == entry.By ? new SamePersonTypedTwice()
                : earlier.Value == entry.Value ? new EntropyEntered.Agreed(entry.Value)
                : new EntropyEntered.Differs()
            );

    /// <summary>Computes the draw. Refuses as long as a secret, the public value or the publication is missing, and when the frame is not the frozen one.</summary>
    public static Outcome<DrawnLots> Conduct(
        DrawState state,
        CommittedRecord record,
        DrawInputs inputs,
        DateTimeOffset now
    )
    {
        var due = Due(state, DrawStep.Conduct, record, now);
        if (!due.IsDone)
        {
            return new Outcome<DrawnLots>.Refused(due.Why);
        }

        if (state != DrawState.Annulled && !inputs.Publications.Any(p => p.At + Notice <= record.EntropyMoment))
        {
            return new NotPublishedInTime();
        }

        var secrets = record
            .Holders.Select(h => inputs.Secrets.FirstOrDefault(s => s.Commitment == h.Commitment))
            .OfType<Secret>()
            .ToList();
        if (secrets.Count != record.Holders.Count)
        {
            var missing = record.Holders.Where(h => inputs.Secrets.All(s => s.Commitment != h.Commitment));
            return new SecretsMissing([.. missing.Select(h => h.Name)]);
        }

        return inputs.Entropy is not { } entropy ? new EntropyMissing()
            : !record.EntropyTemplate.Fits(entropy) ? new EntropyDoesNotFitTemplate(record.EntropyTemplate.Text)
            : inputs.Frame.ManifestSha256 != record.ManifestSha256 ? new FrameChanged()
            : Secret
                .Join(secrets)
                .Then(secret =>
                    Lottery.Conduct(
                        record.Plan,
                        inputs.Frame,
                        DrawKey.Of(secret, record.Plan.Id.ToString(), record.ManifestSha256, entropy)
                    )
                );
    }

    /// <summary>Compares what the second person found with another program. A difference is recorded and annuls nothing.</summary>
    public static Outcome<Verification> Verify(
        DrawState state,
        Guid conductedBy,
        Guid verifier,
        string digest,
        Hash256 assignment
    ) =>
        DrawTransitions
            .Take(state, DrawStep.Verify)
            .Then<Verification>(_ =>
                verifier == conductedBy ? new VerifierConductedTheDraw()
                : !Hash256.TryParse(digest, out var found) ? new DigestHasWrongForm()
                : new Verification(found, found == assignment)
            );

    /// <summary>Ends the ceremony. An annulled earlier attempt that can be computed must have been computed first.</summary>
    public static Outcome<DisclosedAs> Publish(DrawState state, CommittedRecord record, DrawId? earlierNotComputed) =>
        DrawTransitions
            .Take(state, DrawStep.Publish)
            .Then<DisclosedAs>(_ =>
                earlierNotComputed is { } earlier ? new EarlierAttemptNotComputed(earlier) : Disclosure(record)
            );

    /// <summary>What may be public: everything, or only the root and everyone's own proof when a stratum is small.</summary>
    public static DisclosedAs Disclosure(CommittedRecord record) =>
        record.Strata.All(s => s.Size is 0 or >= SmallestPublicStratum)
            ? DisclosedAs.Full
            : DisclosedAs.RootAndOwnProof;

    /// <summary>The second person agrees to annul what another person asked.</summary>
    public static Outcome<Transition> ApproveAnnulment(DrawState state, Guid? requestedBy, Guid approver) =>
        DrawTransitions
            .Take(state, DrawStep.ApproveAnnulment)
            .Then<Transition>(transition =>
                requestedBy is not { } first ? new NobodyAskedAnnulment()
                : first == approver ? new SamePersonMayNotApprove()
                : transition
            );

    /// <summary>A new attempt exists only after the former was annulled; it has the next number.</summary>
    public static Outcome<DrawPlan> NextAttempt(DrawState former, DrawPlan plan) =>
        former == DrawState.Annulled ? plan.ForNextAttempt() : new AnotherAttemptIsOpen(plan.Id);

    private static Outcome<Transition> Due(
        DrawState state,
        DrawStep step,
        CommittedRecord record,
        DateTimeOffset now
    ) =>
        DrawTransitions
            .Take(state, step)
            .Then<Transition>(transition =>
                now < record.EntropyMoment ? new BeforeTheMoment(record.EntropyMoment) : transition
            );
}
