using Domain.Persons;

namespace Domain.Matching;

/// <summary>Whom a notice is about, and why we think so (domain.md 8.2).</summary>
/// <remarks>Made by the named factories only; what is not <see cref="MatchKind.Exact"/> is never applied by a rule.</remarks>
public sealed class Match
{
    /// <summary>Nobody we know: nothing of the notice is kept.</summary>
    public static readonly Match None = new(null, [], []);

    private Match(MatchKind? kind, IReadOnlyList<PersonId> persons, IReadOnlyList<string> reasons)
    {
        Kind = kind;
        Persons = persons;
        Reasons = reasons;
    }

    /// <summary>Null for nobody.</summary>
    public MatchKind? Kind { get; }

    /// <summary>The one person, or those that a reviewer chooses between, in the order of their keys.</summary>
    public IReadOnlyList<PersonId> Persons { get; }

    /// <summary>Stable codes of why the match is no better: see <see cref="MatchReasons"/>. Empty for an exact one.</summary>
    public IReadOnlyList<string> Reasons { get; }

    /// <summary>The one person whom a rule may change.</summary>
    public PersonId? Certain => Kind == MatchKind.Exact ? Persons[0] : null;

    public static Match Exact(PersonId person) => new(MatchKind.Exact, [person], []);

    public static Match IdOnly(PersonId person, IReadOnlyList<string> differences) =>
        new(MatchKind.IdOnly, [person], differences);

    public static Match Weak(PersonId person) => new(MatchKind.Weak, [person], [MatchReasons.NoIdNumber]);

    public static Match Ambiguous(IEnumerable<PersonId> persons, IEnumerable<string> reasons) => new(
        MatchKind.Ambiguous,
        [.. persons.OrderBy(person => person.Value)],
        [MatchReasons.SeveralCandidates, .. reasons]);
}

/// <summary>Why a match is no better, for the reviewer. The codes name fields, never values.</summary>
public static class MatchReasons
{
    public const string NoIdNumber = "NO_ID_NUMBER";
    public const string IdNumberFormer = "ID_NUMBER_FORMER";
    public const string NameNotSent = "NAME_NOT_SENT";
    public const string NameFormer = "NAME_FORMER";
    public const string NameDiffers = "NAME_DIFFERS";
    public const string BirthDateDiffers = "BIRTH_DATE_DIFFERS";
    public const string SexDiffers = "SEX_DIFFERS";
    public const string SeveralCandidates = "SEVERAL_CANDIDATES";
}
