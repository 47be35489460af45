// SPDX-License-Identifier: EUPL-1.2
using System.Reflection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Proeftuin.App.Identity;
using Proeftuin.App.Ledger;

namespace Proeftuin.App.Storage;

/// <summary>Everything the web, the command line and the tests need to run use cases.</summary>
public static class ProeftuinSetup
{
    /// <summary>Registers the store and every use case: each public class in App with a <c>Handle</c> method.</summary>
    public static IServiceCollection AddProeftuinApp(this IServiceCollection services, ProeftuinOptions options)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(_ => KeyRing.Open(options.KeyFile));
        services.AddSingleton<Database>();
        services.AddSingleton<DatabaseSetup>();
        services.AddSingleton<LedgerWriter>();
        services.AddSingleton<LedgerVerification>();
        services.AddSingleton<IdentityStore>();
        services.AddSingleton<Accounts.Credentials>();
        services.AddSingleton<IXmlRepository, DataProtectionKeys>();
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<IXmlRepository>((keys, repository) => keys.XmlRepository = repository);
        services.AddSingleton<Jobs>();
        services.AddSingleton<Draw.KeptTrees>();
        services.AddScoped<Submission>();
        services.AddScoped<Work>();
        foreach (var useCase in typeof(ProeftuinSetup).Assembly.GetExportedTypes().Where(IsUseCase))
        {
            services.TryAddScoped(useCase);
        }

        return services;
    }

    private static bool IsUseCase(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }
        && type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Any(m => string.Equals(m.Name, "Handle", StringComparison.Ordinal));
}
