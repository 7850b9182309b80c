using Architecture.Tests.Violators;

namespace Architecture.Tests;

/// <summary>What is not meant for others cannot be used by them.</summary>
public sealed class ClassTests
{
    // The entry point is public by the SDK's own doing, for test hosts.
    [Fact]
    public void The_host_is_nobodys_library() =>
        Assert.Empty(Rules.PublicTypes(House.Host.GetTypes(), except: "Program"));

    [Fact]
    public void Twin_a_public_type_is_found() =>
        Assert.Equal([typeof(OpenAndPublic).FullName], Rules.PublicTypes([typeof(OpenAndPublic), typeof(Heir)]));

    // Migrations are made by a tool and stay as it wrote them; the entry point is the compiler's class.
    [Fact]
    public void Classes_are_sealed_unless_inherited() =>
        Assert.Empty(Rules.OpenClassesWithoutHeirs(House.Types, "Persistence.Migrations", "Program"));

    [Fact]
    public void Twin_an_open_class_without_heirs_is_found() =>
        Assert.Equal(
            [typeof(OpenAndPublic).FullName],
            Rules.OpenClassesWithoutHeirs([typeof(OpenAndPublic), typeof(Parent), typeof(Heir)]));
}
