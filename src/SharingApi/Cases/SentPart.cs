using System.Data.Common;
using Domain.Notices;
using Persistence.Notices;
using SharingApi.Graph.Plans;

namespace SharingApi.Cases;

/// <summary>One value of what a sender sent, out of the sealed evidence; null for the founding, which nobody sent.</summary>
internal sealed class SentPart(NoticeEnvelope envelope, IReadOnlyList<CellPlace> cells, Func<Notice, string?> value) : RowPart
{
    private readonly Func<DbDataReader, int, EvidenceType> _type = cells[1].Path.ReaderOf<EvidenceType>();

    public override void Write(DbDataReader row, RowWriting writing) => writing.Json.WriteStringValue(
        _type(row, cells[1].Ordinal) == EvidenceType.Founding
            ? null
            : value(envelope.OpenEvidence(row.GetFieldValue<byte[]>(cells[0].Ordinal))));
}
