using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Storage.Records;

/// <summary>Statements to be run in order, in as few round trips as will do, in the context's transaction if it has one.</summary>
/// <remarks>
/// What stands in braces in a statement becomes a parameter, never text, and only types that the tables hold are taken.
/// The statements are such that SQLite and PostgreSQL understand them alike.
/// </remarks>
internal sealed class SqlBatch(PledgeBotDbContext context)
{
    // A command offers each of its parameters to each of its statements, so an unbounded one would cost the square.
    private const int MostValuesInCommand = 60;

    private readonly List<Part> _parts = [];

    /// <summary>Adds a statement.</summary>
    public SqlBatch Add([InterpolatedStringHandlerArgument("")] Statement statement)
    {
        statement.End();
        return this;
    }

    /// <summary>Runs the statements, and gets how many rows they changed.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        int changed = 0;
        foreach (Part part in _parts)
        {
            await using DbCommand command = MakeCommand(part);
            changed += Math.Max(0, await command.ExecuteNonQueryAsync(cancellationToken));
        }

        return changed;
    }

    /// <summary>Runs the only statement, and reads its rows.</summary>
    public async Task<List<T>> ReadAsync<T>(Func<DbDataReader, T> readRow, CancellationToken cancellationToken)
    {
        await using DbCommand command = MakeCommand(_parts.Single());
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(readRow(reader));
        }

        return rows;
    }

    private DbCommand MakeCommand(Part part)
    {
        DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = part.Text.ToString();
        for (int i = 0; i < part.Values.Count; i++)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = NameOf(i);
            parameter.Value = part.Values[i];
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"@p{number}");

    /// <summary>A statement that is being written into a batch.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Statement
    {
        private readonly Part _part;

        /// <summary>Begins a statement at the end of the batch.</summary>
        public Statement(int literalLength, int formattedCount, SqlBatch batch)
        {
            if (batch._parts is [.., var last] && last.Values.Count + formattedCount <= MostValuesInCommand)
            {
                _part = last;
            }
            else
            {
                _part = new Part(new StringBuilder(literalLength + (4 * formattedCount)), new List<object>(formattedCount));
                batch._parts.Add(_part);
            }
        }

        /// <summary>Adds text of the statement itself.</summary>
        public void AppendLiteral(string text) => _part.Text.Append(text);

        /// <summary>Adds a partnership's identifier.</summary>
        public void AppendFormatted(PartnershipId value) => Append(value.Value);

        /// <summary>Adds a member's identifier.</summary>
        public void AppendFormatted(MemberId value) => Append(value.Value);

        /// <summary>Adds a member's identifier, or nothing.</summary>
        public void AppendFormatted(MemberId? value) => Append(value?.Value);

        /// <summary>Adds a poll's identifier.</summary>
        public void AppendFormatted(PollId value) => Append(value.Value);

        /// <summary>Adds a photo's identifier.</summary>
        public void AppendFormatted(PhotoId value) => Append(value.Value);

        /// <summary>Adds an instant.</summary>
        public void AppendFormatted(DateTimeOffset value) => Append(StoredInstant.Of(value));

        /// <summary>Adds a number.</summary>
        public void AppendFormatted(long value) => Append(value);

        /// <summary>Adds a yes or no.</summary>
        public void AppendFormatted(bool value) => Append(value);

        /// <summary>Adds a text, or nothing.</summary>
        public void AppendFormatted(string? value) => Append(value);

        /// <summary>Adds bytes.</summary>
        public void AppendFormatted(byte[] value) => Append(value);

        /// <summary>Ends the statement.</summary>
        public void End() => _part.Text.Append(";\n");

        private void Append(object? value)
        {
            _part.Text.Append(NameOf(_part.Values.Count));
            _part.Values.Add(value ?? DBNull.Value);
        }
    }

    private sealed record Part(StringBuilder Text, List<object> Values);
}
