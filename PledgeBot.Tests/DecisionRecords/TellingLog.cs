using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PledgeBot.Tests.DecisionRecords;

/// <summary>Keeps all that anybody logs, scopes included.</summary>
[ProviderAlias("TellingLog")]
internal sealed class TellingLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _said = new();

    public IReadOnlyCollection<string> Said => _said;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _said.Enqueue(state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : state.ToString() ?? "");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _said.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
