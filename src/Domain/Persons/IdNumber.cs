namespace Domain.Persons;

/// <summary>A citizen ID number (公民身份号码, GB 11643-1999): 18 characters, normalised.</summary>
public readonly record struct IdNumber
{
    private readonly string? _value;

    private IdNumber(string value) => _value = value;

    /// <summary>The eighteen characters, the last a digit or <c>X</c>.</summary>
    public string Value => _value ?? throw new InvalidOperationException("An ID number that was never read has no value.");

    /// <summary>Takes back a number that was validated before it was stored.</summary>
    public static IdNumber FromStore(string value) => new(value);

    /// <summary>Says what the value is, never what it contains: safe in logs and debuggers.</summary>
    public override string ToString() => "IdNumber";
}
