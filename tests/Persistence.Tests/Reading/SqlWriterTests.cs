using System.Data.Common;
using CsCheck;
using Domain.Persons;
using Domain.ServiceNeeds;
using Microsoft.EntityFrameworkCore;
using Persistence.Reading;

namespace Persistence.Tests.Reading;

public sealed class SqlWriterTests(People people) : IClassFixture<People>
{
    [Fact]
    public async Task Random_shapes_read_what_linq_reads()
    {
        await Gen.Int[0, 1_000_000].SampleAsync(
            async seed =>
            {
                var shapes = new RandomShapes(seed, people.Needs);
                var (condition, linq) = shapes.Condition(3);
                var (order, sorted) = shapes.Order();
                var limit = shapes.Limit();

                var ours = await ReadAsync(new ReadQuery
                {
                    Source = typeof(Person),
                    Columns = [nameof(Person.Id), "Community.Name"],
                    Where = condition,
                    Order = order,
                    Limit = limit,
                });

                await using var db = people.CreateDbContext();
                var query = sorted(db.Persons.Where(linq)).Select(p => new { p.Id, p.Community!.Name });
                var theirs = await (limit is { } most ? query.Take(most) : query).ToListAsync();
                return theirs.Select(row => (row.Id, row.Name)).SequenceEqual(ours);
            },
            iter: 400,
            threads: 1);
    }

    [Fact]
    public async Task A_statement_serves_every_query_of_its_shape()
    {
        var first = Named("a%_\\");
        var statement = people.Sql.Write(first);

        Assert.Equal(statement.Sql, people.Sql.Write(Named("A")).Sql);
        Assert.NotEmpty(await ReadAsync(first, statement));
        Assert.Equal(await ReadAsync(Named("A")), await ReadAsync(Named("A"), statement));
        Assert.DoesNotContain("a%_", statement.Sql, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_first_children_of_each_parent_are_read_by_one_statement(int first)
    {
        var parents = Enumerable.Range(0, 40).Select(People.Number).ToList();

        var read = new List<(Guid, int)>();
        await RunAsync(
            new ReadQuery
            {
                Source = typeof(ServiceNeed),
                Columns = [nameof(ServiceNeed.PersonId), nameof(ServiceNeed.Year)],
                Order = [new(nameof(ServiceNeed.Year), true), new(nameof(ServiceNeed.Id))],
                Parents = new ParentRows(nameof(ServiceNeed.PersonId), [.. parents.Cast<object>()], first),
            },
            null,
            row => read.Add((new Guid(row.GetFieldValue<byte[]>(0), true), row.GetInt32(1))));

        await using var db = people.CreateDbContext();
        var needs = await db.ServiceNeeds.Where(need => parents.Contains(need.PersonId)).ToListAsync();
        var expected = needs.GroupBy(need => need.PersonId).OrderBy(group => group.Key.Value)
            .SelectMany(group => group.OrderByDescending(need => need.Year).ThenBy(need => need.Id.Value).Take(first))
            .Select(need => (need.PersonId.Value, need.Year));
        Assert.Equal(expected, read);
    }

    [Fact]
    public async Task All_statements_of_a_session_see_the_same_state()
    {
        var query = new ReadQuery { Source = typeof(Person), Columns = [], Counts = true };
        var statement = people.Sql.Write(query);
        var counts = new List<int>();
        await using (var session = await people.Connections.BeginAsync(CancellationToken.None))
        {
            await session.ReadAsync(statement, query.Values(), new Rows(row => counts.Add(row.GetInt32(0))));
            await using (var db = people.CreateDbContext())
            {
                await db.Database.ExecuteSqlRawAsync(
                    "INSERT INTO \"Communities\" (\"Code\", \"Name\", \"TownName\", \"DivisionCode\", \"ManagementUnitCode\") VALUES ('530102009009', 'x', 'x', '530102', '530102')");
            }

            var places = new ReadQuery { Source = typeof(Domain.Places.Community), Columns = [], Counts = true };
            await session.ReadAsync(people.Sql.Write(places), [], new Rows(row => counts.Add(row.GetInt32(0))));
        }

        Assert.Equal([People.Count, 2], counts);
    }

    [Fact]
    public async Task A_statement_under_way_is_stopped_by_its_token()
    {
        using var stop = new CancellationTokenSource();
        var query = new ReadQuery { Source = typeof(Person), Columns = [nameof(Person.Id)] };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await using var session = await people.Connections.BeginAsync(stop.Token);
            await session.ReadAsync(people.Sql.Write(query), [], new Rows(_ => stop.Cancel()));
        });

        Assert.Equal(People.Count, (await ReadAsync(query with { Columns = [nameof(Person.Id), "Community.Name"] })).Count);
    }

    private static ReadQuery Named(string name) => new()
    {
        Source = typeof(Person),
        Columns = [nameof(Person.Id), "Community.Name"],
        Where = new ReadPredicate.Compare(nameof(Person.Name), Comparison.Equal, name),
        Order = [new(nameof(Person.Id))],
    };

    private async Task<List<(PersonId Id, string Name)>> ReadAsync(ReadQuery query, ReadStatement? statement = null)
    {
        var id = people.Sql.Model.PathOf(typeof(Person), nameof(Person.Id)).ReaderOf<PersonId>();
        var rows = new List<(PersonId, string)>();
        await RunAsync(query, statement, row => rows.Add((id(row, 0), row.GetString(1))));
        return rows;
    }

    private async Task RunAsync(ReadQuery query, ReadStatement? statement, Action<DbDataReader> take)
    {
        await using var session = await people.Connections.BeginAsync(CancellationToken.None);
        await session.ReadAsync(statement ?? people.Sql.Write(query), query.Values(), new Rows(take));
    }

    private sealed class Rows(Action<DbDataReader> take) : IRowReceiver
    {
        public bool Receive(DbDataReader row)
        {
            take(row);
            return true;
        }
    }
}
