using Domain.Shared;
using Persistence.Reading;
using SharingApi.Graph.Errors;

namespace SharingApi.Graph.Plans.Roots;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Size">How many rows.</param>
/// <param name="IsBackward">From the end.</param>
/// <param name="Cursor">Where it begins, or ends if backward.</param>
internal sealed record PageRequest(int Size, bool IsBackward, string? Cursor)
{
    private const int Default = 50;
    private const int Most = 200;

    /// <summary>Reads the arguments; null where they are refused.</summary>
    public static PageRequest? Read(ListReading lists, Selection selection)
    {
        var first = (int?)lists.Argument(selection, "first");
        var last = (int?)lists.Argument(selection, "last");
        var after = (string?)lists.Argument(selection, "after");
        var before = (string?)lists.Argument(selection, "before");
        var size = first ?? last ?? Default;
        if (size is < 1 or > Most)
        {
            lists.Refuse(new Refusal("LIMIT_PAGE_SIZE", $"A page holds 1 to {Most} entries.")
                .With(("min", 1), ("max", Most), ("requested", size)), selection);
            return null;
        }

        var isBackward = last is not null || (before is not null && first is null);
        if ((first is not null && last is not null) || (after is not null && before is not null) || (isBackward ? after : before) is not null)
        {
            lists.Refuse(new RefusalError(new Refusal(
                "INPUT_INVALID", "A page goes forward with `first` and `after`, or backward with `last` and `before`.")), selection);
            return null;
        }

        return new PageRequest(size, isBackward, after ?? before);
    }

    /// <summary>The order in which the page is read: backward from its end.</summary>
    public IReadOnlyList<SortKey> Order(IReadOnlyList<SortKey> order) =>
        IsBackward ? [.. order.Select(key => key with { Descending = !key.Descending })] : order;

    /// <summary>What the page changes in the SQL.</summary>
    public string Shape(object?[]? after) =>
        (IsBackward ? "<" : ">") + (after is null ? "" : string.Concat(after.Select(value => value is null ? '0' : '1')));
}
