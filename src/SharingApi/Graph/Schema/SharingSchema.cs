using Domain.Persons;
using GraphQL;
using GraphQL.Introspection;
using GraphQL.MicrosoftDI;
using GraphQL.Types;
using GraphQL.Utilities;
using SharingApi.Graph.Schema.Scalars;

namespace SharingApi.Graph.Schema;

/// <summary>The schema: what all features bring, held to <see cref="SchemaRules"/>.</summary>
internal sealed class SharingSchema : GraphQL.Types.Schema
{
    private static readonly PrintOptions Printing = new() { StringComparison = StringComparison.Ordinal };

    public SharingSchema(IServiceProvider services, IEnumerable<IRootFields> features)
        : base(new SelfActivatingServiceProvider(services), runConfigurations: false)
    {
        var roots = new RootTypes(
            Root("Query", "What can be read. 可查询的内容。"),
            Root("Mutation", "What can be sent and decided. 可提交与处理的内容。"),
            Root("Subscription", "What can be followed. 可订阅的内容。"));
        foreach (var feature in features)
        {
            feature.AddTo(roots);
        }

        Query = roots.Query;
        Mutation = OrNothing(roots.Mutation);
        Subscription = OrNothing(roots.Subscription);
        Comparer = new AlphabeticalSchemaComparer();
        RegisterTypeMapping(typeof(DateOnly), typeof(LocalDateType));
        RegisterTypeMapping(typeof(DateTimeOffset), typeof(DateTimeType));
        RegisterTypeMapping(typeof(PartialDate), typeof(PartialDateType));
        RegisterVisitor(new SchemaRules());
    }

    /// <summary>The schema as text, in an order that depends on names alone.</summary>
    public string Sdl() => this.Print(Printing);

    private static ObjectGraphType Root(string name, string description) => new() { Name = name, Description = description };

    private static ObjectGraphType? OrNothing(ObjectGraphType root) => root.Fields.Count > 0 ? root : null;
}
