using PledgeBot.Domain.Proposals;

namespace PledgeBot.Domain.Records;

/// <summary>A photo of a public place: scaled down, and stripped of everything but the picture.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Picture">The picture as JPEG, at most 1,024 pixels on its longer side.</param>
/// <param name="Thumbnail">A small one for cards as JPEG, at most 320 pixels on its longer side.</param>
public sealed record Photo(PhotoId Id, ReadOnlyMemory<byte> Picture, ReadOnlyMemory<byte> Thumbnail);
