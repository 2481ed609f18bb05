using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PledgeBot.Domain.Members;
using PledgeBot.Domain.Partnerships;
using PledgeBot.Domain.Polls;
using PledgeBot.Domain.Proposals;

namespace PledgeBot.Storage;

/// <summary>Stores a partnership's identifier.</summary>
internal sealed class PartnershipIdConverter() : ValueConverter<PartnershipId, Guid>(id => id.Value, stored => new PartnershipId(stored));

/// <summary>Stores a member's identifier.</summary>
internal sealed class MemberIdConverter() : ValueConverter<MemberId, Guid>(id => id.Value, stored => new MemberId(stored));

/// <summary>Stores a poll's identifier.</summary>
internal sealed class PollIdConverter() : ValueConverter<PollId, Guid>(id => id.Value, stored => new PollId(stored));

/// <summary>Stores a photo's identifier.</summary>
internal sealed class PhotoIdConverter() : ValueConverter<PhotoId, Guid>(id => id.Value, stored => new PhotoId(stored));

/// <summary>Stores an instant.</summary>
internal sealed class InstantColumnConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => StoredInstant.Of(instant),
    stored => StoredInstant.From(stored));
