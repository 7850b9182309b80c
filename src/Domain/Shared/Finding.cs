namespace Domain.Shared;

/// <summary>One thing that is wrong, or worth a second look, with a value that somebody sent.</summary>
/// <param name="Code">Stable code, such as <c>ID_CHECK</c>; documented in <c>schema/refusals.md</c>.</param>
/// <param name="Severity">Whether the value is refused, reviewed or only remarked on.</param>
/// <param name="Field">Name of the field as the sender wrote it, or null where the value stands alone.</param>
/// <param name="Message">A sentence that says how to mend it. Never contains the value.</param>
public sealed record Finding(string Code, Severity Severity, string? Field, string Message)
{
    /// <summary>The same finding, said of a field of a larger input.</summary>
    public Finding On(string field) => this with { Field = field };
}

/// <summary>What a <see cref="Finding"/> leads to.</summary>
public enum Severity
{
    /// <summary>Remarked on, nothing more.</summary>
    Warning,

    /// <summary>A human looks at it before anything is applied.</summary>
    Review,

    /// <summary>The value is refused.</summary>
    Error,
}
