using System.Data.Common;
using System.Text;
using System.Text.Json;
using Domain.Access;
using Domain.Persons;
using Domain.Shared;
using Persistence.Reading;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Plans;
using SharingApi.Graph.Plans.Filters;
using SharingApi.Graph.Plans.Roots;

namespace SharingApi.Persons.Checks;

/// <summary>Whether exactly one person in scope is all that the caller says: yes or no, never which part was wrong.</summary>
/// <remarks>All parts are one condition of one statement, so that a miss costs the same whatever it was that missed.</remarks>
internal sealed class CheckRoot : PlanRoot
{
    private static readonly Refusal Incomplete = new(
        "CHECK_INCOMPLETE", "A check needs idNumber or certificateNumber and at least one other item.");

    public override PreparedRead? Prepare(PlanRequest request)
    {
        var operation = request.Operation;
        var sent = (IDictionary<string, object?>)request.Lists.Argument(request.Selection, "input")!;
        var stated = CheckableItem.All.Where(item => sent.TryGetValue(item.Input, out var value) && value is not null).ToList();
        if (stated.Find(item => operation.Disclosure.LevelOf(item.Item) > DisclosureLevel.MatchOnly) is { } closed)
        {
            return request.Refuse(InputRefusals.NotAuthorized($"input.{closed.Input}"));
        }

        if (stated.Find(item => item.IsNumber) is not { } number || stated.Count < 2)
        {
            return request.Refuse(new RefusalError(Incomplete));
        }

        var query = new ReadQuery
        {
            Source = typeof(Person),
            Columns = [nameof(Person.Id)],
            Where = ReadPredicate.Both(
                PersonScope.Of(operation, ""),
                new ReadPredicate.All([.. stated.Select(item => item.Condition(sent[item.Input]!, request.Lists.BlindIndex))])),
            Limit = 2,
        };
        var statement = query.Where!.IsNever ? null : request.GetOrCompile(ShapeOf(query.Where), builder => builder.Sql.Write(query));
        return new PreparedCheck(request, [.. stated.Select(item => item.Item)], CheckLimits.NumberIn(sent[number.Input]!), query, statement);
    }

    private static string ShapeOf(ReadPredicate where)
    {
        var shape = new StringBuilder();
        where.AppendShape(shape);
        return shape.ToString();
    }

    private sealed class PreparedCheck(
        PlanRequest request, IReadOnlyList<CatalogueItem> items, IdNumber number, ReadQuery query, ReadStatement? statement)
        : PreparedRead
    {
        public override ValueTask<RefusalError?> AdmitAsync(CancellationToken cancellationToken) =>
            CheckLimits.CountAsync(request, number, cancellationToken);

        public override async ValueTask<RawJson?> RunAsync(OperationReads reads)
        {
            var found = new Found(request.Services.Sql.Model);
            if (statement is not null)
            {
                await reads.ReadAsync(statement, query.Values(), found);
            }

            var record = request.Operation.Record;
            foreach (var item in items)
            {
                record.Items[item] = DisclosureLevel.MatchOnly;
            }

            if (found.Persons is not [var person])
            {
                return Answer(CheckResult.NoMatch);
            }

            record.Persons.Add(person);
            return Answer(CheckResult.Match);
        }

        private RawJson Answer(CheckResult result)
        {
            using var buffer = new RowBuffer(256);
            using (var json = new Utf8JsonWriter(buffer))
            {
                json.WriteStartObject();
                foreach (var field in request.Selection.Fields)
                {
                    json.WriteString(field.Name, field.IsTypeName ? CheckPersonResultType.TypeName : ApiName.Of(result));
                }

                json.WriteEndObject();
            }

            return new RawJson(buffer.Written.ToArray());
        }
    }

    private sealed class Found(RegisterModel model) : IRowReceiver
    {
        private readonly Func<DbDataReader, int, PersonId> _id = model.PathOf(typeof(Person), nameof(Person.Id)).ReaderOf<PersonId>();

        public List<PersonId> Persons { get; } = [];

        public bool Receive(DbDataReader row)
        {
            Persons.Add(_id(row, 0));
            return true;
        }
    }
}

/// <summary>What a check answers.</summary>
internal enum CheckResult
{
    NoMatch,
    Match,
}
