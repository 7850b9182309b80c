using System.Diagnostics.CodeAnalysis;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace SharingApi.Graph.Execution;

/// <summary>Where an operation takes values: its variables, and its fields with arguments.</summary>
internal sealed class ValueSites
{
    private readonly GraphQLDocument _document;
    private readonly List<PlainVariable> _variables = [];
    private readonly List<(GraphQLField Field, QueryArguments Arguments)> _fields = [];
    private readonly HashSet<string> _spread = new(StringComparer.Ordinal);
    private bool _isPlain = true;
    private Task<IValidationResult>? _always;

    private ValueSites(GraphQLDocument document) => _document = document;

    public static ValueSites Of(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation)
    {
        var sites = new ValueSites(document);
        foreach (var variable in operation.Variables?.Items ?? [])
        {
            sites.Add(variable, schema);
        }

        sites.Collect(schema, operation.SelectionSet, operation.Operation switch
        {
            OperationType.Query => schema.Query,
            OperationType.Mutation => schema.Mutation,
            OperationType.Subscription => schema.Subscription,
            _ => null,
        });
        return sites;
    }

    /// <summary>The values, where all of them are plain and right.</summary>
    public bool TryCoerce(in ValidationOptions options, [NotNullWhen(true)] out Task<IValidationResult>? result)
    {
        result = _isPlain ? _always : null;
        if (!_isPlain || result is not null)
        {
            return result is not null;
        }

        try
        {
            if (Coerce(options) is { } values)
            {
                result = Task.FromResult<IValidationResult>(values);
                _always = _variables.Count == 0 ? result : null;
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A value is wrong, for whatever reason its type has: the engine finds the same and says it in its way.
        }

        return result is not null;
    }

    private ValidationResult? Coerce(in ValidationOptions options)
    {
        var variables = _variables.Count == 0 ? Variables.None : new Variables();
        foreach (var (definition, name, type, isNeeded) in _variables)
        {
            var variable = new Variable(name, definition);
            if (options.Variables.TryGetValue(name, out var given) ? given is null : isNeeded)
            {
                return null;
            }

            if (given is not null)
            {
                variable.Value = type.ParseValue(given);
            }

            variables.Add(variable);
        }

        Dictionary<GraphQLField, IDictionary<string, ArgumentValue>>? values = null;
        foreach (var (field, arguments) in _fields)
        {
            if (ExecutionHelper.GetArguments(arguments, field.Arguments, variables, _document, field, null) is { } given)
            {
                (values ??= []).Add(field, given);
            }
        }

        return new ValidationResult([]) { Variables = variables, ArgumentValues = values };
    }

    private void Add(GraphQLVariableDefinition variable, ISchema schema)
    {
        var type = variable.Type.GraphTypeFromType(schema);
        var isNeeded = type is NonNullGraphType;
        if ((type is NonNullGraphType needed ? needed.ResolvedType : type) is not ScalarGraphType scalar || variable.DefaultValue is not null)
        {
            _isPlain = false;
            return;
        }

        _variables.Add(new PlainVariable(variable, variable.Variable.Name.StringValue, scalar, isNeeded));
    }

    private void Collect(ISchema schema, GraphQLSelectionSet? set, IComplexGraphType? parent)
    {
        foreach (var selection in set?.Selections ?? [])
        {
            // What is skipped and included is the engine's.
            _isPlain &= ((IHasDirectivesNode)selection).Directives is not { Count: > 0 };
            switch (selection)
            {
                case GraphQLField field:
                    Collect(schema, field, parent);
                    break;
                case GraphQLInlineFragment inline:
                    Collect(schema, inline.SelectionSet, TypeOf(schema, inline.TypeCondition) ?? parent);
                    break;
                case GraphQLFragmentSpread spread when _spread.Add(spread.FragmentName.Name.StringValue):
                    var fragment = _document.Definitions.OfType<GraphQLFragmentDefinition>()
                        .First(one => one.FragmentName.Name == spread.FragmentName.Name);
                    Collect(schema, fragment.SelectionSet, TypeOf(schema, fragment.TypeCondition));
                    break;
            }
        }
    }

    private void Collect(ISchema schema, GraphQLField field, IComplexGraphType? parent)
    {
        var name = field.Name.Value;
        var type = name == schema.TypeNameMetaFieldType.Name ? schema.TypeNameMetaFieldType
            : name == schema.SchemaMetaFieldType.Name ? schema.SchemaMetaFieldType
            : name == schema.TypeMetaFieldType.Name ? schema.TypeMetaFieldType
            : parent?.Fields.Find(name);
        if (type is null)
        {
            _isPlain = false;
            return;
        }

        if (field.Arguments is { Count: > 0 } && type.Arguments is { } arguments)
        {
            _fields.Add((field, arguments));
        }

        Collect(schema, field.SelectionSet, type.ResolvedType?.GetNamedType() as IComplexGraphType);
    }

    private static IComplexGraphType? TypeOf(ISchema schema, GraphQLTypeCondition? condition) =>
        condition is null ? null : schema.AllTypes[condition.Type.Name.Value] as IComplexGraphType;

    /// <summary>A variable of a scalar or an enum without a default.</summary>
    private sealed record PlainVariable(GraphQLVariableDefinition Definition, string Name, ScalarGraphType Type, bool IsNeeded);
}
