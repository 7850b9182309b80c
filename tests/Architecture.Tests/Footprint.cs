using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Architecture.Tests;

/// <summary>A type that another one names somewhere: in its signatures, attributes or method bodies.</summary>
/// <param name="Assembly">Simple name of the assembly that the type lives in.</param>
/// <param name="FullName">Name of the type with its namespace.</param>
internal readonly record struct NamedType(string Assembly, string FullName);

/// <summary>Everything that a type names, read from its compiled form: what reflection shows and what only the bodies know.</summary>
internal static class Footprint
{
    public static IEnumerable<(Type Type, IReadOnlySet<NamedType> Names)> Of(IEnumerable<Type> types)
    {
        foreach (var assembly in types.GroupBy(type => type.Assembly))
        {
            using var module = ModuleDefinition.ReadModule(assembly.Key.Location);
            foreach (var type in assembly)
            {
                yield return (type, module.GetType(type.FullName!.Replace('+', '/')).Walk().Named());
            }
        }
    }

    /// <summary>The type with whatever the compiler nested into it: closures, state machines.</summary>
    private static IEnumerable<TypeDefinition> Walk(this TypeDefinition type) =>
        type.NestedTypes.SelectMany(Walk).Prepend(type);

    private static HashSet<NamedType> Named(this IEnumerable<TypeDefinition> types)
    {
        var named = new HashSet<NamedType>();
        foreach (var reference in types.SelectMany(ReferencesOf).SelectMany(Parts))
        {
            named.Add(new NamedType(AssemblyOf(reference), reference.FullName));
        }

        return named;
    }

    private static IEnumerable<TypeReference?> ReferencesOf(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. AttributesOf(type),
        .. type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        .. type.Fields.Select(field => field.FieldType),
        .. type.Fields.SelectMany(AttributesOf),
        .. type.Properties.SelectMany(AttributesOf),
        .. type.Methods.SelectMany(ReferencesOf),
    ];

    private static IEnumerable<TypeReference?> ReferencesOf(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. AttributesOf(method),
        .. method.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(ReferencesOf) : [],
    ];

    private static IEnumerable<TypeReference?> ReferencesOf(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [.. ReferencesOf(method), .. method.GenericArguments],
        MethodReference method => ReferencesOf(method),
        _ => [],
    };

    private static IEnumerable<TypeReference?> ReferencesOf(MethodReference method) =>
        [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)];

    private static IEnumerable<TypeReference> AttributesOf(ICustomAttributeProvider provider) =>
        provider.CustomAttributes.Select(attribute => attribute.AttributeType);

    /// <summary>Takes arrays, references and generic instances apart.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };

    private static string AssemblyOf(TypeReference type) => type.Scope switch
    {
        ModuleDefinition module => module.Assembly.Name.Name,
        var scope => scope.Name,
    };
}
