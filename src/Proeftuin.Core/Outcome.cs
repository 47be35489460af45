// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core;

/// <summary>Why something expected cannot be done, as a named value with a sentence for the person who asked. Not an exception: those mean a broken program.</summary>
public abstract record Refusal
{
    /// <summary>What is wrong and what to do, in plain Dutch.</summary>
    public abstract string Message { get; }
}

/// <summary>A decision: done with a value, or refused with one or more reasons.</summary>
public abstract record Outcome<T>
{
    private Outcome() { }

    public sealed record Done(T Value) : Outcome<T>;

    public sealed record Refused(IReadOnlyList<Refusal> Reasons) : Outcome<T>;

    public static implicit operator Outcome<T>(T value) => new Done(value);

    public static implicit operator Outcome<T>(Refusal why) => new Refused([why]);

    public TResult Match<TResult>(Func<T, TResult> done, Func<IReadOnlyList<Refusal>, TResult> refused) =>
        this switch
        {
            Done d => done(d.Value),
            Refused r => refused(r.Reasons),
            _ => throw new InvalidOperationException("An outcome is done or refused."),
        };

    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) =>
        Match(next, why => new Outcome<TNext>.Refused(why));

    public Outcome<TNext> Map<TNext>(Func<T, TNext> map) =>
        Match(value => new Outcome<TNext>.Done(map(value)), why => (Outcome<TNext>)new Outcome<TNext>.Refused(why));

    public bool IsDone => this is Done;

    /// <summary>The reasons for refusal; empty when done.</summary>
    public IReadOnlyList<Refusal> Why => this is Refused r ? r.Reasons : [];

    /// <summary>The value, where the caller knows the decision was made; throws with the reasons when it was refused.</summary>
    public T OrThrow() =>
        Match(value => value, why => throw new InvalidOperationException(string.Join(" ", why.Select(w => w.Message))));
}
