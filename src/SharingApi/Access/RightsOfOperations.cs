using SharingApi.Graph;

namespace SharingApi.Access;

/// <summary>The hold that an operation has on its rights.</summary>
internal static class RightsOfOperations
{
    private const string Key = "access.lease";

    public static void Keep(this OperationContext operation, RightsLease? lease) => operation[Key] = lease;

    public static RightsLease? Lease(this OperationContext operation) => operation.GetValueOrDefault(Key) as RightsLease;
}
