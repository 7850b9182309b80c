using System.Text;
using System.Text.Json;
using Persistence.Reading;

namespace SharingApi.Graph.Plans.Roots;

/// <summary>A connection inside of a row: the first so many children of each parent, all read by one statement.</summary>
/// <param name="fields">The fields of the connection, in the order of the selection.</param>
/// <param name="showsCursors">Whether any cursor is selected.</param>
internal sealed class ChildPage(IReadOnlyList<PageField> fields, bool showsCursors)
{
    public bool ShowsCursors => showsCursors;

    public bool Counts => fields.Any(one => one.Kind == PageFieldKind.TotalCount);

    public static ChildPage Compile(
        RowsBuilder level, Selection connection, IReadOnlyList<string> path, IReadOnlyList<SortKey> order)
    {
        var fields = connection.Fields
            .Select(field => PagePlan.Compile(level, connection.Children[0].Type.Name, field, [.. path, field.Name]))
            .ToList();
        var showsCursors = PagePlan.NeedsCursors(connection);
        if (showsCursors)
        {
            level.ReadCursorKeys(order);
        }

        return new ChildPage(fields, showsCursors);
    }

    /// <summary>Writes the page of one parent.</summary>
    /// <param name="rows">The children of all parents; null where none were read.</param>
    /// <param name="parent">Whose page it is.</param>
    /// <param name="names">Response names from the parent's row.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="place">Response names and indices down to the parent's row.</param>
    public void Emit(RowSet? rows, Guid parent, IReadOnlyList<string> names, RowBuffer answer, List<object> place)
    {
        var (first, count) = rows?.ByParent.GetValueOrDefault(parent) ?? default;
        var shown = Math.Min(count, rows?.Asked?.Size ?? 0);
        var depth = place.Count;
        place.AddRange(names);
        answer.Add((byte)'{');
        for (var i = 0; i < fields.Count; i++)
        {
            if (i > 0)
            {
                answer.Add((byte)',');
            }

            var field = fields[i];
            answer.Add(field.Prefix.Span);
            switch (field.Kind)
            {
                case PageFieldKind.Rows:
                    WriteRows(rows, field, (first, shown), answer, place);
                    break;
                case PageFieldKind.PageInfo:
                    WriteInfo(rows, field, (first, shown), count > shown, answer);
                    break;
                case PageFieldKind.TotalCount:
                    answer.Add(Encoding.UTF8.GetBytes((rows?.Totals.GetValueOrDefault(parent) ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture)));
                    break;
                default:
                    answer.Add(JsonSerializer.SerializeToUtf8Bytes(field.Text));
                    break;
            }
        }

        answer.Add((byte)'}');
        place.RemoveRange(depth, place.Count - depth);
    }

    private static void WriteRows(RowSet? rows, PageField field, (int First, int Count) page, RowBuffer answer, List<object> place)
    {
        place.Add(field.Name);
        answer.Add((byte)'[');
        for (var i = 0; i < page.Count; i++)
        {
            if (i > 0)
            {
                answer.Add((byte)',');
            }

            place.Add(i);
            rows!.Emit(field.Projection, page.First + i, answer, place);
            place.RemoveAt(place.Count - 1);
        }

        answer.Add((byte)']');
        place.RemoveAt(place.Count - 1);
    }

    private static void WriteInfo(RowSet? rows, PageField field, (int First, int Count) page, bool hasMore, RowBuffer answer)
    {
        using var json = new Utf8JsonWriter(answer);
        json.WriteStartObject();
        foreach (var part in field.Inner)
        {
            json.WritePropertyName(part.Name);
            switch (part.Field.Name)
            {
                case "hasNextPage":
                    json.WriteBooleanValue(hasMore);
                    break;
                case "hasPreviousPage":
                    json.WriteBooleanValue(rows?.Asked?.Cursor is not null);
                    break;
                case "startCursor":
                    json.WriteStringValue(page.Count == 0 ? null : rows!.CursorTexts[page.First]);
                    break;
                case "endCursor":
                    json.WriteStringValue(page.Count == 0 ? null : rows!.CursorTexts[page.First + page.Count - 1]);
                    break;
                default:
                    json.WriteStringValue("PageInfo");
                    break;
            }
        }

        json.WriteEndObject();
    }
}
