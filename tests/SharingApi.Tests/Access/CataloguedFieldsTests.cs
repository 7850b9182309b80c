using Domain.Access;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Persistence.Access;
using SharingApi.Access;
using SharingApi.Graph;
using SharingApi.Graph.Schema;

namespace SharingApi.Tests.Access;

/// <summary>New and renamed fields start denied: the catalogue must name them first.</summary>
public sealed class CataloguedFieldsTests(AccessApp house) : IClassFixture<AccessApp>
{
    [Fact]
    public void Every_guarded_field_stands_in_the_catalogue_under_its_item() => Assert.Empty(
        CataloguedFields.Missing(house.App.Services.GetRequiredService<SharingSchema>(), FoundingMatrix.Matrix.Catalogue));

    [Theory]
    [InlineData("Person", "name", true)]
    [InlineData("Person", "fullName", false)]
    [InlineData("Neighbour", "name", false)]
    public void Twin_a_field_that_the_catalogue_does_not_name_is_found(string type, string field, bool isNamed)
    {
        var query = new ObjectGraphType { Name = type };
        query.Field<StringGraphType>(field).Guarded(CatalogueItem.PersonName);
        using var schema = new Schema { Query = query };
        schema.Initialize();

        Assert.Equal(isNamed ? [] : [$"{type}.{field}"], CataloguedFields.Missing(schema, FoundingMatrix.Matrix.Catalogue));
    }
}
