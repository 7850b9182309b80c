using Domain.Register;
using Domain.Shared;

namespace SharingApi.Register;

/// <summary>One line of an existing register: a holder, or why there is none, and every remark.</summary>
internal readonly record struct HolderLine(int Line, Holder? Holder, IReadOnlyList<Finding> Findings);
