import { toUtf8 } from '../bytes/bytes.js'
import { digestOf } from '../bytes/sha256.js'
import type { Revocation } from '../directory/revocation.js'
import type { VerifiedCredential } from '../directory/verify-credential.js'
import type { VerifiedEntry } from '../directory/verify-entry.js'
import { recipientsOf } from '../envelope/recipients-of.js'
import { CryptoError } from '../errors.js'
import { importVerificationKey } from '../keys/import-public.js'
import type { VerifiedStatement } from '../statement/verify-statement.js'
import type { Manifest } from './manifest.js'
import { openOwnEnvelope } from './open-own-envelope.js'
import type { Own } from './own.js'
import { requireAddressed } from './require-addressed.js'
import type { VerifiedHeader } from './verify-header.js'
import { verifyManifest } from './verify-manifest.js'
import { verifySentHeader } from './verify-sent-header.js'

export type SealedInput = {
  readonly header: string
  readonly envelope: string
  /** Of the officer who signed the header. */
  readonly credential: string
  /** The version of the sender's entry that the header names. */
  readonly senderEntry: VerifiedEntry
  readonly own: Own
  /** When the relay observed the submission: the time of evidence A.1. Before it is sent: now. */
  readonly at: Date
  readonly revocations?: readonly VerifiedStatement<Revocation>[]
}

export type UnapprovedPackage = {
  readonly header: VerifiedHeader
  readonly manifest: VerifiedStatement<Manifest>
  readonly credential: VerifiedCredential
}

/**
 * Opens a package whatever the sender's policy demands: what an officer reads before approving it. To
 * everybody else this is a part of {@link openPackage}.
 *
 * @throws {@link CryptoError} as `openPackage`, but for approvals.
 */
export async function openUnapproved(input: SealedInput): Promise<UnapprovedPackage> {
  const { senderEntry, own, at, revocations = [] } = input
  const by = { credential: input.credential, entry: senderEntry, at, revocations }
  const header = await verifySentHeader(input.header, by)
  await requireEnvelope(input.envelope, header)
  const text = await openOwnEnvelope(input.envelope, own.keys)
  const key = await importVerificationKey(header.credential.payload.key)
  const manifest = await verifyManifest(text, { header, key })
  requireAddressed(manifest.payload, recipientsOf(input.envelope), { senderEntry, own })
  return { header, manifest, credential: header.credential }
}

async function requireEnvelope(envelope: string, { payload }: VerifiedHeader): Promise<void> {
  const { length, digest } = payload.envelope
  if (toUtf8(envelope).length !== length || (await digestOf(envelope)) !== digest) {
    throw new CryptoError('package/envelope', 'not the envelope that the header commits to')
  }
}
