using System.Text;

namespace Persistence.Reading;

/// <summary>A condition on the rows of a <see cref="ReadQuery"/>: a tree whose leaves name a property by its path.</summary>
/// <remarks>
/// Every condition is either true or not: a null in a column never makes it unknown. The negation of a condition is its exact
/// complement, so that <c>not (name = 'x')</c> holds for a row without a name, as it does in C#.
/// </remarks>
public abstract record ReadPredicate
{
    /// <summary>Holds for no row; a query with it need not run.</summary>
    public static readonly ReadPredicate Never = new Any([]);

    /// <summary>Whether the tree holds for no row, whatever the data.</summary>
    public virtual bool IsNever => false;

    /// <summary>Both conditions; either may be missing.</summary>
    public static ReadPredicate? Both(ReadPredicate? left, ReadPredicate? right) =>
        left is null ? right : right is null ? left : new All([left, right]);

    /// <summary>The values of the tree, in the order of the parameters that the SQL writer makes of them.</summary>
    internal abstract void AddValues(List<object> values);

    /// <summary>All that changes the SQL and nothing that does not: equal for two trees that differ in values only.</summary>
    public abstract void AppendShape(StringBuilder shape);

    public sealed record All(IReadOnlyList<ReadPredicate> Parts) : ReadPredicate
    {
        public override bool IsNever => Parts.Any(part => part.IsNever);

        internal override void AddValues(List<object> values) => AddAll(Parts, values);

        public override void AppendShape(StringBuilder shape) => AppendAll(Parts, "&(", shape);
    }

    public sealed record Any(IReadOnlyList<ReadPredicate> Parts) : ReadPredicate
    {
        public override bool IsNever => Parts.All(part => part.IsNever);

        internal override void AddValues(List<object> values) => AddAll(Parts, values);

        public override void AppendShape(StringBuilder shape) => AppendAll(Parts, "|(", shape);
    }

    public sealed record Not(ReadPredicate Part) : ReadPredicate
    {
        internal override void AddValues(List<object> values) => Part.AddValues(values);

        public override void AppendShape(StringBuilder shape) => Part.AppendShape(shape.Append('!'));
    }

    /// <param name="Path">The property, such as <c>Name</c> or <c>Community.TownName</c>.</param>
    /// <param name="Operator">How it is compared.</param>
    /// <param name="Value">A value of the property's type, never null.</param>
    public sealed record Compare(string Path, Comparison Operator, object Value) : ReadPredicate
    {
        internal override void AddValues(List<object> values) => values.Add(Value);

        public override void AppendShape(StringBuilder shape) => shape.Append(Path).Append("=<>{}"[(int)Operator]);
    }

    /// <summary>Equal to one of the values, none of them null; they go as one parameter.</summary>
    public sealed record In(string Path, IReadOnlyList<object> Values) : ReadPredicate
    {
        public override bool IsNever => Values.Count == 0;

        internal override void AddValues(List<object> values) => values.Add(Values);

        public override void AppendShape(StringBuilder shape) => shape.Append(Path).Append(Values.Count == 0 ? "[]" : "[");
    }

    public sealed record IsNull(string Path) : ReadPredicate
    {
        internal override void AddValues(List<object> values)
        {
        }

        public override void AppendShape(StringBuilder shape) => shape.Append(Path).Append('0');
    }

    /// <summary>Contains, begins or ends with the text, taken literally and case by case.</summary>
    public sealed record Like(string Path, TextMatch Match, string Text) : ReadPredicate
    {
        internal override void AddValues(List<object> values) => values.Add(Text);

        public override void AppendShape(StringBuilder shape) => shape.Append(Path).Append("~^$"[(int)Match]);
    }

    /// <summary>There is a row of another entity that points at this one.</summary>
    /// <param name="Entity">The other entity.</param>
    /// <param name="ForeignKey">Its property that holds this row's key.</param>
    /// <param name="Where">What that row must fulfil besides.</param>
    public sealed record Exists(Type Entity, string ForeignKey, ReadPredicate? Where) : ReadPredicate
    {
        /// <summary>Path to the key that is pointed at, such as <c>Person.Id</c>; null for this row's own.</summary>
        public string? Of { get; init; }

        internal override void AddValues(List<object> values) => Where?.AddValues(values);

        public override void AppendShape(StringBuilder shape)
        {
            shape.Append('?').Append(Of).Append('<').Append(Entity.Name).Append('.').Append(ForeignKey).Append('(');
            Where?.AppendShape(shape);
            shape.Append(')');
        }
    }

    private static void AddAll(IReadOnlyList<ReadPredicate> parts, List<object> values)
    {
        foreach (var part in parts)
        {
            part.AddValues(values);
        }
    }

    private static void AppendAll(IReadOnlyList<ReadPredicate> parts, string open, StringBuilder shape)
    {
        shape.Append(open);
        foreach (var part in parts)
        {
            part.AppendShape(shape);
            shape.Append(',');
        }

        shape.Append(')');
    }
}

public enum Comparison
{
    Equal,
    Less,
    Greater,
    AtMost,
    AtLeast,
}

public enum TextMatch
{
    Contains,
    StartsWith,
    EndsWith,
}
