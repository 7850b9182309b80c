using System.Net;
using Domain.Access;
using Domain.Cases;
using Domain.Persons;
using Domain.ServiceNeeds;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using SharingApi.Graph;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Schema;
using SharingApi.Graph.Schema.Scalars;
using Testing;

namespace SharingApi.Tests.Graph;

public sealed class SchemaTests(GraphApp app) : IClassFixture<GraphApp>
{
    public static TheoryData<string, Func<ObjectGraphType, object>> Faults => new()
    {
        {
            "Query.x is neither guarded by a catalogue item nor open with a reason.",
            query => query.Field<StringGraphType>("x").Description("A field. 字段。")
        },
        {
            "Query.x is both guarded and open.",
            query => query.Field<StringGraphType>("x").Description("A field. 字段。").Open("why").Guarded(CatalogueItem.PersonName)
        },
        {
            "Query.x is guarded and therefore must be nullable.",
            query => query.Field<NonNullGraphType<StringGraphType>>("x").Description("A field. 字段。")
                .Guarded(CatalogueItem.PersonName)
        },
        {
            "Query.x needs a description, English first, then Chinese.",
            query => query.Field<StringGraphType>("x").Open("why").Description("A field in English alone.")
        },
        {
            "Query.x needs a description, English first, then Chinese.",
            query => query.Field<StringGraphType>("x").Open("why").Description("字段。 Chinese first.")
        },
        {
            "Query.x(y:) needs a description, English first, then Chinese.",
            query => query.Field<StringGraphType>("x").Open("why").Description("A field. 字段。").Argument<IntGraphType>("y")
        },
        {
            "Mute needs a description, English first, then Chinese.",
            query => query.Field<MuteType>("x").Open("why").Description("A field. 字段。")
        },
        {
            "Half.FEMALE needs a description, English first, then Chinese.",
            query => query.Field<HalfType>("x").Open("why").Description("A field. 字段。")
        },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_in_the_schema_stops_the_start_with_a_sentence(string sentence, Func<ObjectGraphType, object> add)
    {
        var schema = SchemaOf(query => add(query));

        var stop = Assert.Throws<InvalidOperationException>(schema.Initialize);

        Assert.Contains(sentence, stop.Message.Split(Environment.NewLine));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var schema = SchemaOf(query =>
        {
            query.Field<StringGraphType>("x");
            query.Field<StringGraphType>("y");
        });

        var stop = Assert.Throws<InvalidOperationException>(schema.Initialize);

        Assert.Equal(4, stop.Message.Split(Environment.NewLine).Length);
    }

    [Fact]
    public void A_list_by_pages_is_named_as_Hot_Chocolate_names_it()
    {
        var schema = SchemaOf(query => query.Field<SamplesConnection>("samples").Description("All. 全部。").Open("why"));

        var sdl = schema.Sdl();

        Assert.Contains("type SamplesConnection {", sdl, StringComparison.Ordinal);
        Assert.Contains("edges: [SamplesEdge!]\n", sdl, StringComparison.Ordinal);
        Assert.Contains("nodes: [SamplePerson!]\n", sdl, StringComparison.Ordinal);
        Assert.Contains("pageInfo: PageInfo!\n", sdl, StringComparison.Ordinal);
        Assert.Contains("totalCount: Int\n", sdl, StringComparison.Ordinal);
        Assert.Contains("cursor: String!\n", sdl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_SDL_is_served_with_an_ETag_and_not_sent_twice()
    {
        var first = await app.GetAsync("/graphql/schema", accept: "*/*");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/graphql/schema");
        again.Headers.IfNoneMatch.Add(first.Response.Headers.ETag!);

        var second = await app.SendAsync(again);

        Assert.Equal((200, "application/graphql; charset=utf-8"), (first.Status, first.ContentType));
        Assert.Equal(app.Schema.Sdl(), first.Text);
        Assert.False(first.Response.Headers.ETag!.IsWeak);
        Assert.Equal(((int)HttpStatusCode.NotModified, ""), (second.Status, second.Text));
    }

    [Fact]
    public async Task The_SDL_is_not_for_strangers()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql/schema");
        request.Headers.Add(GraphApp.StrangerHeader, "yes");

        Assert.Equal(401, (await app.SendAsync(request)).Status);
    }

    [Fact]
    public void The_catalogue_of_refusals_is_a_contract() => Contract.Match("refusals.md", RefusalCatalogue.Print());

    [Fact]
    public void Every_refusal_has_one_code_and_both_languages()
    {
        Assert.Equal(RefusalCatalogue.All.Count, RefusalCatalogue.All.Select(refusal => refusal.Code).Distinct().Count());
        Assert.Equal(RefusalCatalogue.All.Select(refusal => refusal.Code).Order(StringComparer.Ordinal), RefusalCatalogue.All.Select(refusal => refusal.Code));
        Assert.All(RefusalCatalogue.All, refusal => Assert.EndsWith("。", refusal.Chinese, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-05-01T08:30:00.125Z", "2026-05-01T08:30:00.125Z")]
    [InlineData("2026-05-01T08:30:00.1259999Z", "2026-05-01T08:30:00.125Z")]
    [InlineData("2026-05-01T08:30:00+08:00", "2026-05-01T00:30:00Z")]
    public void Instants_are_written_in_UTC_with_at_most_milliseconds(string sent, string written)
    {
        var scalar = new DateTimeType();

        Assert.Equal(written, scalar.Serialize(scalar.ParseValue(sent)));
    }

    [Fact]
    public void Node_ids_are_read_back_by_their_own_kind_alone()
    {
        var id = PersonId.Of(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
        var text = NodeId.Of(id);

        Assert.Matches("^person_[0-9a-f]{32}$", text);
        Assert.True(NodeId.TryRead(text, out PersonId read));
        Assert.Equal(id, read);
        Assert.False(NodeId.TryRead(text, out ServiceNeedId _));
        Assert.False(NodeId.TryRead(text, out CaseId _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("person_")]
    [InlineData("person_0000000000000000000000000000000")]
    [InlineData("person_0000000000000000000000000000000A")]
    [InlineData("person_00000000-0000-0000-0000-000000000000")]
    [InlineData("Person_00000000000000000000000000000000")]
    [InlineData("00000000000000000000000000000000")]
    public void What_is_no_node_id_is_not_read(string text) => Assert.False(NodeId.TryRead(text, out PersonId _));

    private static SharingSchema SchemaOf(Action<ObjectGraphType> add) =>
        new(new ServiceCollection().BuildServiceProvider(), [new Feature(add)]);

    private sealed class Feature(Action<ObjectGraphType> add) : IRootFields
    {
        public void AddTo(RootTypes roots) => add(roots.Query);
    }

    private sealed class MuteType : ObjectGraphType
    {
        public MuteType()
        {
            Name = "Mute";
            Field<StringGraphType>("x").Description("A field. 字段。").Open("why");
        }
    }

    private sealed class HalfType() : CodeType<Sex>("Half", "Half a table. 半张表。", (Sex.Male, "Male. 男。"));

    private sealed class SamplesConnection() : ConnectionType<SamplePersonType>("Samples", "samples", "样本");
}
