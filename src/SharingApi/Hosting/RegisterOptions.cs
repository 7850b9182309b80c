using System.ComponentModel.DataAnnotations;
using Persistence.Register;

namespace SharingApi.Hosting;

/// <summary>Section <c>Register</c>: the synthetic register that the first start makes in Development.</summary>
internal sealed class RegisterOptions
{
    public const string Section = "Register";

    /// <summary>Number of holders.</summary>
    [Range(1, 20_000_000)]
    public int Persons { get; init; } = RegisterPlan.Kunming;

    /// <summary>What chance starts from: the same seed on the same day makes the same register.</summary>
    public long Seed { get; init; }

    /// <summary>Whether numbers of the area 530199, which no division has, are accepted. Development only.</summary>
    public bool AllowSyntheticArea { get; init; }
}
