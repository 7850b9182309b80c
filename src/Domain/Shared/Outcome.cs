using System.Diagnostics.CodeAnalysis;

namespace Domain.Shared;

/// <summary>An expected "no": a stable code and a sentence that says how to mend the request.</summary>
/// <remarks>The reason never contains a stored or a sensitive value: it may be logged and shown to anybody.</remarks>
public sealed record Refusal(string Code, string Reason);

/// <summary>A value, or the one reason why there is none. Bugs and broken infrastructure throw instead.</summary>
public readonly struct Outcome<T>
    where T : notnull
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal) => (_value, Refusal) = (value, refusal);

    /// <summary>Why there is no value, or null.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Takes the outcome apart: true and the value, or false and the refusal.</summary>
    public bool Succeeded([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Refusal? refusal)
    {
        value = _value;
        refusal = Refusal;
        return Refusal is null;
    }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
