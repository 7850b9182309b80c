namespace SharingApi.Hosting;

/// <summary>The arguments of a command: what it is about, its own options, and settings, which go to the configuration.</summary>
internal sealed class CommandArguments
{
    private readonly Dictionary<string, string?> _options = new(StringComparer.Ordinal);

    private CommandArguments()
    {
    }

    /// <summary>The file that the command is about; null where none is named.</summary>
    public string? File { get; private set; }

    /// <summary>Whatever else stands there, such as <c>--DataDirectory=/srv/sharing</c>.</summary>
    public IReadOnlyList<string> Settings { get; private set; } = [];

    /// <param name="args">What follows the command.</param>
    /// <param name="options">Options with a value.</param>
    /// <param name="switches">Options without one.</param>
    public static CommandArguments Read(string[] args, string[] options, string[] switches)
    {
        var read = new CommandArguments();
        List<string> settings = [];
        for (var i = 0; i < args.Length; i++)
        {
            var hasValue = i + 1 < args.Length;
            switch (args[i])
            {
                case var option when options.Contains(option, StringComparer.Ordinal):
                    read._options[option] = hasValue ? args[++i] : null;
                    break;
                case var option when switches.Contains(option, StringComparer.Ordinal):
                    read._options[option] = "";
                    break;
                case ['-', '-', .. var setting] when !setting.Contains('=', StringComparison.Ordinal) && hasValue:
                    settings.AddRange([args[i], args[++i]]);
                    break;
                case ['-', ..]:
                    settings.Add(args[i]);
                    break;
                default:
                    read.File ??= args[i];
                    break;
            }
        }

        read.Settings = settings;
        return read;
    }

    /// <summary>The value of an option; null where it is missing.</summary>
    public string? this[string option] => _options.GetValueOrDefault(option);

    /// <summary>Whether a switch stands there.</summary>
    public bool Has(string option) => _options.ContainsKey(option);
}
