using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using SharingApi.Access.Grants;
using SharingApi.Graph.Limits;
using SharingApi.Ide;
using SharingApi.Identity;

namespace SharingApi.Hosting;

/// <summary>Reads the configuration before anything is built from it: one sentence for each fault, all of them at once.</summary>
internal static partial class ConfigurationCheck
{
    /// <summary>What must be mended before the server may start; nothing where all is well. No sentence repeats a value.</summary>
    public static IEnumerable<string> FaultsOf(IConfiguration configuration, IHostEnvironment environment)
    {
        var isDevelopment = environment.IsDevelopment();
        return
        [
            .. FaultsOf<AzureAdSettings>(configuration, AzureAdSettings.Section, settings =>
                new AzureAdRules(DevelopmentSignIn.IsAvailable(environment)).FaultsOf(settings)),
            .. FaultsOf<RegisterOptions>(configuration, RegisterOptions.Section, register =>
                register.AllowSyntheticArea && !isDevelopment
                    ? ["Register:AllowSyntheticArea is for Development only. Remove it."]
                    : []),
            .. FaultsOf<ClockOptions>(configuration, ClockOptions.Section, clock =>
                clock.Start is not null && !isDevelopment ? [ClockOptions.DevelopmentOnly] : []),
            .. FaultsOf<AccessOptions>(configuration, AccessOptions.Section, static _ => []),
            .. FaultsOf<LimitOptions>(configuration, LimitOptions.Section, static _ => []),
            .. FaultsOf<IdeOptions>(configuration, IdeOptions.Section, static _ => []),
        ];
    }

    private static IEnumerable<string> FaultsOf<TOptions>(
        IConfiguration configuration, string section, Func<TOptions, IEnumerable<string>> rules)
        where TOptions : class, new()
    {
        try
        {
            var options = configuration.GetSection(section).Get<TOptions>() ?? new TOptions();
            return [.. OutOfRange(options, section), .. rules(options)];
        }
        catch (InvalidOperationException unreadable)
        {
            // The binder's own message repeats the value and names a type; the key is all that is taken from it.
            var key = KeyInMessage().Match(unreadable.Message) is { Success: true } found ? found.Groups["key"].Value : section;
            return [$"{key} has a value that cannot be read. Compare it with the README."];
        }
    }

    private static IEnumerable<string> OutOfRange(object options, string section) =>
        from property in options.GetType().GetProperties()
        let range = property.GetCustomAttribute<RangeAttribute>()
        where range is not null && !range.IsValid(property.GetValue(options))
        select string.Create(
            CultureInfo.InvariantCulture,
            $"{section}:{property.Name} must lie between {range.Minimum:N0} and {range.Maximum:N0}.");

    [GeneratedRegex("at '(?<key>[^']+)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyInMessage();
}
