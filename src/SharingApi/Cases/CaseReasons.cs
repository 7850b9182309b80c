using System.Data.Common;
using SharingApi.Graph.Plans;

namespace SharingApi.Cases;

/// <summary>The reasons of a case, stored comma-separated, as a list.</summary>
internal sealed class CaseReasons(int ordinal) : RowPart
{
    /// <summary>Makes the writer for a field over the one column.</summary>
    public static RowPart Part(Selection selection, IReadOnlyList<CellPlace> cells, bool isMasked) => new CaseReasons(cells[0].Ordinal);

    public override void Write(DbDataReader row, RowWriting writing)
    {
        writing.Json.WriteStartArray();
        foreach (var reason in row.GetString(ordinal).Split(','))
        {
            writing.Json.WriteStringValue(reason);
        }

        writing.Json.WriteEndArray();
    }
}
