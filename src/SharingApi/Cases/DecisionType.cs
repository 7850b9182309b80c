using Domain.Access;
using Domain.Cases;
using GraphQL.Types;
using Persistence.Encryption;
using SharingApi.Graph;
using SharingApi.Graph.Plans;
using SharingApi.Graph.Schema;

namespace SharingApi.Cases;

/// <summary>What was decided in a case, by which office and why.</summary>
internal sealed class DecisionType : RowType<Decision>, IStandsFor<Decision>
{
    private const string Reason = "who reads a case goes by role and unit";

    public DecisionType(FieldCipher cipher)
    {
        Name = "Decision";
        Description = "What was decided in a case; offices are named, people are not. 事项处理记录；只列职务，不列姓名。";

        Field("decision").Reads(d => d.Kind)
            .Description("What was decided. 决定。")
            .Open(Reason);
        Field("decidedAt").Reads(d => d.DecidedAt)
            .Description("When; of two signatures the second, once it is there. 决定时间；双签字以第二签字为准。")
            .Open(Reason);
        Field("office").Reads(d => d.Office)
            .Description("The office that decided, or signed first. 决定或第一签字的职务。")
            .Open(Reason);
        Field("secondOffice").Reads(d => d.SecondOffice)
            .Description("The office that signed second. 第二签字的职务。")
            .Open(Reason);
        Field("waitsForSignature").Composes(
                typeof(BooleanGraphType), static (_, cells, _) => new WaitsPart(cells[0].Ordinal), d => d.Position)
            .Description("Whether the second signature is missing, so that nothing has changed yet. 是否待第二人签字（尚未生效）。")
            .Open(Reason);
        Field("reason").Composes(
                typeof(StringGraphType),
                (_, cells, isMasked) => isMasked ? null : new SealedText(cipher, cells[0].Ordinal),
                d => d.Reason)
            .Description("Why, in the words of whoever decided. 理由。")
            .Guarded(CatalogueItem.PersonHistory);
    }

    public override string NaturalKey => nameof(Decision.DecidedAt);
}
