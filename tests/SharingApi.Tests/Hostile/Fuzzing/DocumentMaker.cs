using System.Globalization;
using System.Text;
using GraphQLParser.AST;

namespace SharingApi.Tests.Hostile.Fuzzing;

/// <summary>A document, the JSON of its variables, and the operation that is to run.</summary>
internal sealed record MadeDocument(string Text, string Variables, string? OperationName, bool IsSubscription);

/// <summary>Makes documents from the schema: fragments, aliases, directives, variables; some break a rule in a place.</summary>
internal sealed class DocumentMaker(Grammar grammar, ValueMaker values, Dice dice, int faults)
{
    private const int Deepest = 6;

    private readonly List<string> _fragments = [];
    private readonly List<string> _declared = [];
    private readonly List<string> _given = [];
    private int _fieldsLeft;

    public MadeDocument Make(Caller caller)
    {
        _fieldsLeft = dice.Pick(4, 12, 40, 40, 600);
        var kind = dice.Below(100) switch
        {
            < 78 => "query",
            < 93 => "mutation",
            _ => "subscription",
        };
        var root = char.ToUpperInvariant(kind[0]) + kind[1..];
        var body = Roots(root, caller);
        var name = dice.Pick("Q", "Fuzz", "", "_");
        var declared = _declared.Count > 0 ? $"({string.Join(dice.Pick(", ", " ", ",\n"), _declared)})" : "";
        var head = kind == "query" && name.Length == 0 && declared.Length == 0 ? "" : $"{kind} {name}{declared}{Directives()}";
        List<string> parts = [$"{head} {body}", .. _fragments];
        if (dice.Percent(faults))
        {
            parts.Add(dice.Pick("query Other { __typename }", "{ __typename }", "fragment unused on Query { __typename }", "type X { a: Int }", "query Q { __typename }"));
        }

        var called = dice.Percent(faults) ? dice.Pick("Other", "Nobody", "", "Q") : name.Length > 0 && dice.Percent(50) ? name : null;
        return new(string.Join('\n', parts), $"{{{string.Join(',', _given)}}}", called, kind == "subscription");
    }

    private string Roots(string root, Caller caller)
    {
        if (dice.Percent(4))
        {
            return dice.Pick(Introspections);
        }

        var all = grammar.FieldsOf(root);
        var open = all.Where(field => caller.Roots.Contains(field.Name.StringValue, StringComparer.Ordinal)).ToList();
        var text = new StringBuilder("{ ");
        for (var left = dice.Percent(75) ? 1 : dice.Between(2, 4); left > 0; left--)
        {
            Field(text, dice.Pick(open.Count > 0 && dice.Percent(92) ? open : all), 0);
        }

        return text.Append('}').ToString();
    }

    private static readonly IReadOnlyList<string> Introspections =
    [
        "{ __typename }",
        "{ __schema { types { name fields { name type { name ofType { name ofType { name } } } } } } }",
        "{ __type(name: \"Person\") { name fields(includeDeprecated: true) { name args { name defaultValue } } } }",
        "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }",
        "{ __type(name: null) { name } __schema { directives { name locations } } }",
    ];

    private string Selections(string type, int depth)
    {
        var text = new StringBuilder("{ ");
        if (depth >= Deepest)
        {
            return text.Append("__typename }").ToString();
        }

        var fields = grammar.FieldsOf(type);
        for (var left = dice.Between(1, 6); left > 0; left--)
        {
            _fieldsLeft--;
            var chance = dice.Below(100);
            if (fields.Count == 0 || chance < 8)
            {
                var possible = dice.Percent(faults) ? "Case" : dice.Pick(grammar.PossibleTypesOf(type));
                text.Append(CultureInfo.InvariantCulture, $"... on {possible}{Directives()} {Selections(possible, depth + 1)} ");
            }
            else if (chance < 14 && _fieldsLeft > 0)
            {
                text.Append("...").Append(Fragment(type, depth)).Append(Directives()).Append(' ');
            }
            else if (chance < 19)
            {
                text.Append("__typename ");
            }
            else
            {
                Field(text, dice.Pick(fields), depth);
            }
        }

        return text.Append('}').ToString();
    }

    private string Fragment(string type, int depth)
    {
        if (dice.Percent(faults))
        {
            return dice.Pick("missing", "f0", "f1", "on");
        }

        var name = $"f{_fragments.Count}";
        var place = _fragments.Count;
        _fragments.Add("");
        _fragments[place] = $"fragment {name} on {type}{Directives()} {Selections(type, depth + 1)}";
        return name;
    }

    private void Field(StringBuilder text, GraphQLFieldDefinition field, int depth)
    {
        text.Append(dice.Percent(15) ? $"{dice.Pick("a", "b", "id", "errors", "__x", "数")}: " : "");
        text.Append(dice.Percent(faults) ? dice.Pick(Words.Names) : field.Name.StringValue);
        Arguments(text, field.Arguments?.Items ?? []);
        text.Append(Directives()).Append(' ');
        var type = Grammar.NameOf(field.Type);
        if (grammar.IsComposite(type) != dice.Percent(faults))
        {
            text.Append(Selections(type, _fieldsLeft > 0 ? depth + 1 : Deepest)).Append(' ');
        }
    }

    private void Arguments(StringBuilder text, IReadOnlyList<GraphQLInputValueDefinition> arguments)
    {
        List<string> written = [];
        foreach (var argument in arguments)
        {
            var often = argument.Type is GraphQLNonNullType ? 100 - faults : argument.Name.StringValue is "last" or "before" ? 10 : 40;
            if (dice.Percent(often))
            {
                written.Add($"{argument.Name.StringValue}: {(dice.Percent(45) ? Variable(argument.Type) : values.Make(argument.Type, json: false))}");
            }
        }

        if (dice.Percent(faults))
        {
            written.Add(dice.Pick("x: 1", "first: 1", "where: {}", "first: 1, first: 2", "order: [{id: ASC, id: DESC}]", "where: {or: [{}, {and: []}]}"));
        }

        text.Append(written.Count > 0 ? $"({string.Join(", ", written)})" : "");
    }

    private string Variable(GraphQLType type)
    {
        var name = $"v{_declared.Count}";
        var written = dice.Percent(faults) ? dice.Pick("Int", "[String!]!", "Person", "Nothing", "[[Int]]") : Grammar.Written(type);
        var byDefault = type is not GraphQLNonNullType && dice.Percent(10) ? $" = {values.Make(type, json: false)}" : "";
        _declared.Add($"${name}: {written}{byDefault}");
        if (!dice.Percent(byDefault.Length > 0 ? 50 : faults))
        {
            _given.Add($"\"{name}\":{values.Make(type, json: true)}");
        }

        return $"${name}";
    }

    private string Directives() => dice.Percent(94) ? "" : dice.Percent(faults)
        ? dice.Pick(" @unknown", " @skip", " @skip(if: 1)", " @include(if: $missing)", " @deprecated", " @skip(if: true) @skip(if: true)")
        : dice.Pick(" @include(if: true)", " @skip(if: false)", " @skip(if: true)");
}
