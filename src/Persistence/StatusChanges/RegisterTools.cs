using Persistence.Encryption;
using Persistence.Notices;

namespace Persistence.StatusChanges;

/// <summary>What a piece of work on the register needs beside its context.</summary>
/// <param name="Envelope">Opens evidence.</param>
/// <param name="Index">Makes blind indexes.</param>
/// <param name="Cipher">Opens what is encrypted.</param>
/// <param name="Now">The one instant at which the work happens.</param>
internal sealed record RegisterTools(NoticeEnvelope Envelope, BlindIndex Index, FieldCipher Cipher, DateTimeOffset Now);
