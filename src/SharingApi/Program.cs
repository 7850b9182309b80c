using SharingApi.Hosting;

return await CommandLine.RunAsync(args);
