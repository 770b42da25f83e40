import type { Readable } from 'node:stream'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import type { PackageId, PartId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import { Resealing } from '#crypto/resealing/resealing.js'
import type { Caller } from '../../contract/wire.js'
import { requireServed } from '../blobs/require-served.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import { Refusal } from '../errors.js'
import { findVisible, type VisiblePorts } from '../packages/find-visible.js'
import type { BlobStore, Clock } from '../ports.js'
import { readKept } from '../read-kept.js'
import { newestOf } from './copies-of.js'
import type { ResealingStore } from './resealing-store.js'

type Ports = VisiblePorts & {
  readonly authorities: KnownAuthorities
  readonly resealings: Pick<ResealingStore, 'envelope' | 'ofHeader'>
  readonly blobs: BlobStore
  readonly clock: Clock
}
export type OpenResealed = ReturnType<typeof openResealed>

export type OpenedCopyBlob = {
  readonly length: number
  /** SHA-256 of all octets in hex: a strong entity tag. */
  readonly digest: string
  readonly read: (range?: { readonly start: number; readonly end: number }) => Uint8Array | Readable
}

/**
 * Opens the envelope or a part of the copy that the caller's authority has sealed anew: the last one, and nobody else's.
 * No evidence rests on what is served of it: what was handed over was handed over before.
 *
 * @throws {@link Refusal} as `openBlob`; `content-resealed` where another version is the last by now.
 */
export function openResealed({ authorities, resealings, blobs, clock, ...visiblePorts }: Ports) {
  return async (
    { authority: own }: Pick<Caller, 'authority'>,
    { package: id, version }: { readonly package: PackageId; readonly version: number },
    blob: 'envelope' | PartId,
  ): Promise<OpenedCopyBlob> => {
    const visible = await findVisible(visiblePorts, own, id)
    const { pkg } = visible
    const header = await readKept({ statement: pkg.header, digest: pkg.digest }, Header)
    await requireServed(authorities, visible, header.payload, own, clock.now())
    const copy = newestOf(await resealings.ofHeader(pkg.digest), own)
    if (copy?.version !== version) {
      throw new Refusal('content-resealed', `version ${version} is not the last copy of ${own}`)
    }
    const { envelope, parts } = (await readKept(copy, Resealing)).payload
    if (blob === 'envelope') {
      const octets = toUtf8((await resealings.envelope(copy.digest)) ?? '')
      return {
        ...envelope,
        read: (range) =>
          range === undefined ? octets : octets.subarray(range.start, range.end + 1),
      }
    }
    const part = parts.find((one) => one.part === blob)
    if (part === undefined) throw partUnknown(blob)
    const { length, digest } = part
    const key = { sender: own, package: id, part: blob, digest }
    if ((await blobs.find(key)) === undefined) throw partUnknown(blob)
    return { length, digest, read: (range) => blobs.read(key, range) }
  }
}

const partUnknown = (part: PartId) => new Refusal('part-unknown', `there is no part ${part}`)
