using System.Data.Common;

namespace SharingApi.Graph.Plans;

/// <summary>Makes the cursors of one page.</summary>
internal sealed class CursorSealing(Cursors cursors, byte[] binding, IReadOnlyList<(int Ordinal, Type Stored)> keys) : IDisposable
{
    private readonly RowBuffer _first = new(256);
    private readonly RowBuffer _last = new(256);
    private readonly RowBuffer _row = new(256);

    public string? First => Sealed(_first);

    public string? Last => Sealed(_last);

    public string Of(DbDataReader row)
    {
        _row.Clear();
        CursorRow.Write(row, keys, _row);
        return cursors.Seal(binding, _row.Written);
    }

    /// <summary>Remembers the row: it may turn out to be the last one.</summary>
    public void Keep(DbDataReader row, bool isFirst)
    {
        _last.Clear();
        CursorRow.Write(row, keys, _last);
        if (isFirst)
        {
            CursorRow.Write(row, keys, _first);
        }
    }

    public void Dispose()
    {
        _first.Dispose();
        _last.Dispose();
        _row.Dispose();
    }

    private string? Sealed(RowBuffer row) => row.Count == 0 ? null : cursors.Seal(binding, row.Written);
}
