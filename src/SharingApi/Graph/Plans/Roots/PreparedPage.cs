using System.Globalization;
using System.Text;
using System.Text.Json;
using Persistence.Reading;

namespace SharingApi.Graph.Plans.Roots;

/// <summary>A page ready to be read.</summary>
internal sealed class PreparedPage(PlanRequest request, PagePlan plan, ReadQuery query, PageRequest asked, Lazy<byte[]> binding)
    : PreparedRead
{
    public override int MostPersons => asked.Size;

    public override bool Lists => true;

    public override async ValueTask<RawJson?> RunAsync(OperationReads reads)
    {
        using var cursors = plan.WritesCursors
            ? new CursorSealing(request.Services.Cursors, binding.Value, plan.Rows.CursorKeys)
            : null;
        using var rows = new RowSet(plan.Rows, reads.Operation, asked.Size, cursors);
        if (plan.Page is { } page)
        {
            var bound = plan.Rows.QueryFor(reads.Operation, query.Where, query.Order) with { After = query.After, Limit = query.Limit };
            await reads.ReadAsync(plan.Rows, page, bound.Values(), rows, request.Lists);
        }

        var total = !plan.Counts ? null
            : plan.Count is { } count ? await reads.CountAsync(count, PagePlan.CountOf(query).Values())
            : (int?)0;
        using var answer = new RowBuffer(16 * 1024);
        Write(answer, rows, cursors, total);
        rows.ReportDenied();
        return new RawJson(answer.Written.ToArray());
    }

    private void Write(RowBuffer answer, RowSet rows, CursorSealing? cursors, int? total)
    {
        answer.Add((byte)'{');
        for (var i = 0; i < plan.Fields.Count; i++)
        {
            if (i > 0)
            {
                answer.Add((byte)',');
            }

            var field = plan.Fields[i];
            answer.Add(field.Prefix.Span);
            switch (field.Kind)
            {
                case PageFieldKind.Rows:
                    WriteRows(answer, rows, field);
                    break;
                case PageFieldKind.PageInfo:
                    WriteInfo(answer, field, rows, cursors);
                    break;
                case PageFieldKind.TotalCount:
                    answer.Add(Encoding.UTF8.GetBytes(total!.Value.ToString(CultureInfo.InvariantCulture)));
                    break;
                default:
                    answer.Add(JsonSerializer.SerializeToUtf8Bytes(field.Text));
                    break;
            }
        }

        answer.Add((byte)'}');
    }

    private void WriteRows(RowBuffer answer, RowSet rows, PageField field)
    {
        var place = new List<object>(request.Path) { field.Name };
        answer.Add((byte)'[');
        for (var i = 0; i < rows.Count; i++)
        {
            if (i > 0)
            {
                answer.Add((byte)',');
            }

            place.Add(i);
            rows.Emit(field.Projection, asked.IsBackward ? rows.Count - 1 - i : i, answer, place);
            place.RemoveAt(place.Count - 1);
        }

        answer.Add((byte)']');
    }

    private void WriteInfo(RowBuffer answer, PageField field, RowSet rows, CursorSealing? cursors)
    {
        using var json = new Utf8JsonWriter(answer);
        json.WriteStartObject();
        foreach (var part in field.Inner)
        {
            json.WritePropertyName(part.Name);
            switch (part.Field.Name)
            {
                case "hasNextPage":
                    json.WriteBooleanValue(asked.IsBackward ? asked.Cursor is not null : rows.HasMore);
                    break;
                case "hasPreviousPage":
                    json.WriteBooleanValue(asked.IsBackward ? rows.HasMore : asked.Cursor is not null);
                    break;
                case "startCursor":
                    json.WriteStringValue(asked.IsBackward ? cursors!.Last : cursors!.First);
                    break;
                case "endCursor":
                    json.WriteStringValue(asked.IsBackward ? cursors!.First : cursors!.Last);
                    break;
                default:
                    json.WriteStringValue("PageInfo");
                    break;
            }
        }

        json.WriteEndObject();
    }
}
