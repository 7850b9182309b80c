using Domain.Persons;

namespace Domain.Notices;

/// <summary>Order of dates that may be partial, as far as it is certain.</summary>
internal static class DateOrder
{
    /// <summary>True only where every day that the one can mean lies before every day that the other can mean.</summary>
    public static bool IsBefore(this PartialDate date, PartialDate? other) => other is { } later && date.Latest < later.Earliest;
}
