using Domain.Persons;
using Domain.Shared;
using Microsoft.Extensions.Options;

namespace SharingApi.Graph.Schema.Scalars;

/// <summary>Which ID numbers are taken (section <c>Register</c>).</summary>
internal sealed class NumberOptions
{
    public const string Section = "Register";

    /// <summary>Whether area 530199, which marks invented people, is taken.</summary>
    public bool AllowSyntheticArea { get; set; }
}

/// <summary>Against what a number is read at this moment.</summary>
internal sealed class NumberRules(TimeProvider clock, IOptions<NumberOptions> options)
{
    public IdNumberRules Now => new(Shanghai.DayOf(clock.GetUtcNow()), options.Value.AllowSyntheticArea);
}
