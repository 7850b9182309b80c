using System.Security.Cryptography;
using System.Text;
using GraphQLParser;
using Microsoft.Extensions.Options;
using SharingApi.Graph.Documents;
using SharingApi.Graph.Limits;

namespace SharingApi.Tests.Graph;

public sealed class DocumentCacheTests(GraphApp app) : IClassFixture<GraphApp>
{
    [Fact]
    public async Task A_document_is_judged_once_and_its_variables_at_every_request()
    {
        const string Query = "query($d: LocalDate) { echo(localDate: $d) }";

        var right = await app.QueryAsync(Query, new { d = "2026-05-01" });
        var kept = app.Cache.Count;
        var wrong = await app.QueryAsync(Query, new { d = "2026-05-32" });

        Assert.Equal((200, 400), (right.Status, wrong.Status));
        Assert.Equal("INPUT_INVALID", wrong.Code);
        Assert.Equal(kept, app.Cache.Count);
    }

    [Fact]
    public async Task A_refused_document_is_remembered_too()
    {
        var first = await app.QueryAsync("{ nobodyHere }");
        var kept = app.Cache.Count;
        var second = await app.QueryAsync("{ nobodyHere }");

        Assert.Equal(first.Text, second.Text);
        Assert.Equal(kept, app.Cache.Count);
    }

    [Fact]
    public void The_least_recently_used_document_goes_first()
    {
        var cache = CacheOf(documents: 2, characters: 1_000);
        cache.Keep(Key("a"), Known("a"));
        cache.Keep(Key("b"), Known("b"));
        cache.TryFind(Key("a"), out _);

        cache.Keep(Key("c"), Known("c"));

        Assert.True(cache.TryFind(Key("a"), out _));
        Assert.False(cache.TryFind(Key("b"), out _));
        Assert.True(cache.TryFind(Key("c"), out _));
    }

    [Fact]
    public void The_texts_together_stay_within_their_bound()
    {
        var cache = CacheOf(documents: 1_000, characters: 1_000);

        for (var i = 0; i < 50; i++)
        {
            cache.Keep(Key($"{i}"), Known(new string('x', 90)));
        }

        Assert.Equal(11, cache.Count);
    }

    [Fact]
    public void A_text_that_would_empty_the_cache_is_not_kept()
    {
        var cache = CacheOf(documents: 10, characters: 1_000);

        cache.Keep(Key("long"), Known(new string('x', 101)));

        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public void A_tree_weighs_more_than_its_text()
    {
        var cache = CacheOf(documents: 1_000, characters: 100_000);

        for (var i = 0; i < 50; i++)
        {
            cache.Keep(Key($"{i}"), KnownDocument.Valid("hash", 800, Parser.Parse("{ __typename }"), tokens: 100, fields: 1));
        }

        Assert.Equal(25, cache.Count);
    }

    [Fact]
    public void Many_threads_may_use_it_at_once()
    {
        var cache = CacheOf(documents: 20, characters: 10_000);

        Parallel.For(0, 20_000, i =>
        {
            var key = Key($"{i % 50}");
            if (!cache.TryFind(key, out _))
            {
                cache.Keep(key, Known("x"));
            }
        });

        Assert.Equal(20, cache.Count);
    }

    [Fact]
    public void The_hash_is_the_lower_case_SHA256_of_the_text() =>
        Assert.Equal(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            DocumentKey.Of("").ToString());

    [Theory]
    [InlineData(1)]
    [InlineData(1_365)]
    [InlineData(1_366)]
    [InlineData(200_000)]
    public void The_hash_of_a_long_text_is_that_of_all_its_parts(int times)
    {
        var text = "a" + string.Concat(Enumerable.Repeat("𠮷明a", times));

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), DocumentKey.Of(text).ToString());
    }

    private static DocumentCache CacheOf(int documents, int characters) => new(Options.Create(
        new LimitOptions { CachedDocuments = documents, CachedCharacters = characters }));

    private static DocumentKey Key(string text) => DocumentKey.Of(text);

    private static KnownDocument Known(string text) =>
        KnownDocument.Valid("hash", text.Length, Parser.Parse("{ __typename }"), tokens: 0, fields: 1);
}
