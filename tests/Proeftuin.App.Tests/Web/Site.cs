// SPDX-License-Identifier: EUPL-1.2
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Proeftuin.App.Tests.Storage;
using Proeftuin.Core.Accountability;

namespace Proeftuin.App.Tests.Web;

/// <summary>The real web application on a store of its own; <see cref="Visit"/> gives someone with an own browser, signed in or not.</summary>
public sealed class Site(Store store) : WebApplicationFactory<Proeftuin.Web.Access.RequiresAttribute>
{
    public const string Password = "paarse olifant op de fiets";

    private static int number;

    public Store Store => store;

    /// <summary>Everything the program logged, technical log included.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>Somebody who is not signed in.</summary>
    public Visitor Visit() => new(CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true }), Impatience);

    /// <summary>The site's own clock. A test about amounts of the law stands still in time; otherwise it would end when the next amount is not known yet.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How everybody who visits from now on sends a form; null is once.</summary>
    public Impatience? Impatience { get; set; }

    /// <summary>Somebody signed in with these roles in the store's municipality.</summary>
    public async Task<Visitor> SignIn(params Role[] roles)
    {
        var name = $"medewerker-{Interlocked.Increment(ref number)}";
        await store.AddAccount(name, Password, roles);
        return await SignIn(name, Password);
    }

    public async Task<Visitor> SignIn(string name, string password)
    {
        var visitor = Visit();
        await visitor.Open("/inloggen");
        await visitor.Submit("Inloggen", ("Name", name), ("Password", password));
        return visitor;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Database", store.Options.Connection);
        builder.UseSetting("KeyFile", store.Options.KeyFile);
        builder.UseSetting("AllowWeakDurability", "true");
        builder.UseSetting("SignInsPerMinute", "10000");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Debug");
        builder.ConfigureTestServices(services => services.AddSingleton(Clock));
        builder.ConfigureLogging(logging =>
            logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(new Kept(Log))
        );
    }

    private sealed class Kept(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose() { }
    }
}
