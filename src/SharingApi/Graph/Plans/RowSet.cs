using System.Data.Common;
using System.Text.Json;
using Domain.Persons;
using Persistence.Reading;
using SharingApi.Graph.Execution;
using SharingApi.Graph.Plans.Roots;

namespace SharingApi.Graph.Plans;

/// <summary>The rows of one level as JSON, ready to be put where they belong.</summary>
/// <remarks>
/// Rows are written when they are read, before their children are known: each leaves a place for them, which is filled when the answer
/// is put together. A level without children is copied as a whole.
/// </remarks>
internal sealed class RowSet : RowWriting, IRowReceiver, IDisposable
{
    private readonly RowsPlan _plan;
    private readonly OperationContext _operation;
    private readonly int? _most;
    private readonly CursorSealing? _cursors;
    private readonly Projection[] _projections;
    private readonly int[] _deniedCounts;
    private readonly IReadOnlyList<object>?[] _deniedPlaces;
    private Projection _current;

    /// <param name="plan">The level.</param>
    /// <param name="operation">Whose record tells of the persons.</param>
    /// <param name="most">How many rows are wanted; one more tells only that there are more.</param>
    /// <param name="cursors">Seals the cursors, where some are selected.</param>
    public RowSet(RowsPlan plan, OperationContext operation, int? most = null, CursorSealing? cursors = null)
    {
        _plan = plan;
        _operation = operation;
        _most = most;
        _cursors = cursors;
        _projections = [.. plan.Projections.Select(_ => new Projection(PlainJson.Writing))];
        _current = _projections.Length > 0 ? _projections[0] : null!;
        _deniedCounts = new int[plan.Denied.Count];
        _deniedPlaces = new IReadOnlyList<object>?[plan.Denied.Count];
        Children = new RowSet?[plan.Children.Count];
    }

    public int Count { get; private set; }

    /// <summary>Whether more rows follow than were wanted.</summary>
    public bool HasMore { get; private set; }

    /// <summary>The children of this level's persons, once they are read.</summary>
    public RowSet?[] Children { get; }

    /// <summary>Keys of the rows that have a place for children, each once.</summary>
    public HashSet<Guid> Parents { get; } = [];

    /// <summary>Rows by their key, where the plan reads it.</summary>
    public Dictionary<Guid, int> ByKey { get; } = [];

    /// <summary>First row and number of rows of each parent, where these are children.</summary>
    public Dictionary<Guid, (int First, int Count)> ByParent { get; } = [];

    public override Utf8JsonWriter Json => _current.Json;

    /// <summary>Reads the parent of a child row.</summary>
    public KeyCell? Parent { get; init; }

    /// <summary>The page that each parent's rows are cut to, where they are a connection.</summary>
    public ChildPage? Page { get; init; }

    /// <summary>Which page of each parent's rows was asked for.</summary>
    public PageRequest? Asked { get; init; }

    /// <summary>Number of all rows of each parent, where it was asked for.</summary>
    public Dictionary<Guid, int> Totals { get; } = [];

    /// <summary>Cursors of all rows, where they are a connection that shows some.</summary>
    public List<string> CursorTexts { get; } = [];

    public bool Receive(DbDataReader row)
    {
        if (Count == _most)
        {
            HasMore = true;
            return false;
        }

        if (_plan.Person?.Of(row) is { } person)
        {
            Discloses(person);
        }

        if (_plan.Key is { } key)
        {
            ByKey.TryAdd(key.Read(row, key.Ordinal), Count);
        }

        if (Parent is { } parent)
        {
            var id = parent.Read(row, parent.Ordinal);
            ByParent[id] = ByParent.TryGetValue(id, out var rows) ? (rows.First, rows.Count + 1) : (Count, 1);
        }

        for (var i = 0; i < _projections.Length; i++)
        {
            _current = _projections[i];
            _current.Begin();
            _plan.Projections[i].Write(row, this);
            _current.End();
        }

        if (Page is not null && _cursors is not null)
        {
            CursorTexts.Add(_cursors.Of(row));
        }

        _cursors?.Keep(row, Count == 0);
        Count++;
        return true;
    }

    public override void Denied(int selection) => _current.Hits.Add(selection);

    public override void Discloses(PersonId person) => _operation.Record.Persons.Add(person);

    public override void LeavePlace(int children, Guid parent)
    {
        Parents.Add(parent);
        _current.LeavePlace(children, parent);
    }

    public override void WriteCursor(DbDataReader row) => Json.WriteStringValue(_cursors!.Of(row));

    /// <summary>Puts rows into the answer.</summary>
    /// <param name="projection">Which way of writing.</param>
    /// <param name="row">Which row.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="place">Response names and indices down to the row.</param>
    public void Emit(int projection, int row, RowBuffer answer, List<object> place)
    {
        var written = _projections[projection];
        var slice = written.Slices[row];
        var at = slice.Start;
        foreach (var selection in written.HitsOf(row))
        {
            CountDenied(selection, place);
        }

        foreach (var hole in written.HolesOf(row))
        {
            written.Copy(at, hole.Position, answer);
            EmitChildren(hole, answer, place);
            at = hole.Position + 1;
        }

        written.Copy(at, slice.End, answer);
    }

    /// <summary>Tells the operation what was withheld, here and further down.</summary>
    public void ReportDenied()
    {
        for (var i = 0; i < _deniedCounts.Length; i++)
        {
            if (_deniedCounts[i] > 0)
            {
                _operation.Denied.Add(new DeniedSelection(_deniedPlaces[i]!, _deniedCounts[i]));
            }
        }

        foreach (var child in Children)
        {
            child?.ReportDenied();
        }
    }

    public void Dispose()
    {
        foreach (var projection in _projections)
        {
            projection.Dispose();
        }

        foreach (var child in Children)
        {
            child?.Dispose();
        }
    }

    private void EmitChildren(Hole hole, RowBuffer answer, List<object> place)
    {
        if (_plan.Children[hole.Children].Page is { } page)
        {
            page.Emit(Children[hole.Children], hole.Parent, _plan.Children[hole.Children].Names, answer, place);
            return;
        }

        answer.Add((byte)'[');
        if (Children[hole.Children] is { } children && children.ByParent.TryGetValue(hole.Parent, out var rows))
        {
            var names = _plan.Children[hole.Children].Names;
            var depth = place.Count;
            place.AddRange(names);
            for (var i = 0; i < rows.Count; i++)
            {
                if (i > 0)
                {
                    answer.Add((byte)',');
                }

                place.Add(i);
                children.Emit(0, rows.First + i, answer, place);
                place.RemoveAt(place.Count - 1);
            }

            place.RemoveRange(depth, place.Count - depth);
        }

        answer.Add((byte)']');
    }

    private void CountDenied(int selection, List<object> place)
    {
        if (_deniedCounts[selection]++ == 0)
        {
            _deniedPlaces[selection] = [.. place, .. _plan.Denied[selection]];
        }
    }

    /// <summary>Where children will stand: one byte that is left out.</summary>
    private readonly record struct Hole(int Position, int Children, Guid Parent);

    /// <summary>One way of writing the rows: their bytes one after another, and where each begins and ends.</summary>
    private sealed class Projection(JsonWriterOptions options) : IDisposable
    {
        private readonly RowBuffer _bytes = new();
        private readonly List<Hole> _holes = [];
        private Utf8JsonWriter? _json;
        private (int Start, int Hole, int Hit) _row;

        public Utf8JsonWriter Json => _json ??= new Utf8JsonWriter(_bytes, options);

        public List<(int Start, int End, int FirstHole, int Holes, int FirstHit, int Hits)> Slices { get; } = [];

        public List<int> Hits { get; } = [];

        public void Begin()
        {
            Json.Reset();
            _row = (_bytes.Count, _holes.Count, Hits.Count);
        }

        public void End()
        {
            Json.Flush();
            Slices.Add((_row.Start, _bytes.Count, _row.Hole, _holes.Count - _row.Hole, _row.Hit, Hits.Count - _row.Hit));
        }

        public void LeavePlace(int children, Guid parent)
        {
            Json.WriteRawValue("0"u8, skipInputValidation: true);
            Json.Flush();
            _holes.Add(new Hole(_bytes.Count - 1, children, parent));
        }

        public ReadOnlySpan<Hole> HolesOf(int row) =>
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_holes).Slice(Slices[row].FirstHole, Slices[row].Holes);

        public ReadOnlySpan<int> HitsOf(int row) =>
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Hits).Slice(Slices[row].FirstHit, Slices[row].Hits);

        public void Copy(int from, int to, RowBuffer destination)
        {
            _bytes.Written[from..to].CopyTo(destination.GetSpan(to - from));
            destination.Advance(to - from);
        }

        public void Dispose()
        {
            _json?.Dispose();
            _bytes.Dispose();
        }
    }
}
