using Domain.Access;
using Domain.Persons;
using Domain.Shared;
using Persistence.Encryption;
using Persistence.Reading;
using SharingApi.Graph.Errors;
using SharingApi.Graph.Plans.Filters;

namespace SharingApi.Graph.Plans.Roots;

/// <summary>The one row that a number names. A number that several share names none.</summary>
/// <remarks>A caller to whom the number is not clear finds out whether somebody has it: that counts as a check (api.md 2).</remarks>
/// <param name="argument">Name of the argument with the number.</param>
/// <param name="item">The item that the number is: clear, masked or match-only, or the whole request is refused.</param>
/// <param name="where">The condition that the number makes.</param>
internal sealed class LookupRoot(string argument, CatalogueItem item, Func<object, BlindIndex, ReadPredicate> where) : PlanRoot
{
    public override PreparedRead? Prepare(PlanRequest request)
    {
        var (selection, lists, operation) = (request.Selection, request.Lists, request.Operation);
        var level = operation.Disclosure.LevelOf(item);
        if (level > DisclosureLevel.MatchOnly)
        {
            return request.Refuse(InputRefusals.NotAuthorized(argument));
        }

        var number = lists.Argument(selection, argument)!;
        var rows = (IRowType)selection.Children[0].Type;
        var visible = ReadPredicate.Both(rows.InScope(operation, ""), rows.Visible(operation, ""));
        var query = new ReadQuery
        {
            Source = rows.Row,
            Columns = [],
            Where = ReadPredicate.Both(visible, where(number, lists.BlindIndex)),
            Limit = 2,
        };
        lists.ReadChildren(selection.Children);
        if (lists.Refusal is not null)
        {
            return null;
        }

        var plan = request.GetOrCompile("", builder =>
        {
            var level = new RowsBuilder(builder, rows, isOne: true);
            level.Project(selection.Fields, request.Path);
            builder.GiveRowsOf(rows);
            var built = level.Build();
            return new KeyedRowsPlan(
                built,
                visible?.IsNever == true ? null : builder.Sql.Write(built.QueryFor(operation, query.Where, []) with { Limit = 2 }),
                PlanNotes.Of(builder));
        });
        request.Note(plan.Notes);
        return new PreparedLookup(request, plan, query, level == DisclosureLevel.Clear ? null : CheckLimits.NumberIn(number));
    }

    /// <summary>A look-up ready to be read; with the number, where it counts as a check of it.</summary>
    private sealed class PreparedLookup(PlanRequest request, KeyedRowsPlan plan, ReadQuery query, IdNumber? checkedNumber)
        : PreparedRead
    {
        public override ValueTask<RefusalError?> AdmitAsync(CancellationToken cancellationToken) =>
            checkedNumber is { } number ? CheckLimits.CountAsync(request, number, cancellationToken) : default;

        public override async ValueTask<RawJson?> RunAsync(OperationReads reads)
        {
            if (plan.Statement is null)
            {
                return null;
            }

            var bound = plan.Rows.QueryFor(reads.Operation, query.Where, []) with { Limit = query.Limit };
            var persons = reads.Operation.Record.Persons;
            HashSet<PersonId>? before = persons.Count == 0 ? null : [.. persons];
            using var rows = new RowSet(plan.Rows, reads.Operation, most: 1);
            await reads.ReadAsync(plan.Rows, plan.Statement, bound.Values(), rows, request.Lists);
            if (rows.HasMore)
            {
                // Nobody was shown.
                persons.IntersectWith(before ?? []);
                return reads.Operation.Disclosure.Purpose == Purpose.Cert
                    ? throw new RefusalError(new Refusal("PERSON_AMBIGUOUS", "Several persons share this number."))
                    : null;
            }

            if (rows.Count == 0)
            {
                return null;
            }

            using var answer = new RowBuffer();
            rows.Emit(0, 0, answer, [.. request.Path]);
            rows.ReportDenied();
            return new RawJson(answer.Written.ToArray());
        }
    }
}
