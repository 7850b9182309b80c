using Domain.Persons;

namespace Domain.Register;

/// <summary>The components of a multiple disability: <c>4:2,5:3</c>, category and level of each (domain 5).</summary>
internal static class HolderComponents
{
    private const int FewestOfMultiple = 2;

    /// <returns>Ordered by category; null for a single disability, and for a multiple one whose components the line does not state.</returns>
    public static string? Read(HolderFieldReader fields, DisabilityCategory? category, int? level)
    {
        if (fields[HolderField.Components] is not { } text)
        {
            return null;
        }

        string[] parts = [.. text.Split([',', '，', ';', '；', ' '], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
        var isSound = category == DisabilityCategory.Multiple && parts.Length >= FewestOfMultiple &&
            parts.All(part => part is [>= '1' and <= '6', ':', >= '1' and <= '4']) &&
            parts.DistinctBy(part => part[0]).Count() == parts.Length &&
            parts.Min(part => part[2] - '0') == level;
        if (isSound)
        {
            return string.Join(',', parts);
        }

        fields.Say(HolderField.Components, RegisterFindings.Components);
        return null;
    }
}
