using Domain.Persons;
using Domain.Shared;

namespace SharingApi.Graph.Schema.Scalars;

/// <summary>A date known to the year, the month or the day.</summary>
internal sealed class PartialDateType() : TextScalar<PartialDate>(
    "PartialDate",
    "A date known to the year, the month or the day: `2026`, `2026-05`, `2026-05-01`. 精确到年、月或日的日期。")
{
    protected override Outcome<PartialDate> Read(string text)
    {
        var reading = PartialDate.Read(text);
        return reading.Date is { } date ? date : reading.Findings.FirstError();
    }

    protected override string Write(PartialDate value) => value.Text;
}
