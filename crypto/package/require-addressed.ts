import type { VerifiedEntry } from '../directory/verify-entry.js'
import { CryptoError } from '../errors.js'
import type { Manifest } from './manifest.js'
import type { Own } from './own.js'
import { hasEnvelopeKey, requireRecipient } from './require-recipient.js'

/**
 * Checks whom a manifest and its envelope are for. The envelope is sealed to the keys that the manifest
 * names, in its order, then to one of the sender's own, and to nobody whom the recipients don't see.
 *
 * @param kids - those of the envelope, in its order.
 * @throws {@link CryptoError} `package/recipient`
 */
export function requireAddressed(
  manifest: Manifest,
  kids: readonly string[],
  { senderEntry, own }: { readonly senderEntry: VerifiedEntry; readonly own: Own },
): void {
  const named = manifest.recipients.map(({ kid }) => kid)
  const [sender, ...others] = kids.slice(named.length)
  if (
    named.some((kid, i) => kid !== kids[i]) ||
    others.length > 0 ||
    !hasEnvelopeKey(senderEntry, sender)
  ) {
    throw refused('the envelope is sealed to other keys than the manifest says')
  }
  if (own.authority !== manifest.sender) requireOurs(manifest, own)
}

function requireOurs(manifest: Manifest, own: Own): void {
  const { kid } = requireRecipient(manifest, own)
  if (!own.keys.some((key) => key.kid === kid)) {
    throw refused('the manifest names a key of ours that we do not have')
  }
}

const refused = (message: string) => new CryptoError('package/recipient', message)
