using Domain.Persons;
using Domain.Register;
using Domain.Shared;
using SharingApi.Files;

namespace SharingApi.Register;

/// <summary>An existing register as a CSV file, whose header may be in English or Chinese.</summary>
internal sealed class HolderFile
{
    private static readonly (HolderField[] OneOf, string Name)[] Needed =
    [
        ([HolderField.Name], "name (姓名)"),
        ([HolderField.IdNumber, HolderField.CertificateNumber], "idNumber (身份证号) or certificateNumber (残疾人证号)"),
        ([HolderField.IssuedOn], "issuedOn (发证日期)"),
        ([HolderField.Community, HolderField.HukouCommunity], "community (社区代码) or hukouCommunity (户籍社区代码)"),
    ];

    private readonly CsvFile _file;
    private readonly IdNumberRules _rules;
    private readonly Dictionary<HolderField, int> _columns;

    private HolderFile(CsvFile file, IdNumberRules rules, Dictionary<HolderField, int> columns) =>
        (_file, _rules, _columns) = (file, rules, columns);

    /// <summary>Numbers of the columns that the register has no use for.</summary>
    public IReadOnlyList<int> ColumnsPassedOver =>
        [.. Enumerable.Range(1, _file.Header.Count).Where(column => !_columns.ContainsValue(column - 1))];

    /// <summary>Opens the file and reads its header; or says why that cannot be used.</summary>
    /// <param name="file">Seekable.</param>
    /// <param name="rules">The day of the import, and whether invented people are taken.</param>
    public static Outcome<HolderFile> Open(Stream file, IdNumberRules rules)
    {
        file.Position = 0;
        var csv = CsvFile.Open(file);
        Dictionary<HolderField, int> columns = [];
        for (var i = 0; i < csv.Header.Count; i++)
        {
            if (HolderColumns.Find(csv.Header[i]) is { } field && !columns.TryAdd(field, i))
            {
                return new Refusal("IMPORT_HEADER", $"Column {i + 1} of the header stands for the same as an earlier one.");
            }
        }

        string[] missing = [.. Needed.Where(need => !need.OneOf.Any(columns.ContainsKey)).Select(need => need.Name)];
        return missing.Length == 0
            ? new HolderFile(csv, rules, columns)
            : new Refusal("IMPORT_HEADER", $"The first line is a header; it lacks: {string.Join("; ", missing)}. See docs/operating.md.");
    }

    /// <summary>Every line once. What a line contradicts in those before it is refused too.</summary>
    /// <param name="list">Gathers who was read.</param>
    public IEnumerable<HolderLine> Lines(HolderList list)
    {
        foreach (var row in _file.Rows())
        {
            if (row.Fields is not { } fields)
            {
                yield return new(row.Line, null, [row.Fault!]);
                continue;
            }

            var reading = HolderReading.Read(field => _columns.TryGetValue(field, out var i) ? fields[i] : null, _rules);
            var remarks = reading.Holder is { } holder ? list.Take(holder) : [];
            var isTaken = reading.Holder is not null && !remarks.Any(remark => remark.Severity == Severity.Error);
            yield return new(row.Line, isTaken ? reading.Holder : null, [.. reading.Findings, .. remarks]);
        }
    }
}
