namespace SharingApi.Ide;

/// <summary>Settings of the section <c>Ide</c>.</summary>
internal sealed class IdeOptions
{
    public const string Section = "Ide";

    /// <summary>Whether the IDE is served. Unset: in Development only, where introspection is open.</summary>
    public bool? Enabled { get; set; }
}
