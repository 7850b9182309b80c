namespace SharingApi.Tests.Hostile;

/// <summary>Tests that measure times, memory or sockets: no other test runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
