import type { Manifest, ManifestPart } from '#crypto/package/manifest.js'
import type { CheckedRecord } from '../proof/check-record.js'
import type { ServedCopy } from '../resealing/open-copy.js'
import type { Session } from '../session/session.js'
import type { Measure } from './measure.js'

/** A part as the relay serves it: its ciphertext, and how it is to be opened and compared. */
export type ServedPart = {
  readonly octets: AsyncIterable<Uint8Array>
  readonly expected: {
    readonly package: string
    readonly manifest: ManifestPart
    readonly sealed: Measure
  }
}

type Served = {
  readonly record: Pick<CheckedRecord, 'header'>
  readonly manifest: Pick<Manifest, 'package'>
  readonly copy?: ServedCopy
}

/**
 * Where the ciphertext of a part is, and what opens it: as it was sent, or as the own authority has sealed it anew, with
 * another key than the manifest's. Nothing is fetched before the octets are asked for.
 */
export function servedPart(
  { relay }: Pick<Session, 'relay'>,
  { record, manifest, copy }: Served,
  part: ManifestPart,
): ServedPart {
  const parts = copy?.parts ?? record.header.payload.parts
  const sealed = parts.find((one) => one.part === part.part)
  const key = copy === undefined ? part.key : copy.keys.get(part.part)
  if (sealed === undefined || key === undefined) {
    throw new TypeError('opening a package has matched the parts')
  }
  const params = { package: manifest.package, part: part.part }
  return {
    octets:
      copy === undefined
        ? relay.download('downloadPart', { params })
        : relay.download('downloadResealedPart', { params: { ...params, version: copy.version } }),
    expected: { package: manifest.package, manifest: { ...part, key }, sealed },
  }
}
