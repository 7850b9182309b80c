using Persistence.Reading;

namespace Persistence.Providers;

/// <summary>How one database writes what the read queries need.</summary>
public interface ISqlDialect
{
    /// <summary>Whether a date column comes as text of the form <c>2026-05-01</c>, which can be passed on as it is.</summary>
    bool ReadsDatesAsText { get; }

    string Quote(string identifier);

    /// <summary>Name of the parameter with this number, as in the text.</summary>
    string Parameter(int number);

    /// <summary>Column is one of a list that goes as a single parameter.</summary>
    /// <param name="column">The column.</param>
    /// <param name="parameter">The parameter, with a value made by <see cref="ListValue"/>.</param>
    /// <param name="element">Type of the stored elements.</param>
    string InList(string column, string parameter, Type element);

    object ListValue(IReadOnlyList<object> stored);

    /// <summary>Sort key with nulls first when ascending, last when descending.</summary>
    string SortKey(string column, bool descending, bool nullable);

    /// <summary>The clause that cuts the ordered rows.</summary>
    string Limit(string parameter);

    /// <summary>Column contains, begins or ends with the text, case by case.</summary>
    /// <param name="column">The column.</param>
    /// <param name="parameter">The parameter, with a value made by <see cref="TextValue"/>.</param>
    /// <param name="match">Which part of the column.</param>
    string MatchesText(string column, string parameter, TextMatch match);

    /// <summary>The text as the pattern asks for it: escaped where the database would read signs in it.</summary>
    object TextValue(string text, TextMatch match);
}
