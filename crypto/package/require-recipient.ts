import type { VerifiedEntry } from '../directory/verify-entry.js'
import { CryptoError } from '../errors.js'
import type { Manifest } from './manifest.js'
import type { Own } from './own.js'

/**
 * Checks that a manifest is addressed to us, by a version of our entry that we stand by.
 *
 * @returns how it names us.
 * @throws {@link CryptoError} `package/recipient`
 */
export function requireRecipient(
  { recipients }: Pick<Manifest, 'recipients'>,
  { authority, entries }: Pick<Own, 'authority' | 'entries'>,
): Manifest['recipients'][number] {
  const ours = recipients.find((recipient) => recipient.authority === authority)
  if (!ours) throw refused('the manifest is addressed to others')
  const isKnown = (entry: VerifiedEntry) =>
    entry.digest === ours.entry && hasEnvelopeKey(entry, ours.kid)
  if (entries && !entries.some(isKnown)) {
    throw refused('the manifest names a version of our entry that we do not stand by')
  }
  return ours
}

export const hasEnvelopeKey = ({ payload }: VerifiedEntry, kid: string | undefined): boolean =>
  payload.keys.some((key) => key.purpose === 'envelopes' && key.kid === kid)

const refused = (message: string) => new CryptoError('package/recipient', message)
