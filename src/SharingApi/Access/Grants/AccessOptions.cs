using System.ComponentModel.DataAnnotations;
using Domain.Access;

namespace SharingApi.Access.Grants;

/// <summary>Bounds on rights: section <c>Access</c>.</summary>
internal sealed class AccessOptions
{
    public const string Section = "Access";

    /// <summary>For how many hours a break-glass grant may hold at most.</summary>
    [Range(1, BreakGlass.MostHours)]
    public int BreakGlassHours { get; set; } = 8;
}
