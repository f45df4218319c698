using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(BankAdmin.Benchmarks.FeeBenchmarks).Assembly).Run(args);
