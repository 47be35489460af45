// SPDX-License-Identifier: EUPL-1.2
namespace Proeftuin.Core.Design;

/// <summary>A value of a protocol that its source may not state. Unknown is never zero and never a guess: it is listed, and it blocks only what needs it.</summary>
public abstract record Knowable<T>
{
    private Knowable() { }

    /// <summary>The value. <see cref="DemoNote"/> is filled when it is a demonstration value from an overlay and not from the source.</summary>
    public sealed record Known(T Value) : Knowable<T>
    {
        public string? DemoNote { get; init; }
    }

    /// <summary>The source does not say it: which source was read, and why the value is not there.</summary>
    public sealed record Unknown(string Source, string Why) : Knowable<T>;

    public static implicit operator Knowable<T>(T value) => new Known(value);

    public bool IsKnown => this is Known;

    public TResult Match<TResult>(Func<T, TResult> known, Func<Unknown, TResult> unknown) =>
        this switch
        {
            Known k => known(k.Value),
            Unknown u => unknown(u),
            _ => throw new InvalidOperationException("A value is known or unknown."),
        };

    public Knowable<TNext> Map<TNext>(Func<T, TNext> map) =>
        this switch
        {
            Known k => new Knowable<TNext>.Known(map(k.Value)) { DemoNote = k.DemoNote },
            Unknown u => new Knowable<TNext>.Unknown(u.Source, u.Why),
            _ => throw new InvalidOperationException("A value is known or unknown."),
        };

    /// <summary>The value for whoever needs it, or the refusal <see cref="NotStated"/> that names what is missing.</summary>
    public Outcome<T> OrRefuse(string what) => Match(v => (Outcome<T>)v, u => new NotStated(what, u.Source, u.Why));
}

/// <summary>Something is asked that the protocol's source does not state.</summary>
public sealed record NotStated(string What, string Source, string Why) : Refusal
{
    public override string Message =>
        $"Het protocol zegt niet: {What}. Bron: {Source}; {Why}. Vul dit aan in het protocol, of kies iets waarvoor het niet nodig is.";
}
