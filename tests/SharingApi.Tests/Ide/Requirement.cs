namespace SharingApi.Tests.Ide;

/// <summary>Something that a machine may lack: there the test is skipped and says why. CI has everything, so there it fails.</summary>
internal static class Requirement
{
    public static void Of(bool isThere, string reason)
    {
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            Assert.True(isThere, reason);
        }

        Skip.IfNot(isThere, reason);
    }
}
