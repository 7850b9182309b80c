using Domain.Access;
using GraphQL;
using GraphQL.Types;

namespace SharingApi.Graph;

/// <summary>Who may see a field: a catalogue item decides, or everybody, for a stated reason.</summary>
/// <remarks>The start stops at a field that is neither (architecture.md 3).</remarks>
internal static class FieldAccess
{
    private const string GuardKey = "sharing.guard";
    private const string OpenKey = "sharing.open";

    /// <summary>The item decides: administrators grant it, as data.</summary>
    public static T Guarded<T>(this T field, CatalogueItem item)
        where T : IFieldMetadataWriter => field.WithMetadata(GuardKey, item);

    /// <summary>Everybody who reaches the parent may see it; the reason is printed for auditors.</summary>
    public static T Open<T>(this T field, string reason)
        where T : IFieldMetadataWriter => field.WithMetadata(OpenKey, reason);

    public static CatalogueItem? Guard(this IFieldType field) => field.GetMetadata<CatalogueItem?>(GuardKey);

    public static string? OpenReason(this IFieldType field) => field.GetMetadata<string?>(OpenKey);
}
