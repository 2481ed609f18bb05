using PledgeBot.Domain.Members;
using PledgeBot.Domain.Records;

namespace PledgeBot.Tests.Hosting;

/// <summary>A person as the channel knows them.</summary>
/// <param name="Account">The account in the channel (<c>29:…</c>).</param>
/// <param name="DirectoryId">The object identifier in the organisation's directory.</param>
/// <param name="Name">The name, which stands on no card.</param>
internal sealed record ChannelPerson(string Account, string DirectoryId, string Name)
{
    /// <summary>The person that a member of <see cref="A.Members"/>, or anybody else, is.</summary>
    public static ChannelPerson Of(MemberId member) => new($"29:1-{member}", member.Value.ToString(), $"Namn-{member.ToString()[..8]} Efternamn");

    /// <summary>Gets the member's entry in the directory.</summary>
    public Contact ToContact(MemberId member) => new(member, Name, DirectoryId, Account);
}
