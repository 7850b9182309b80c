using Domain.Shared;

namespace SharingApi.Access.Grants;

/// <summary>What a mutation of rights made; or all faults for which it made nothing.</summary>
internal sealed record AccessResult<T>(T? Value, IReadOnlyList<Finding> Faults)
    where T : class
{
    public static AccessResult<T> Made(T value) => new(value, []);

    public static AccessResult<T> Refused(IReadOnlyList<Finding> faults) => new(null, faults);

    public static AccessResult<T> Refused(Refusal refusal, string? field = null) =>
        new(null, [new Finding(refusal.Code, Severity.Error, field, refusal.Reason)]);
}
