import { concat } from '#crypto/bytes/bytes.js'
import { CryptoError } from '#crypto/errors.js'
import type { PackageId } from '#crypto/fields/fields.js'
import type { ManifestPart } from '#crypto/package/manifest.js'
import type { CasePackage } from '../../case/case-view.js'
import { ClientError } from '../client-error.js'
import type { ReadPackage } from '../packages/open-package.js'
import { openPart } from '../packages/open-part.js'
import { servedPart } from '../packages/served-part.js'
import type { Session } from '../session/session.js'
import type { BundledPackage } from './bundled-package.js'
import { forwardProofs } from './forward-proofs.js'
import { verifyForward } from './verify-forward.js'

/** A package that the relay does not show us, proved by what another authority forwarded. */
export type PassedOn = BundledPackage & {
  /** The package that brought it. */
  readonly forwardedBy: PackageId
}

/** What was verified once in a session is not fetched and verified again with every look at its case. */
const verified = new WeakMap<Session, Map<string, readonly PassedOn[]>>()

/**
 * The request that was redirected and forwarded to us, and its redirection: with these a case holds what
 * we need in order to answer it, though the relay never delivered it to us. None where it came for
 * information only, or where the chain is broken, which `receivedForward` tells.
 */
export async function passedOn(session: Session, read: ReadPackage): Promise<readonly PassedOn[]> {
  const { manifest } = read
  if (manifest.template.id !== 'forwarding' || manifest.sender === session.officer.authority) {
    return []
  }
  const { digest } = read.record.header
  const known = verified.get(session) ?? new Map<string, readonly PassedOn[]>()
  verified.set(session, known)
  const found = known.get(digest) ?? (await provedBy(session, read))
  // What was not proved may be so for want of something that comes later, such as an entry.
  if (found.length > 0) known.set(digest, found)
  return found
}

async function provedBy(session: Session, read: ReadPackage): Promise<readonly PassedOn[]> {
  const proofs = await forwardProofs(read.manifest, (part) => octetsOf(session, read, part))
  if (proofs.original === undefined || proofs.redirection === undefined) return []
  try {
    const forward = await verifyForward(session, read, proofs)
    const forwardedBy = read.manifest.package
    const { original: request, redirection: redirected } = forward
    return [
      { ...request, told: firstHeard(request.told), forwardedBy },
      ...(redirected ? [{ ...redirected, forwardedBy }] : []),
    ]
  } catch (error) {
    if (!(error instanceof CryptoError) && !(error instanceof ClientError)) throw error
    return []
  }
}

/** A bundle among the documents, in memory. A receipt does not count it as opened: it is not kept. */
async function octetsOf(
  session: Session,
  read: ReadPackage,
  part: ManifestPart,
): Promise<Uint8Array> {
  const { octets, expected } = servedPart(session, read, part)
  const chunks: Uint8Array[] = []
  await openPart(
    octets,
    expected,
    {
      write: (chunk) => Promise.resolve(void chunks.push(chunk.slice())),
      commit: () => Promise.resolve(),
      discard: () => Promise.resolve(),
    },
    (length) => session.platform.digester(length),
  )
  return concat(...chunks)
}

/** What a request follows is not known to whoever it was passed on to. */
const firstHeard = ({ manifest, ...told }: CasePackage): CasePackage => ({
  ...told,
  manifest: { ...manifest, inReplyTo: null },
})
