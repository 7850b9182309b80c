using System.Data.Common;
using Domain.Cases;
using Domain.Notices;
using Persistence.Encryption;
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

/// <summary>The unit that is to decide: the receiving one of a transfer inside the city, until it is raised to the city.</summary>
internal sealed class AssignedUnit(IReadOnlyList<CellPlace> cells) : RowPart
{
    private readonly Func<DbDataReader, int, CaseKind> _kind = cells[0].Path.ReaderOf<CaseKind>();

    public override void Write(DbDataReader row, RowWriting writing)
    {
        var isUnits = _kind(row, cells[0].Ordinal) == CaseKind.Transfer && !row.IsDBNull(cells[1].Ordinal) && row.IsDBNull(cells[2].Ordinal);
        writing.Json.WriteStringValue(isUnits ? row.GetString(cells[1].Ordinal) : null);
    }
}

/// <summary>The id of a piece of evidence.</summary>
internal sealed class EvidenceIdPart(CellPlace cell) : RowPart
{
    private readonly Func<DbDataReader, int, EvidenceId> _read = cell.Path.ReaderOf<EvidenceId>();

    public override void Write(DbDataReader row, RowWriting writing) =>
        writing.Json.WriteStringValue(Graph.Schema.NodeId.Of(_read(row, cell.Ordinal)));
}

/// <summary>A text that is encrypted at rest.</summary>
internal sealed class SealedText(FieldCipher cipher, int ordinal) : RowPart
{
    public override void Write(DbDataReader row, RowWriting writing) =>
        writing.Json.WriteStringValue(row.IsDBNull(ordinal) ? null : cipher.DecryptText(row.GetFieldValue<byte[]>(ordinal)));
}

/// <summary>Whether a second signature is missing: what is not recorded in the order of record has no effect yet.</summary>
internal sealed class WaitsPart(int ordinal) : RowPart
{
    public override void Write(DbDataReader row, RowWriting writing) => writing.Json.WriteBooleanValue(row.IsDBNull(ordinal));
}
