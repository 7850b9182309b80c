using Domain.Shared;

namespace Domain.Persons;

/// <summary>Against what an ID number is read.</summary>
/// <param name="Today">The day in Asia/Shanghai: nobody is born after it.</param>
/// <param name="AllowSyntheticArea">Whether area 530199, which marks invented people, is taken (<c>Register:AllowSyntheticArea</c>).</param>
public readonly record struct IdNumberRules(DateOnly Today, bool AllowSyntheticArea);

/// <summary>What came of reading an ID number: the number, or why there is none, and whatever is worth a remark.</summary>
public sealed record IdNumberReading
{
    private IdNumberReading(IdNumber? number, bool isDerived, IReadOnlyList<Finding> findings)
    {
        Number = number;
        IsDerived = isDerived;
        Findings = findings;
    }

    /// <summary>The number, unless an error was found.</summary>
    public IdNumber? Number { get; }

    /// <summary>True where we computed the number from one of 15 digits: nobody gave it to us.</summary>
    public bool IsDerived { get; }

    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>True where no finding is an error.</summary>
    public bool IsAccepted => Number is not null;

    internal static IdNumberReading Of(IdNumber number, bool isDerived, IReadOnlyList<Finding> findings) =>
        new(findings.Any(finding => finding.Severity == Severity.Error) ? null : number, isDerived, findings);

    internal static IdNumberReading Refused(Finding finding) => new(null, isDerived: false, [finding]);
}
