using System.Data.Common;
using Domain.Persons;
using Domain.Shared;
using SharingApi.Graph.Plans;

namespace SharingApi.Persons;

/// <summary>The certificate number: it is stored nowhere, so it is composed of what it consists of.</summary>
internal sealed class CertificateNumberPart(IReadOnlyList<CellPlace> cells, bool isMasked) : RowPart
{
    private readonly Func<DbDataReader, int, IdNumber> _idNumber = cells[0].Path.ReaderOf<IdNumber>();
    private readonly Func<DbDataReader, int, DisabilityCategory> _category = cells[1].Path.ReaderOf<DisabilityCategory>();

    public override void Write(DbDataReader row, RowWriting writing)
    {
        var number = CertificateNumber.Compose(
            _idNumber(row, cells[0].Ordinal),
            _category(row, cells[1].Ordinal),
            row.GetInt32(cells[2].Ordinal),
            row.GetInt32(cells[3].Ordinal));
        writing.Json.WriteStringValue(isMasked ? Mask.CertificateNumber(number) : number);
    }
}

/// <summary>Severe is level 1 or 2 (domain.md 5).</summary>
internal sealed class SeverePart(int level) : RowPart
{
    public override void Write(DbDataReader row, RowWriting writing) => writing.Json.WriteBooleanValue(row.GetInt32(level) <= 2);
}

/// <summary>The components of a multiple disability, stored as <c>4:1,5:2</c>; null where there are none.</summary>
internal sealed class ComponentsPart(int ordinal, IReadOnlyList<Selection> fields) : RowPart
{
    public override void Write(DbDataReader row, RowWriting writing)
    {
        var json = writing.Json;
        if (row.IsDBNull(ordinal))
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        foreach (var component in row.GetString(ordinal).Split(','))
        {
            json.WriteStartObject();
            foreach (var field in fields)
            {
                json.WritePropertyName(field.Name);
                switch (field.Field.Name)
                {
                    case "category":
                        json.WriteStringValue(ApiName.Of((DisabilityCategory)(component[0] - '0')));
                        break;
                    case "level":
                        json.WriteNumberValue(component[2] - '0');
                        break;
                    default:
                        json.WriteStringValue("CertificateComponent");
                        break;
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
