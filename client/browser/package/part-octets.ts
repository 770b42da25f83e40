import type { ManifestPart } from '#crypto/package/manifest.js'
import { openDocuments, type ReadPackage } from '../../core/packages/open-package.js'
import type { Session } from '../../core/session/session.js'
import { blobSink } from '../platform/blob-sink.js'

/** Fetches, decrypts and verifies one document into memory: for records and proofs, whose length was looked at. */
export async function partOctets(
  session: Session,
  read: ReadPackage,
  part: ManifestPart,
): Promise<Uint8Array | undefined> {
  const sink = blobSink(part.mediaType)
  const one = { ...read, manifest: { ...read.manifest, parts: [part] } }
  await openDocuments(session, one, () => Promise.resolve(sink))
  const content = sink.content()
  return content && new Uint8Array(await content.arrayBuffer())
}
