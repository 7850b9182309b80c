using System.Data.Common;
using Domain.Access;
using Domain.Cases;
using GraphQL.Types;
using Persistence.Cases;
using Persistence.Encryption;
using SharingApi.Graph;
using SharingApi.Graph.Plans;

namespace SharingApi.Cases;

/// <summary>What a receiver says is wrong.</summary>
internal sealed class DataErrorType : RowType<Case>
{
    private const string Open = "who reads a case goes by role and unit";

    public DataErrorType(FieldCipher cipher)
    {
        Name = "DataError";
        Description = "Shared data that somebody says is wrong. 数据校核内容。";
        IsThereWhere(c => c.Item);

        Field("item").Reads(c => c.Item)
            .Description("Key of the catalogue item. 数据项编码。")
            .Open(Open);
        Field("reportedBy").Reads(c => c.ReportedBy)
            .Description("Client that says so. 提出方。")
            .Open(Open);
        Said("reason", static statement => statement.Reason, "Why it looks wrong. 理由。", cipher);
        Said("evidence", static statement => statement.Evidence, "On what that rests. 依据。", cipher);
    }

    private void Said(string name, Func<DataErrorStatement, string> part, string description, FieldCipher cipher) => Field(name)
        .Composes(
            typeof(StringGraphType),
            (_, cells, isMasked) => isMasked ? null : new SaidPart(cipher, cells[0].Ordinal, part),
            c => c.Statement)
        .Description(description)
        .Guarded(CatalogueItem.PersonHistory);

    private sealed class SaidPart(FieldCipher cipher, int ordinal, Func<DataErrorStatement, string> part) : RowPart
    {
        public override void Write(DbDataReader row, RowWriting writing) => writing.Json.WriteStringValue(
            row.IsDBNull(ordinal) ? null : part(DataErrorStatement.Open(row.GetFieldValue<byte[]>(ordinal), cipher)));
    }
}
