using System.Collections.Concurrent;
using System.Text;

namespace Domain.Shared;

/// <summary>The one name of a code in the API, in the database and in logs: <c>DeathReported</c> is <c>DEATH_REPORTED</c>.</summary>
public static class ApiName
{
    private static readonly ConcurrentDictionary<Enum, string> Names = new();

    /// <summary>The API name of a code.</summary>
    public static string Of(Enum code) => Names.GetOrAdd(code, static c => OfMember(c.ToString()));

    /// <summary>The API name of a member name: words joined by underscores, a number starts a word.</summary>
    public static string OfMember(string member)
    {
        var name = new StringBuilder(member.Length + 6);
        for (var i = 0; i < member.Length; i++)
        {
            var startsWord = i > 0 &&
                ((char.IsUpper(member[i]) && char.IsLower(member[i - 1])) ||
                 (char.IsDigit(member[i]) && !char.IsDigit(member[i - 1])));
            if (startsWord)
            {
                name.Append('_');
            }

            name.Append(char.ToUpperInvariant(member[i]));
        }

        return name.ToString();
    }
}

/// <summary>The codes of one table by their API names.</summary>
public static class ApiName<TCode>
    where TCode : struct, Enum
{
    private static readonly Dictionary<string, TCode> Codes =
        Enum.GetValues<TCode>().ToDictionary(code => ApiName.Of(code), StringComparer.Ordinal);

    /// <summary>Every code by its name.</summary>
    public static IReadOnlyDictionary<string, TCode> All => Codes;

    /// <summary>The code of a name that we stored ourselves.</summary>
    public static TCode Parse(string name) => Codes[name];
}
