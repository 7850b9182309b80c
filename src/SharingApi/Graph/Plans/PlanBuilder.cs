using Domain.Access;
using GraphQL.Types;
using Persistence.Reading;
using SharingApi.Graph.Plans.Roots;

namespace SharingApi.Graph.Plans;

/// <summary>Builds the levels of a plan: asks the disclosure of every selection once, and gathers what is to be told of it.</summary>
internal sealed class PlanBuilder(OperationContext operation, SqlWriter sql, ListReading lists)
{
    private readonly List<DisclosureNote> _notes = [];
    private readonly Dictionary<CatalogueItem, DisclosureLevel> _items = [];

    public OperationContext Operation => operation;

    public SqlWriter Sql => sql;

    public IReadOnlyList<DisclosureNote> Notes => _notes;

    public IReadOnlyDictionary<CatalogueItem, DisclosureLevel> Items => _items;

    /// <summary>A builder for another plan of the same request, which tells of itself alone.</summary>
    public PlanBuilder Fork() => new(operation, sql, lists);

    /// <summary>The level at which a selection is answered; told once for each selection that is not clear.</summary>
    public DisclosureLevel LevelOf(FieldType field, IReadOnlyList<string> path)
    {
        if (field.Guard() is not { } item)
        {
            return DisclosureLevel.Clear;
        }

        var level = operation.Disclosure.LevelOf(item);
        if (level != DisclosureLevel.Clear)
        {
            _notes.Add(new DisclosureNote(path, level));
        }

        if (level is DisclosureLevel.Clear or DisclosureLevel.Masked)
        {
            _items[item] = level;
        }

        return level;
    }

    /// <summary>Whether the caller gets anything at all of an object whose fields are guarded one by one.</summary>
    public bool ShowsAnythingOf(IObjectGraphType type) => type.Fields.Any(field => field.Guard() is not { } item || IsShown(item));

    public bool IsShown(CatalogueItem? item) =>
        item is null || operation.Disclosure.LevelOf(item) is DisclosureLevel.Clear or DisclosureLevel.Masked;

    /// <summary>The rows of this type are guarded by items: those that are clear are given.</summary>
    public void GiveRowsOf(IRowType type)
    {
        foreach (var item in type.RowItems.Where(operation.Disclosure.IsClear))
        {
            _items[item] = DisclosureLevel.Clear;
        }
    }

    /// <summary>The children of a level, with their statement.</summary>
    public ChildrenPlan ChildrenOf(
        Selection selection, ChildrenBinding binding, IReadOnlyList<string> path, IReadOnlyList<string> names, bool isOfOne)
    {
        var type = ChildrenBinding.RowsOf(selection);
        GiveRowsOf(type);
        var level = new RowsBuilder(this, type) { Source = binding.Source, Through = binding.Through };
        var parent = level.ReadKey(binding);
        var list = lists.Of(selection);
        ChildPage? page = null;
        if (binding.IsPaged)
        {
            page = ChildPage.Compile(level, selection, path, list.Order);
        }
        else
        {
            level.Project(selection.Fields, path);
        }

        var rows = level.Build();
        var children = new ChildrenPlan(rows, binding.ForeignKey, selection.Ordinal, names)
        {
            Parent = parent,
            Key = binding.Key,
            IsOfOne = isOfOne,
            Page = page,
        };
        return list.Where?.IsNever == true ? children : children with
        {
            Statement = sql.Write(children.QueryFor(operation, list, [])),
            Count = page is { Counts: true } ? sql.Write(children.CountOf(list, [])) : null,
        };
    }
}
