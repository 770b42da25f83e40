import type { BlobRemoval } from '../ports.js'
import { blobsOf } from './copies-of.js'
import type { KnownResealing, ResealingStore } from './resealing-store.js'

type Ports = {
  readonly resealings: Pick<ResealingStore, 'removeEnvelope'>
  readonly blobs: BlobRemoval
}

/** Removes the envelope of a copy, so that nobody is served it, then its parts. Again: nothing. */
export async function removeCopy(
  { resealings, blobs }: Ports,
  copy: KnownResealing,
  at: Date,
): Promise<void> {
  await resealings.removeEnvelope(copy.digest, at)
  for (const blob of await blobsOf(copy)) await blobs.remove(blob)
}
