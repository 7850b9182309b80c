namespace SharingApi.Tests.Hostile.Fuzzing;

/// <summary>Texts and numbers that have broken programs before. Quotes and controls are escaped where they are used.</summary>
internal static class Words
{
    public static readonly IReadOnlyList<string> Texts =
    [
        "", " ", "\t\r\n", "0", "null", "true", "undefined", "NaN", "-", "%", "_", "%_[^]", "*", "'", "''", "' OR 1=1 --", "\"", "\\", "\\\\\"",
        "{}", "[]", "{0}", "%s%n", "$a", "../../etc/passwd", "张三", "李·阿依努尔", "𠮷野", "👩‍👩‍👧", "e\u0301", "\u202Etxt", "\uFEFF", "\u00A0",
        "\u0001", "\u007F", "\u2028", "\uFFFF", "ﬀ", "İı", "ß", "530102", "530199", "5301021976", "530128", "PERSON", "a:b:c",
        "UGVyc29uOjE=", "UGVyc29uCmcwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMA==", "AAAA", "====", "////", "-_-_",
    ];

    public static readonly IReadOnlyList<string> Numbers =
    [
        "0", "1", "2", "10", "50", "200", "201", "-1", "-0", "2147483647", "2147483648", "-2147483648", "-2147483649", "9223372036854775807",
        "9223372036854775808", "1.5", "1.0", "1e2", "1E+2", "1e-7", "1e308", "1e309", "-1e999999", "0.1e-999999", "123456789012345678901234567890",
    ];

    public static readonly IReadOnlyList<string> Days =
    [
        "2026-05-01", "2026-02-28", "2026-02-29", "2024-02-29", "2026-13-01", "2026-00-00", "0000-01-01", "0001-01-01", "9999-12-31",
        "10000-01-01", "-2026-05-01", "2026-5-1", "20260501", "2026-05", "2026", "1900-01-01", "2026-05-01T00:00:00", " 2026-05-01", "２０２６-05-01",
    ];

    public static readonly IReadOnlyList<string> Instants =
    [
        "2026-05-01T08:00:00Z", "2026-05-01T08:00:00+08:00", "2026-05-01T08:00:00.1234567Z", "2026-05-01T08:00:00.12345678901234567890Z",
        "2026-05-01T24:00:00Z", "2026-05-01T23:59:60Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.9999999-14:00",
        "2026-05-01T08:00:00+99:99", "2026-05-01 08:00:00", "2026-05-01T08:00Z", "2026-05-01T08:00:00", "0000-00-00T00:00:00Z",
    ];

    public static readonly IReadOnlyList<string> IdNumbers =
    [
        "530102197605013218", "53010219760501321X", "53010219760501321x", "530102760501321", "000000000000000000", "999999999999999999",
        "530102197602303218", "５３０１０２１９７６０５０１３２１８", "53010219760501321", "5301021976050132180",
    ];

    public static readonly IReadOnlyList<string> CertificateNumbers =
    [
        "53010219760501321843", "53010219760501321X71", "53010219760501321843B1", "53010219760501321800", "53010219760501321899",
        "5301021976050132184", "530102197605013218431", "53010219760501321843B9",
    ];

    /// <summary>Names that no schema has, or that mean something to somebody.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "x", "_", "__", "__proto__", "constructor", "toString", "on", "fragment", "query", "true", "null", "Query", "id", "persons", "__typename",
        "__schema", "__type", "a1", "A_very_long_name_that_goes_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on",
    ];
}
