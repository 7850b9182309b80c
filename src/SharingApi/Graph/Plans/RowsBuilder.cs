using Domain.Access;
using Domain.Persons;
using GraphQL.Types;
using Persistence.Reading;

namespace SharingApi.Graph.Plans;

/// <summary>Builds one level: gathers the columns that the caller's selections need, and no others.</summary>
/// <param name="plan">The plan that the level belongs to.</param>
/// <param name="type">The type of its rows.</param>
/// <param name="isOne">Whether there is never more than one row.</param>
internal sealed class RowsBuilder(PlanBuilder plan, IRowType type, bool isOne = false)
{
    /// <summary>The entity that is read: that of the type, unless its rows are reached through another.</summary>
    public Type Source { get; init; } = type.Row;

    /// <summary>Path from what is read to the rows, ending in a dot, or empty.</summary>
    public string Through { get; init; } = "";

    private readonly List<string> _columns = [];
    private readonly List<(string Navigation, IRowType Target)> _scopedJoins = [];
    private readonly List<IReadOnlyList<string>> _denied = [];
    private readonly List<ChildrenPlan> _children = [];
    private readonly List<RowPart> _projections = [];
    private IReadOnlyList<(int Ordinal, Type Stored)> _cursorKeys = [];
    private KeyCell? _key;

    /// <summary>Reads a property that holds a row's key.</summary>
    public KeyCell ReadKey(ChildrenBinding children) => KeyAt(children, children.ForeignKey);

    /// <summary>Rows will be found again by their key.</summary>
    public void ReadKey()
    {
        var id = IdOf(type);
        _key = new KeyCell(OrdinalOf(id.Path), id.Read(PathOf(id.Path)));
    }

    /// <summary>Rows will be given cursors.</summary>
    public void ReadCursorKeys(IReadOnlyList<SortKey> order) =>
        _cursorKeys = [.. order.Select(key => (OrdinalOf(key.Path), PathOf(key.Path).StoredType))];

    /// <summary>Adds a way in which rows are written.</summary>
    public int Project(IReadOnlyList<Selection> fields, IReadOnlyList<string> path) =>
        Project(ObjectOf(type, fields, Through, path, [], exists: null));

    public int Project(RowPart part)
    {
        _projections.Add(part);
        return _projections.Count - 1;
    }

    /// <summary>The object that a row is, for use inside of another, such as an edge.</summary>
    public RowPart RowObject(IReadOnlyList<Selection> fields, IReadOnlyList<string> path, string name) =>
        ObjectOf(type, fields, Through, path, [name], exists: null);

    public RowsPlan Build() => new()
    {
        Person = type.PersonPath is { } path ? PersonAt(Through + path) : null,
        Type = type,
        Source = Source,
        Columns = _columns,
        ScopedJoins = _scopedJoins,
        Projections = _projections,
        Denied = _denied,
        Children = _children,
        Key = _key,
        CursorKeys = _cursorKeys,
    };

    public static IdBinding IdOf(IRowType rows) =>
        rows.Fields.Select(FieldBinding.Of).OfType<IdBinding>().FirstOrDefault()
        ?? throw new InvalidOperationException($"{rows.Name} has no id.");

    private ObjectPart ObjectOf(
        IObjectGraphType target,
        IReadOnlyList<Selection> fields,
        string prefix,
        IReadOnlyList<string> path,
        IReadOnlyList<string> names,
        int? exists,
        PersonCell? person = null)
    {
        var parts = new List<(string Name, RowPart Part)>(fields.Count);
        foreach (var field in fields)
        {
            parts.Add((field.Name, PartOf(target, field, prefix, [.. path, field.Name], [.. names, field.Name])));
        }

        return new ObjectPart(parts, exists, person);
    }

    private RowPart PartOf(
        IObjectGraphType parent, Selection selection, string prefix, IReadOnlyList<string> path, IReadOnlyList<string> names)
    {
        if (selection.IsTypeName)
        {
            return new ConstantPart(parent.Name);
        }

        var level = plan.LevelOf(selection.Field, path);
        if (level is not (DisclosureLevel.Clear or DisclosureLevel.Masked))
        {
            _denied.Add(names);
            return new DeniedPart(_denied.Count - 1);
        }

        var isMasked = level == DisclosureLevel.Masked;
        var binding = FieldBinding.Of(selection.Field)
            ?? throw new InvalidOperationException($"{parent.Name}.{selection.Field.Name} is not read by a plan.");
        return binding switch
        {
            IdBinding id => new IdPart(OrdinalOf(prefix + id.Path), id.Prefix, id.Read(PathOf(prefix + id.Path))),
            ColumnBinding column => Cell(prefix + column.Path, isMasked, column.Part),
            ComposedBinding composed => Cells(selection, composed, prefix, isMasked),
            SameRowBinding => SameRow(selection, prefix, path, names),
            // Objects and lists have no mask.
            _ when isMasked => new ConstantPart(null),
            CodeBinding code => Code(selection, prefix + code.Path),
            JoinBinding join => Joined(selection, prefix + join.Navigation, path, names),
            ChildrenBinding children => ChildrenOf(selection, children, prefix, path, names),
            _ => throw new InvalidOperationException($"{parent.Name}.{selection.Field.Name} is not read by a plan."),
        };
    }

    /// <summary>A masked value without a mask is null, and then its column is not read.</summary>
    private RowPart Cell(string path, bool isMasked, Func<CellPlace, bool, RowPart?> part)
    {
        var count = _columns.Count;
        var made = part(PlaceOf(path), isMasked);
        if (made is null && _columns.Count > count)
        {
            _columns.RemoveAt(count);
        }

        return made ?? new ConstantPart(null);
    }

    private RowPart Cells(Selection selection, ComposedBinding composed, string prefix, bool isMasked)
    {
        var count = _columns.Count;
        var made = composed.Make(selection, [.. composed.Paths.Select(path => PlaceOf(prefix + path))], isMasked);
        if (made is null)
        {
            _columns.RemoveRange(count, _columns.Count - count);
        }

        return made ?? new ConstantPart(null);
    }

    private ObjectPart SameRow(Selection selection, string prefix, IReadOnlyList<string> path, IReadOnlyList<string> names)
    {
        var target = (IRowType)selection.Children[0].Type;
        var exists = target.Existence is null || !plan.ShowsAnythingOf(target)
            ? (int?)null
            : OrdinalOf(prefix + ShownExistenceOf(target));
        return ObjectOf(target, selection.Fields, prefix, path, names, exists);
    }

    /// <summary>The column that tells whether there is such an object; another one of it where that one is withheld.</summary>
    private string ShownExistenceOf(IRowType target)
    {
        var shown = target.Fields.Where(field => plan.IsShown(field.Guard())).Select(FieldBinding.Of).OfType<ColumnBinding>().ToList();
        return shown.Exists(column => string.Equals(column.Path, target.Existence, StringComparison.Ordinal))
            ? target.Existence!
            : shown[0].Path;
    }

    private ObjectPart Code(Selection selection, string path)
    {
        var ordinal = OrdinalOf(path);
        var target = selection.Children[0].Type;
        return new ObjectPart(
            [.. selection.Fields.Select(field => (field.Name, (RowPart)(FieldBinding.Of(field.Field) switch
            {
                CodePartBinding { Say: { } say } => new ConvertedPart<string>(ordinal, isNullable: false, static (row, at) => row.GetString(at), say),
                CodePartBinding => new TextPart(ordinal, isNullable: false),
                _ => new ConstantPart(target.Name),
            })))],
            ordinal,
            null);
    }

    private ObjectPart Joined(Selection selection, string navigation, IReadOnlyList<string> path, IReadOnlyList<string> names)
    {
        var target = (IRowType)selection.Children[0].Type;
        if (target.InScope(plan.Operation, "") is not null && !_scopedJoins.Contains((navigation, target)))
        {
            _scopedJoins.Add((navigation, target));
        }

        var exists = OrdinalOf($"{navigation}.{plan.Sql.Model.KeyOf(target.Row)}");
        var person = target.PersonPath is { } personPath ? PersonAt($"{navigation}.{personPath}") : null;
        return ObjectOf(target, selection.Fields, navigation + ".", path, names, exists, person);
    }

    private ChildrenPart ChildrenOf(
        Selection selection, ChildrenBinding children, string prefix, IReadOnlyList<string> path, IReadOnlyList<string> names)
    {
        var parent = KeyAt(children, prefix + plan.Sql.Model.KeyOf(plan.Sql.Model.EntityAt(Source, prefix)));
        _children.Add(plan.ChildrenOf(selection, children, path, names, isOne));
        return new ChildrenPart(_children.Count - 1, parent);
    }

    private KeyCell KeyAt(ChildrenBinding children, string path) => new(OrdinalOf(path), children.Read(PathOf(path)));

    private PersonCell PersonAt(string path) =>
        new(OrdinalOf(path), PathOf(path).IsNullable, PathOf(path).ReaderOf<PersonId>());

    private CellPlace PlaceOf(string path)
    {
        var resolved = PathOf(path);
        var stored = resolved.StoredType;
        var isText = stored == typeof(string) || (stored == typeof(DateOnly) && plan.Sql.Dialect.ReadsDatesAsText);
        return new CellPlace(OrdinalOf(path), resolved, isText);
    }

    private ModelPath PathOf(string path) => plan.Sql.Model.PathOf(Source, path);

    private int OrdinalOf(string path)
    {
        var known = _columns.FindIndex(column => string.Equals(column, path, StringComparison.Ordinal));
        if (known >= 0)
        {
            return known;
        }

        _columns.Add(path);
        return _columns.Count - 1;
    }
}
