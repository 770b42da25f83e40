import { CryptoError } from '#crypto/errors.js'
import { onwardRule } from '../../templates/marks/onward-rule.js'
import type { ReadPackage } from '../packages/open-package.js'
import type { Session } from '../session/session.js'
import { type BundledPackage, bundledPackage } from './bundled-package.js'
import type { ForwardProofs } from './forward-proofs.js'

export type VerifiedForward = {
  readonly original: BundledPackage
  /** Whether its sender's leave was needed for passing it on. */
  readonly approval: 'not-needed' | 'given'
  /** By which the original was redirected to us: then we answer it in our own right. */
  readonly redirection: BundledPackage | undefined
}

export type Forward = Pick<ReadPackage, 'manifest' | 'senderEntry' | 'record'>

/**
 * Verifies the chain of a package that was forwarded: the original by its proof bundle, that it is the one
 * named, that whoever forwarded it was a party to it, that its documents came unaltered, that its sender
 * let it be passed on to us where its marks ask for that, and who redirected it to us. What was passed on
 * twice is proved as the first time left it; the proof of that time is among its documents.
 *
 * @throws CryptoError `package/chain`, `proof/malformed`; ClientError `evidence-untrusted`
 */
export async function verifyForward(
  session: Session,
  forward: Forward,
  proofs: ForwardProofs,
): Promise<VerifiedForward> {
  const { manifest } = forward
  if (proofs.original === undefined) throw broken('it came without the proof of the original')
  const original = await bundledPackage(session, proofs.original)
  const { header, digest } = original
  const { originalPackage, originalHeader } = manifest.form
  if (originalPackage !== header.package || originalHeader !== digest) {
    throw broken('the proof is of another package than the one named')
  }
  const parties = [header.sender, ...header.recipients.map(({ authority }) => authority)]
  if (!parties.includes(manifest.sender)) throw broken('whoever forwarded it was no party to it')
  const came = new Set(manifest.parts.map((part) => part.digest))
  const missing = original.manifest.parts.filter((part) => !came.has(part.digest))
  if (missing.length > 0) throw broken(`${missing.length} of its documents did not come unaltered`)

  return {
    original,
    approval: await leave(session, forward, original, proofs.approval),
    redirection:
      proofs.redirection && (await redirected(session, forward, original, proofs.redirection)),
  }
}

async function leave(
  session: Session,
  { manifest, senderEntry, record }: Forward,
  { header, manifest: original }: BundledPackage,
  approval: Uint8Array | undefined,
): Promise<VerifiedForward['approval']> {
  const own = session.officer.authority
  const from = await session.directory.version(header.sender, header.senderEntry)
  const { payload } = await session.directory.current(own)
  const rule = onwardRule(original.marks, from.payload, payload.state)
  if (rule === 'allowed') return 'not-needed'
  // Its marks are another's, which neither whoever passed it on nor their leave lifts.
  if (original.template.id === 'forwarding') throw broken('its marks let it be passed on once only')
  if (header.sender === senderEntry.payload.authority) return 'not-needed'
  if (approval === undefined) throw broken('its sender’s leave to pass it on is not shown')
  const { form, template, sender, recipients } = (await bundledPackage(session, approval)).manifest
  const isGiven =
    template.id === 'transfer-approval' &&
    form['approved'] === true &&
    form['package'] === header.package &&
    form['recipient'] === own &&
    sender === header.sender &&
    recipients.some(({ authority }) => authority === manifest.sender) &&
    isInTime(form['until'], record.submitted)
  if (!isGiven) throw broken('its sender’s leave is for something else')
  return 'given'
}

const isInTime = (until: unknown, submitted: string): boolean =>
  typeof until !== 'string' || until >= submitted.slice(0, 10)

async function redirected(
  session: Session,
  { manifest: { sender: by } }: Forward,
  { header, digest }: BundledPackage,
  proof: Uint8Array,
): Promise<BundledPackage> {
  const redirection = await bundledPackage(session, proof)
  const { template, sender, recipients, form, inReplyTo } = redirection.manifest
  const isIt =
    template.id === 'redirection' &&
    sender === by &&
    form['authority'] === session.officer.authority &&
    inReplyTo?.header === digest &&
    recipients.some(({ authority }) => authority === header.sender)
  if (!isIt) throw broken('the redirection shown is another one')
  return redirection
}

const broken = (message: string) => new CryptoError('package/chain', message)
