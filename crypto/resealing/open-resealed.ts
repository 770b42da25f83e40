import { digestOf } from '../bytes/sha256.js'
import { toUtf8 } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import type { PartId } from '../fields/fields.js'
import { importVerificationKey } from '../keys/import-public.js'
import type { OpenedPackage, OpenInput } from '../package/open-package.js'
import { openOwnEnvelope } from '../package/open-own-envelope.js'
import { requireRecipient } from '../package/require-recipient.js'
import { verifyApprovals } from '../package/verify-approvals.js'
import { verifyManifest } from '../package/verify-manifest.js'
import { verifySentHeader } from '../package/verify-sent-header.js'
import type { VerifiedStatement } from '../statement/verify-statement.js'
import { readResealedContent } from './resealed-content.js'
import type { Resealing } from './resealing.js'

export type ResealedInput = OpenInput & {
  /** Its `envelope` is the one above. */
  readonly resealing: Pick<VerifiedStatement<Resealing>, 'payload'>
}

export type OpenedCopy = OpenedPackage & {
  /** What opens each part of this copy, in base64url. */
  readonly keys: ReadonlyMap<PartId, string>
}

/**
 * Opens a copy that the own authority sealed anew, and believes nothing more of it than of what was sent: the
 * manifest has the sender's signature and is the one that the header commits to, so whoever made the copy, and whoever
 * keeps it, could change nothing of it. The header's digest of the first envelope is not compared: that one is
 * replaced.
 *
 * @throws {@link CryptoError} `package/envelope` if the envelope is not the one that the resealing names;
 *   `resealing/statement` if that is about another package or authority; `resealing/content` if it does not hold a key
 *   for each part; and as {@link openPackage}.
 */
export async function openResealed(input: ResealedInput): Promise<OpenedCopy> {
  const { resealing, senderEntry, own, at, revocations = [], approvals = [] } = input
  const by = { credential: input.credential, entry: senderEntry, at, revocations }
  const header = await verifySentHeader(input.header, by)
  const { payload } = resealing
  if (payload.header !== header.digest || payload.authority !== own.authority) {
    throw new CryptoError('resealing/statement', 'the copy is of another package, or of others')
  }
  const { length, digest } = payload.envelope
  if (toUtf8(input.envelope).length !== length || (await digestOf(input.envelope)) !== digest) {
    throw new CryptoError('package/envelope', 'not the envelope that the resealing names')
  }
  const content = readResealedContent(await openOwnEnvelope(input.envelope, own.keys))
  const key = await importVerificationKey(header.credential.payload.key)
  const manifest = await verifyManifest(content.manifest, { header, key })
  if (own.authority !== manifest.payload.sender) requireRecipient(manifest.payload, own)
  const { parts } = manifest.payload
  const isWhole =
    parts.length === content.keys.length &&
    parts.length === payload.parts.length &&
    parts.every(({ part }, i) => content.keys[i]?.part === part && payload.parts[i]?.part === part)
  if (!isWhole) throw new CryptoError('resealing/content', 'a copy has a key for each of its parts')
  return {
    header,
    manifest,
    credential: header.credential,
    approvals: await verifyApprovals(approvals, header, senderEntry, at, revocations),
    keys: new Map(content.keys.map((one) => [one.part, one.key])),
  }
}
