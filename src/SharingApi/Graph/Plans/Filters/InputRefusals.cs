using Domain.Shared;
using SharingApi.Graph.Errors;

namespace SharingApi.Graph.Plans.Filters;

/// <summary>Why the arguments of a list are refused: before anything is read, and the same whatever the data.</summary>
internal static class InputRefusals
{
    public const int MostValues = 200;
    public const int MostSortKeys = 10;

    /// <summary>The item is not clear to the caller: filtering or sorting by it would disclose it.</summary>
    public static RefusalError NotAuthorized(string input) => new Refusal(
        "AUTH_FILTER_NOT_AUTHORIZED",
        $"`{input}` asks for an item that is not clear to this caller for this purpose.").With(("input", input));

    public static RefusalError NeedsValue(string input) => new Refusal(
        "INPUT_INVALID", $"`{input}` needs a value: only `eq`, `neq`, `in` and `nin` know null.").With(("input", input));

    public static RefusalError TooManyValues(string input, int requested) => new Refusal(
        "LIMIT_LIST_SIZE", $"`{input}` takes at most {MostValues} values.")
        .With(("input", input), ("max", MostValues), ("requested", requested));

    public static RefusalError TooManySortKeys(string input, int requested) => new Refusal(
        "LIMIT_LIST_SIZE", $"`{input}` takes at most {MostSortKeys} sort keys.")
        .With(("input", input), ("max", MostSortKeys), ("requested", requested));
}
