using GraphQL.Types;
using GraphQL.Utilities;

namespace SharingApi.Graph.Schema;

/// <summary>
/// Holds every part of the schema to two rules and stops the start with one sentence per fault: a field is guarded by a
/// catalogue item or open for a stated reason, and everything has a description, English first, then Chinese.
/// </summary>
internal sealed class SchemaRules : BaseSchemaNodeVisitor
{
    private static readonly HashSet<string> SpecifiedScalars =
        new(["Boolean", "Float", "ID", "Int", "String"], StringComparer.Ordinal);

    private readonly List<string> _faults = [];

    public override void VisitObject(IObjectGraphType type, ISchema schema) => Describe(type, type.Name, type.Description);

    public override void VisitInterface(IInterfaceGraphType type, ISchema schema) =>
        Describe(type, type.Name, type.Description);

    public override void VisitInputObject(IInputObjectGraphType type, ISchema schema) =>
        Describe(type, type.Name, type.Description);

    public override void VisitUnion(UnionGraphType type, ISchema schema) => Describe(type, type.Name, type.Description);

    public override void VisitScalar(ScalarGraphType type, ISchema schema)
    {
        if (!SpecifiedScalars.Contains(type.Name))
        {
            Describe(type, type.Name, type.Description);
        }
    }

    public override void VisitEnum(EnumerationGraphType type, ISchema schema) => Describe(type, type.Name, type.Description);

    public override void VisitEnumValue(EnumValueDefinition value, EnumerationGraphType type, ISchema schema) =>
        Describe(type, $"{type.Name}.{value.Name}", value.Description);

    public override void VisitObjectFieldDefinition(FieldType field, IObjectGraphType type, ISchema schema) =>
        Check(field, type);

    public override void VisitInterfaceFieldDefinition(FieldType field, IInterfaceGraphType type, ISchema schema) =>
        Check(field, type);

    public override void VisitInputObjectFieldDefinition(FieldType field, IInputObjectGraphType type, ISchema schema) =>
        Describe(type, $"{type.Name}.{field.Name}", field.Description);

    public override void VisitObjectFieldArgumentDefinition(
        QueryArgument argument, FieldType field, IObjectGraphType type, ISchema schema) =>
        Describe(type, $"{type.Name}.{field.Name}({argument.Name}:)", argument.Description);

    public override void VisitInterfaceFieldArgumentDefinition(
        QueryArgument argument, FieldType field, IInterfaceGraphType type, ISchema schema) =>
        Describe(type, $"{type.Name}.{field.Name}({argument.Name}:)", argument.Description);

    public override void PostVisitSchema(ISchema schema)
    {
        if (_faults.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, _faults));
        }
    }

    private void Check(FieldType field, IGraphType type)
    {
        if (IsIntrospection(type))
        {
            return;
        }

        var name = $"{type.Name}.{field.Name}";
        Describe(type, name, field.Description);
        switch (field.Guard(), field.OpenReason())
        {
            case (null, null or ""):
                _faults.Add($"{name} is neither guarded by a catalogue item nor open with a reason.");
                break;
            case (not null, not null):
                _faults.Add($"{name} is both guarded and open.");
                break;
            case (not null, _) when field.ResolvedType is NonNullGraphType:
                _faults.Add($"{name} is guarded and therefore must be nullable.");
                break;
        }
    }

    private void Describe(IGraphType type, string name, string? description)
    {
        if (!IsIntrospection(type) && !IsBilingual(description))
        {
            _faults.Add($"{name} needs a description, English first, then Chinese.");
        }
    }

    private static bool IsIntrospection(IGraphType type) => type.Name.StartsWith("__", StringComparison.Ordinal);

    private static bool IsBilingual(string? description)
    {
        var chinese = description?.AsSpan().IndexOfAnyInRange('\u4e00', '\u9fff') ?? -1;
        return chinese > 0 && description.AsSpan(0, chinese).ContainsAnyInRange('a', 'z') && description![^1] == '。';
    }
}
