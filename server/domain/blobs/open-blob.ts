import type { Readable } from 'node:stream'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import type { PackageId, PartId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import type { Caller } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import { findVisible, type VisiblePorts } from '../packages/find-visible.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import { factsOf, type PackageFacts } from '../evidence/evidence-step.js'
import type { BlobStore, Clock, StoredEvidence } from '../ports.js'
import { readKept } from '../read-kept.js'
import { requireServed } from './require-served.js'

type Ports = VisiblePorts & {
  readonly authorities: KnownAuthorities
  readonly blobs: BlobStore
  readonly clock: Clock
}
export type OpenBlob = ReturnType<typeof openBlob>

export type OpenedBlob = {
  /** What {@link noteBlobServed} states of the package, and what had been stated when it was opened. */
  readonly facts: PackageFacts
  readonly chain: readonly StoredEvidence[]
  readonly blob: 'envelope' | PartId
  /** All that has to be served for the package to be handed over; of nothing where the caller's is no recipient. */
  readonly handover: readonly string[]
  readonly length: number
  /** SHA-256 of all octets in hex: a strong entity tag. */
  readonly digest: string
  /** Octets at once for an envelope, a stream for a part; `end` is inclusive, as in a Range header. */
  readonly read: (range?: { readonly start: number; readonly end: number }) => Uint8Array | Readable
}

/**
 * Opens the envelope or a part for an officer of the sender or of a recipient.
 *
 * A recipient is served from D.1 on and neither after it rejected the package nor after it let it
 * expire; the sender always. Whoever has sealed its copy anew is served that one (`openResealed`), and not this.
 *
 * @throws {@link Refusal} `package-unknown` for everybody else, `content-deleted`, `content-resealed`, `part-unknown`,
 *   `authority-suspended`
 */
export function openBlob({ authorities, blobs, clock, ...visiblePorts }: Ports) {
  return async (caller: Caller, id: PackageId, blob: 'envelope' | PartId): Promise<OpenedBlob> => {
    const at = clock.now()
    const own = caller.authority
    const visible = await findVisible(visiblePorts, own, id)
    const { pkg, chain } = visible
    const header = await readKept({ statement: pkg.header, digest: pkg.digest }, Header)
    const { envelope, parts, sender } = header.payload
    await requireServed(authorities, visible, header.payload, own, at)
    // Its own copy takes the place of this one: nobody begins to read what is about to be deleted.
    if (pkg.resealedBy?.includes(own) === true || pkg.originalDeletedAt !== undefined) {
      throw new Refusal('content-resealed', `${own} has sealed its copy of package ${id} anew`)
    }
    const handover = pkg.recipients.includes(own)
      ? ['envelope', ...parts.map(({ part }) => part)]
      : []
    const opened = { facts: factsOf(pkg), chain, blob, handover }
    if (blob === 'envelope') {
      const octets = toUtf8(pkg.envelope)
      const read: OpenedBlob['read'] = (range) =>
        range === undefined ? octets : octets.subarray(range.start, range.end + 1)
      return { ...opened, ...envelope, read }
    }
    const part = parts.find((one) => one.part === blob)
    if (part === undefined) throw partUnknown(blob)
    const key = { sender, package: id, part: blob, digest: part.digest }
    if ((await blobs.find(key)) === undefined) throw partUnknown(blob)
    const { length, digest } = part
    return { ...opened, length, digest, read: (range) => blobs.read(key, range) }
  }
}

const partUnknown = (part: PartId) => new Refusal('part-unknown', `there is no part ${part}`)
