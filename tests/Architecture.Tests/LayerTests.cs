using Architecture.Tests.Violators;

namespace Architecture.Tests;

/// <summary>Dependencies point one way: host, persistence, domain; and a database provider is named in one folder only.</summary>
public sealed class LayerTests
{
    [Fact]
    public void The_domain_references_nothing_but_the_framework() =>
        Assert.Empty(Rules.ReferencesBeyondTheFramework(House.Domain));

    [Fact]
    public void Twin_a_library_beside_the_framework_is_found() =>
        Assert.Contains("GraphQL", Rules.ReferencesBeyondTheFramework(typeof(NamesAProvider).Assembly));

    [Fact]
    public void Persistence_knows_neither_GraphQL_nor_HTTP_nor_the_host() =>
        Assert.Empty(Rules.ReferencesToTheWeb(House.Persistence));

    [Fact]
    public void Twin_a_reference_to_GraphQL_and_to_the_host_is_found()
    {
        Assert.Contains("GraphQL", Rules.ReferencesToTheWeb(typeof(NamesAProvider).Assembly));
        Assert.Contains(Rules.ReferencesToTheWeb(House.Host), name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_providers_folder_and_migrations_name_a_database() =>
        Assert.Empty(Rules.TypesThatNameAProvider(House.Types, "Persistence.Providers", "Persistence.Migrations"));

    [Fact]
    public void Twin_a_provider_in_a_method_body_is_found() =>
        Assert.Equal([typeof(NamesAProvider).FullName], Rules.TypesThatNameAProvider([typeof(NamesAProvider), typeof(Heir)]));

    [Fact]
    public void Twin_the_exception_covers_the_folder_it_names_and_no_other()
    {
        Assert.Empty(Rules.TypesThatNameAProvider([typeof(NamesAProvider)], "Architecture.Tests.Violators"));
        Assert.NotEmpty(Rules.TypesThatNameAProvider([typeof(NamesAProvider)], "Architecture.Tests.Violator"));
    }
}
