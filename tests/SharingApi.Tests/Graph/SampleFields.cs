using Domain.Access;
using Domain.Persons;
using GraphQL.Types;
using SharingApi.Graph;
using SharingApi.Graph.Schema;
using SharingApi.Graph.Schema.Scalars;

namespace SharingApi.Tests.Graph;

/// <summary>A small feature that comes in through the same door as the real ones.</summary>
internal sealed class SampleFields : IRootFields
{
    public const string Secret = "530199197602290010";

    private const string Why = "a test reads it";

    public void AddTo(RootTypes roots)
    {
        roots.Query.Field<StringGraphType>("echo")
            .Description("Takes one of every scalar. 接收各类标量。")
            .Open(Why)
            .Argument<IdNumberType>("idNumber", "A number. 号码。")
            .Argument<CertificateNumberType>("certificateNumber", "A number. 号码。")
            .Argument<PartialDateType>("partialDate", "A date. 日期。")
            .Argument<LocalDateType>("localDate", "A date. 日期。")
            .Argument<DateTimeType>("dateTime", "An instant. 时刻。")
            .Argument<SexType>("sex", "A code. 代码。")
            .Argument<IntGraphType>("int", "A number. 数字。")
            .Argument<FloatGraphType>("float", "A number. 数字。")
            .Argument<BooleanGraphType>("boolean", "A flag. 标志。")
            .Argument<StringGraphType>("string", "A text. 文本。")
            .Argument<IdGraphType>("id", "An id. 标识。")
            .Argument<SampleInputType>("input", "An object. 对象。")
            .Resolve(static _ => "heard");
        roots.Query.Field<SamplePersonType>("person")
            .Description("Somebody. 某人。")
            .Open(Why)
            .Resolve(static field =>
            {
                var operation = (OperationContext)field.UserContext;
                operation.Record.ConcernsPersons = true;
                operation.Record.Persons.Add(PersonId.Of(Guid.Empty));
                return "赵·阿诗玛 𠮷";
            });
        roots.Query.Field<StringGraphType>("fails")
            .Description("Throws a bug. 抛出异常。")
            .Open(Why)
            .Resolve(static _ => throw new InvalidOperationException($"SELECT {Secret}"));
        roots.Query.Field<StringGraphType>("long")
            .Description("A text of nine million characters. 超长文本。")
            .Open(Why)
            .Resolve(static field =>
            {
                ((OperationContext)field.UserContext).Record.Persons.Add(PersonId.Of(Guid.Empty));
                return new string('x', 9_000_000);
            });
        roots.Mutation.Field<StringGraphType>("change")
            .Description("Changes nothing. 不作更改。")
            .Open(Why)
            .Resolve(static _ => "changed");
    }
}

internal sealed class SamplePersonType : ObjectGraphType<string>
{
    public SamplePersonType()
    {
        Name = "SamplePerson";
        Description = "Somebody. 某人。";
        Field<StringGraphType>("name")
            .Description("The name. 姓名。")
            .Guarded(CatalogueItem.PersonName)
            .Resolve(static field => field.Source);
        Field<ListGraphType<SamplePersonType>>("friends")
            .Description("Two more. 另外两人。")
            .Open("a test reads it")
            .Resolve(static field => new[] { field.Source, field.Source });
    }
}

internal sealed class SampleInputType : InputObjectGraphType
{
    public SampleInputType()
    {
        Name = "SampleInput";
        Description = "An object of input. 输入对象。";
        Field<NonNullGraphType<IdNumberType>>("idNumber").Description("A number. 号码。");
        Field<ListGraphType<NonNullGraphType<IntGraphType>>>("counts").Description("Numbers. 数字。");
        Field<SampleInputType>("inner").Description("One more. 内层对象。");
    }
}

internal sealed class SexType() : CodeType<Sex>(
    "Sex", "Sex in the household register. 户籍登记性别。", (Sex.Male, "Male. 男。"), (Sex.Female, "Female. 女。"));
