using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// In process: a generated project would inherit the house's build rules, which are not meant for it.
var config = DefaultConfig.Instance
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).AsDefault())
    .WithArtifactsPath(Path.Combine("artifacts", "micro"));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
