using GraphQL.Types;
using Microsoft.Data.Sqlite;

#pragma warning disable IDE0130 // The namespaces play the part of features.

// Deliberate violators: the rule that each breaks must say so.

namespace Architecture.Tests.Violators
{
    /// <summary>Names a provider in its body only, where no signature shows it.</summary>
    internal static class NamesAProvider
    {
        public static string Open() => new SqliteConnection("Data Source=:memory:").DataSource;
    }

    /// <summary>Public, and open for heirs that never came.</summary>
    public class OpenAndPublic;

    internal class Parent;

    internal sealed class Heir : Parent;
}

namespace Architecture.Tests.Violators.Persons
{
    internal sealed class PersonType : ObjectGraphType;
}

namespace Architecture.Tests.Violators.Graph
{
    internal sealed class EverybodysType : ObjectGraphType;
}

namespace Architecture.Tests.Violators.Notices
{
    internal sealed class NoticeType : ObjectGraphType
    {
        public NoticeType()
        {
            Field<Graph.EverybodysType>("everybody");
            Field<Persons.PersonType>("person");
        }
    }
}
