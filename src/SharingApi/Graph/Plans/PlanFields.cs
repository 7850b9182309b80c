using Domain.Persons;
using GraphQL.Builders;
using GraphQL.Types;
using SharingApi.Graph.Plans.Filters;
using SharingApi.Graph.Plans.Roots;

namespace SharingApi.Graph.Plans;

/// <summary>Marks fields that plans answer.</summary>
internal static class PlanFields
{
    /// <summary>A list by pages, filtered and ordered by what its rows have.</summary>
    public static FieldType Pages<TConnection, TRows>(this ObjectGraphType query, string name, bool concernsPersons = true)
        where TConnection : IGraphType
        where TRows : IRowType
    {
        var field = query.Field<TConnection>(name).FieldType;
        field.Arguments = new QueryArguments(ListArguments.Paging().Concat(ListArguments.WhereAndOrder<TRows>()));
        new PageRoot { ConcernsPersons = concernsPersons }.BindTo(field);
        return field;
    }

    /// <summary>The field is answered by the plan.</summary>
    public static FieldBuilder<TSource, TReturn> ReadBy<TSource, TReturn>(this FieldBuilder<TSource, TReturn> field, PlanRoot root)
    {
        root.BindTo(field.FieldType);
        return field;
    }

    /// <summary>The person of each source, read together for all sources of the answer; out of scope: null.</summary>
    public static FieldBuilder<TSource, TReturn> PlanFor<TSource, TReturn>(
        this FieldBuilder<TSource, TReturn> field, Func<TSource, PersonId?> person)
        where TSource : notnull => field.ReadBy(new BatchRoot(source => person((TSource)source)?.Value));

    /// <summary>The row with the key that each source names, under the rights of the caller; out of reach: null.</summary>
    public static FieldBuilder<TSource, TReturn> PlanFor<TSource, TReturn>(
        this FieldBuilder<TSource, TReturn> field, Func<TSource, Guid?> key)
        where TSource : notnull => field.ReadBy(new BatchRoot(source => key((TSource)source)));

    public static FieldType Describe(this FieldType field, string description)
    {
        field.Description = description;
        return field;
    }
}
