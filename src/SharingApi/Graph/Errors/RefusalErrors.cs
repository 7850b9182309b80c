using Domain.Shared;

namespace SharingApi.Graph.Errors;

/// <summary>The one place where an expected refusal becomes an error of the engine.</summary>
internal static class RefusalErrors
{
    /// <summary>The value; or the refusal, thrown as the engine wants it.</summary>
    public static T ValueOrError<T>(this Outcome<T> outcome)
        where T : notnull =>
        outcome.Succeeded(out var value, out var refusal) ? value : throw new RefusalError(refusal);

    /// <summary>The refusal as an error that carries numbers or names which help to mend the request.</summary>
    public static RefusalError With(this Refusal refusal, params ReadOnlySpan<(string Name, object? Value)> details)
    {
        var named = new Dictionary<string, object?>(details.Length, StringComparer.Ordinal);
        foreach (var (name, value) in details)
        {
            named.Add(name, value);
        }

        return new RefusalError(refusal, named);
    }
}
